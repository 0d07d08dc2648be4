import { bearer } from './bearer.ts';
import { CHAT, MESSAGES } from './common-endpoints.ts';
import type { ProviderSpec } from './provider-spec.ts';

/**
 * DeepSeek, in two protocols at two places. The hour in which a request ends decides its price, peak or off-peak; the hours
 * are the price library's. Source: api-docs.deepseek.com, "Models & pricing", "Anthropic API", "Context caching".
 */
export const deepseek: ProviderSpec = {
  kind: 'deepseek',
  title: 'DeepSeek',
  defaultBaseUrl: 'https://api.deepseek.com/v1',
  dialectHomes: { 'anthropic-messages': '../anthropic/v1' },
  prices: { id: 'deepseek', pricedAtEnd: true, audioApart: true },
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...MESSAGES],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
