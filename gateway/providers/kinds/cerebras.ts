import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { CHAT, COMPLETIONS } from './common-endpoints.ts';
import { cerebrasLimits } from '../model-limits/cerebras.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { NOT_FOUND } from '../published/stops-when-left.ts';

/** Cerebras. Source: inference-docs.cerebras.ai, "OpenAI compatibility". */
export const cerebras: ProviderSpec = {
  ...PROVIDER_RECORDS.cerebras,
  kind: 'cerebras',
  prices: { id: 'cerebras', secondId: 'cerebras', audioApart: true },
  limitsOf: cerebrasLimits,
  stopsWhenLeft: NOT_FOUND,
  // "~3,000" of gpt-oss-120b. Source: inference-docs.cerebras.ai, "Models", 2026-10.
  mostTokensPerSecond: () => 6_000,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...COMPLETIONS],
  keyHeader: bearer,
};
