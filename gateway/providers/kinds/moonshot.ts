import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { foreignMessages } from '../../dialects/features/foreign-messages.ts';
import { moonshotFeatures } from '../../dialects/features/moonshot-features.ts';
import { CHAT, featured, MESSAGES } from './common-endpoints.ts';
import { moonshotLimits } from '../model-limits/moonshot.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { NOT_FOUND } from '../published/stops-when-left.ts';

/**
 * Moonshot AI (Kimi), in two protocols at two places; in China at api.moonshot.cn. Source: platform.moonshot.ai/docs.
 */
export const moonshot: ProviderSpec = {
  ...PROVIDER_RECORDS.moonshot,
  kind: 'moonshot',
  ownHosts: /api\.moonshot\.cn/,
  dialectHomes: { 'anthropic-messages': '../anthropic/v1' },
  // Source: platform.kimi.ai/docs/pricing/tools, 2026-11.
  prices: {
    id: 'moonshotai',
    secondId: 'moonshotai',
    audioApart: true,
    extraRates: { web_searches_kcount: 5 },
  },
  limitsOf: moonshotLimits,
  stopsWhenLeft: NOT_FOUND,
  // "Up to 260" of kimi-k2.7-code-highspeed. Source: vercel.com/ai-gateway/models, 2026-11.
  mostTokensPerSecond: () => 800,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...featured(moonshotFeatures, CHAT), ...featured(foreignMessages, MESSAGES)],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
