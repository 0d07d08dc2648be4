import { bearer } from './bearer.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS } from './common-endpoints.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { STOPS } from './stops-when-left.ts';

/** Together AI. Source: docs.together.ai, "OpenAI API compatibility". */
export const together: ProviderSpec = {
  kind: 'together',
  title: 'Together AI',
  defaultBaseUrl: 'https://api.together.xyz/v1',
  prices: { id: 'together', audioApart: true },
  stopsWhenLeft: STOPS,
  mostTokensPerSecond: () => 1_000,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
