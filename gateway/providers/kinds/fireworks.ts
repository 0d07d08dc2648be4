import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS } from './common-endpoints.ts';
import { fireworksLimits } from '../model-limits/fireworks.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { STOPS } from '../published/stops-when-left.ts';

/**
 * Fireworks AI; its models are named `accounts/fireworks/models/...`. Source: docs.fireworks.ai, "OpenAI
 * compatibility".
 */
export const fireworks: ProviderSpec = {
  ...PROVIDER_RECORDS.fireworks,
  kind: 'fireworks',
  prices: { id: 'fireworks', secondId: 'fireworks-ai', audioApart: true },
  limitsOf: fireworksLimits,
  stopsWhenLeft: STOPS,
  // Measured: 185 of glm-5p2-fast; of ultrafast ones nothing is published. Source: vercel.com/ai-gateway, 2026-11.
  mostTokensPerSecond: () => 2_000,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
