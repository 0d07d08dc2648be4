import { anthropicMessagesEndpoints } from '../dialects/anthropic-messages/endpoints.ts';
import type { ProviderSpec } from './provider-spec.ts';

/** Anthropic. Source: docs.anthropic.com API reference. */
export const anthropic: ProviderSpec = {
  kind: 'anthropic',
  title: 'Anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  prices: { id: 'anthropic' },
  sdkSuffix: '',
  versions: ['v1'],
  endpoints: anthropicMessagesEndpoints,
  keyHeader: (key) => ['x-api-key', key],
};
