import { openAiChatEndpoints } from '../dialects/openai-chat/endpoints.ts';
import { openAiResponsesEndpoints } from '../dialects/openai-responses/endpoints.ts';
import { bearer } from './bearer.ts';
import { openAiPrices } from './openai-prices.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { STOPS } from './stops-when-left.ts';

/** OpenAI. Source: platform.openai.com API reference. */
export const openai: ProviderSpec = {
  kind: 'openai',
  title: 'OpenAI',
  defaultBaseUrl: 'https://api.openai.com/v1',
  ownHosts: /(?:us|eu|au|ca|jp|in|sg|kr|gb|ae)\.api\.openai\.com/,
  prices: openAiPrices,
  stopsWhenLeft: STOPS,
  mostTokensPerSecond: (model) => (/-spark\b/.test(model) ? 3_000 : 400),
  sdkSuffix: '/v1',
  versions: [],
  websocket: true,
  endpoints: [...openAiChatEndpoints, ...openAiResponsesEndpoints],
  keyHeader: bearer,
};
