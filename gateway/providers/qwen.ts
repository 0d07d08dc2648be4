import { bearer } from './bearer.ts';
import { CHAT, EMBEDDINGS } from './common-endpoints.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { qwenPrices } from './qwen-prices.ts';

/**
 * Qwen at Alibaba Cloud Model Studio (DashScope); each region has an address of its own, this is Singapore's. Source:
 * alibabacloud.com/help, "OpenAI compatible - Chat".
 */
export const qwen: ProviderSpec = {
  kind: 'qwen',
  title: 'Qwen (DashScope)',
  defaultBaseUrl: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
  prices: qwenPrices,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...EMBEDDINGS],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
