import { openAiChatEndpoints } from '../dialects/openai-chat/endpoints.ts';
import { openAiResponsesEndpoints } from '../dialects/openai-responses/endpoints.ts';
import { bearer } from './bearer.ts';
import { openAiPrices } from './openai-prices.ts';
import type { ProviderSpec } from './provider-spec.ts';

/** OpenAI. Source: platform.openai.com API reference. */
export const openai: ProviderSpec = {
  kind: 'openai',
  title: 'OpenAI',
  defaultBaseUrl: 'https://api.openai.com/v1',
  prices: openAiPrices,
  sdkSuffix: '/v1',
  versions: [],
  websocket: true,
  endpoints: [...openAiChatEndpoints, ...openAiResponsesEndpoints],
  keyHeader: bearer,
};
