import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS } from './common-endpoints.ts';
import { togetherLimits } from '../model-limits/together.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { STOPS } from '../published/stops-when-left.ts';
import { togetherPrices } from '../published/together-prices.ts';

/** Together AI. Source: docs.together.ai, "OpenAI API compatibility". */
export const together: ProviderSpec = {
  ...PROVIDER_RECORDS.together,
  kind: 'together',
  // Source: docs.together.ai, 2026-11.
  ownHosts: /api\.together\.ai/,
  prices: togetherPrices,
  limitsOf: togetherLimits,
  stopsWhenLeft: STOPS,
  // "Up to 500" of DeepSeek-V3.1, and more of smaller models. Source: together.ai, "ATLAS", 2025-10.
  mostTokensPerSecond: () => 2_000,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
