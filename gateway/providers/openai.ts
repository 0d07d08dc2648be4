import type { ProviderSpec } from './provider-spec.ts';

/** OpenAI, and every server that speaks its chat completions. Source: platform.openai.com API reference. */
export const openai: ProviderSpec = {
  kind: 'openai',
  title: 'OpenAI',
  defaultBaseUrl: 'https://api.openai.com/v1',
  priceId: 'openai',
  sdkSuffix: '/v1',
  endpoints: [
    { path: 'chat/completions', method: 'POST', dialect: 'openai-chat', free: false },
    { path: 'models', method: 'GET', dialect: 'openai-chat', free: true },
  ],
  keyHeader: (key) => ['authorization', `Bearer ${key}`],
};
