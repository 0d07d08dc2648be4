import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { foreignMessages } from '../../dialects/features/foreign-messages.ts';
import { zaiFeatures } from '../../dialects/features/zai-features.ts';
import { CHAT, featured, MESSAGES } from './common-endpoints.ts';
import { zaiLimits } from '../model-limits/zai.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { NOT_FOUND } from '../published/stops-when-left.ts';
import { zaiPrices } from '../published/zai-prices.ts';

/** Z.ai (GLM), in two protocols at two places. Source: docs.z.ai, "API reference" and "Claude Code". */
export const zai: ProviderSpec = {
  ...PROVIDER_RECORDS.zai,
  kind: 'zai',
  // Source: docs.bigmodel.cn, 2026-11.
  ownHosts: /open\.bigmodel\.cn/,
  dialectHomes: { 'anthropic-messages': '../../anthropic/v1' },
  prices: zaiPrices,
  limitsOf: zaiLimits,
  stopsWhenLeft: NOT_FOUND,
  // Measured: 161 of glm-5-turbo; of highspeed ones nothing is published. Source: vercel.com/ai-gateway, 2026-11.
  mostTokensPerSecond: () => 1_000,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...featured(zaiFeatures, CHAT), ...featured(foreignMessages, MESSAGES)],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
