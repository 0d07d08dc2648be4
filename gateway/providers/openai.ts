import { openAiChatEndpoints } from '../dialects/openai-chat/endpoints.ts';
import { openAiResponsesEndpoints } from '../dialects/openai-responses/endpoints.ts';
import type { ProviderSpec } from './provider-spec.ts';

/** OpenAI, and every server that speaks its chat completions. Source: platform.openai.com API reference. */
export const openai: ProviderSpec = {
  kind: 'openai',
  title: 'OpenAI',
  defaultBaseUrl: 'https://api.openai.com/v1',
  prices: { id: 'openai' },
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...openAiChatEndpoints, ...openAiResponsesEndpoints],
  keyHeader: (key) => ['authorization', `Bearer ${key}`],
};
