import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import type { Endpoint } from '../../dialects/dialect.ts';
import { bearer } from './bearer.ts';
import { foreignMessages } from '../../dialects/features/foreign-messages.ts';
import { xaiChatFeatures, xaiFeatures } from '../../dialects/features/xai-features.ts';
import { CHAT, COMPLETIONS, featured, MESSAGES, RESPONSES } from './common-endpoints.ts';
import { xaiLimits } from '../model-limits/xai.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { STOPS } from '../published/stops-when-left.ts';
import { xaiPrices } from '../published/xai-prices.ts';

/**
 * A chat request with `deferred: true` is answered with an id, and its reply is fetched here: it was paid when it was
 * made. Source: docs.x.ai, "Deferred chat completions", 2026-11.
 */
const DEFERRED: readonly Endpoint[] = [
  { path: 'chat/deferred-completion/{id}', method: 'GET', dialect: 'openai-chat' },
];

/**
 * xAI. Reasoning tokens stand beside the completion tokens, not within them. Source: docs.x.ai, "REST API reference".
 */
export const xai: ProviderSpec = {
  ...PROVIDER_RECORDS.xai,
  kind: 'xai',
  // Source: docs.x.ai, "Regional endpoints", 2026-11.
  ownHosts: /(?:us|eu|(?:us|eu)-[a-z]+-\d)\.api\.x\.ai/,
  prices: xaiPrices,
  limitsOf: xaiLimits,
  stopsWhenLeft: STOPS,
  // Measured: about 400 of grok-4-fast. Source: Artificial Analysis, 2025-09.
  mostTokensPerSecond: () => 800,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [
    ...featured(xaiChatFeatures, CHAT),
    ...COMPLETIONS,
    ...featured(xaiFeatures, RESPONSES),
    ...featured(foreignMessages, MESSAGES),
    ...DEFERRED,
  ],
  keyHeader: bearer,
};
