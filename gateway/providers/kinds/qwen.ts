import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { qwenFeatures } from '../../dialects/features/qwen-features.ts';
import { CHAT, EMBEDDINGS, featured } from './common-endpoints.ts';
import { qwenLimits } from '../model-limits/qwen.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { qwenPrices } from '../published/qwen-prices.ts';
import { GOES_ON } from '../published/stops-when-left.ts';
import { ORDINARY_PACE } from '../published/stream-pace.ts';
import { QWEN_THINKING } from '../published/thinking-limits.ts';

/** Of regions, and of workspaces in them. Source: alibabacloud.com/help, "Base URL overview", 2026-10. */
const OWN_HOSTS =
  /(?:(?:[a-z]{2}-[a-z]+\.)?dashscope(?:-[a-z]+)?|[a-z0-9-]+\.[a-z]{2}-[a-z]+(?:-\d)?\.maas)\.aliyuncs\.com/;

/**
 * Qwen at Alibaba Cloud Model Studio (DashScope); each region has an address of its own, this is Singapore's. Source:
 * alibabacloud.com/help, "OpenAI compatible - Chat".
 */
export const qwen: ProviderSpec = {
  ...PROVIDER_RECORDS.qwen,
  kind: 'qwen',
  ownHosts: OWN_HOSTS,
  prices: qwenPrices,
  limitsOf: qwenLimits,
  stopsWhenLeft: GOES_ON,
  mostTokensPerSecond: ORDINARY_PACE,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...featured(qwenFeatures, CHAT), ...EMBEDDINGS],
  keyHeader: bearer,
  limitOmitsThinking: QWEN_THINKING,
};
