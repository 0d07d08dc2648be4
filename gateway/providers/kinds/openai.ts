import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { openAiBatchEndpoints } from '../../dialects/openai-chat/batches/endpoints.ts';
import { openAiChatEndpoints } from '../../dialects/openai-chat/endpoints.ts';
import { openAiRealtime } from '../../dialects/live/openai-realtime/openai-realtime.ts';
import { openAiResponsesEndpoints } from '../../dialects/openai-responses/endpoints.ts';
import { bearer } from './bearer.ts';
import { openAiLimits } from '../model-limits/openai.ts';
import { whyOpenAiIsNotServed } from '../not-served/openai.ts';
import { openAiPrices } from '../published/openai-prices.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { STOPS } from '../published/stops-when-left.ts';
import { openAiPace } from '../published/stream-pace.ts';

/** OpenAI. Source: platform.openai.com API reference. */
export const openai: ProviderSpec = {
  ...PROVIDER_RECORDS.openai,
  kind: 'openai',
  // Source: developers.openai.com, "Data residency", 2026-11.
  ownHosts: /(?:us|eu|ae|au|ca|gb|in|jp|kr|sg)\.api\.openai\.com/,
  prices: openAiPrices,
  limitsOf: openAiLimits,
  stopsWhenLeft: STOPS,
  mostTokensPerSecond: openAiPace,
  sdkSuffix: '/v1',
  versions: [],
  websocket: true,
  whyNotServed: whyOpenAiIsNotServed,
  live: [openAiRealtime],
  endpoints: [...openAiChatEndpoints, ...openAiResponsesEndpoints, ...openAiBatchEndpoints],
  keyHeader: bearer,
};
