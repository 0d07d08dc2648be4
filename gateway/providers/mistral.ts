import { bearer } from './bearer.ts';
import { CHAT, EMBEDDINGS } from './common-endpoints.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { GOES_ON } from './stops-when-left.ts';
import { ORDINARY_PACE } from './stream-pace.ts';

/**
 * Mistral. It refuses fields it does not know, and says what a stream used without being asked. What it reads from its cache
 * costs a tenth. Source: docs.mistral.ai, API reference and "Prompt caching".
 */
export const mistral: ProviderSpec = {
  kind: 'mistral',
  title: 'Mistral',
  defaultBaseUrl: 'https://api.mistral.ai/v1',
  prices: { id: 'mistral', cacheReadPercent: 10, audioApart: true },
  stopsWhenLeft: GOES_ON,
  mostTokensPerSecond: ORDINARY_PACE,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...EMBEDDINGS],
  keyHeader: bearer,
  limitField: 'max_tokens',
  reportsUnasked: true,
};
