import type { ProviderSpec } from './provider-spec.ts';

/** Anthropic. Source: docs.anthropic.com API reference. */
export const anthropic: ProviderSpec = {
  kind: 'anthropic',
  title: 'Anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  priceId: 'anthropic',
  sdkSuffix: '',
  endpoints: [
    { path: 'messages', method: 'POST', dialect: 'anthropic-messages', free: false },
    { path: 'messages/count_tokens', method: 'POST', dialect: 'anthropic-messages', free: true },
    { path: 'models', method: 'GET', dialect: 'anthropic-messages', free: true },
  ],
  keyHeader: (key) => ['x-api-key', key],
};
