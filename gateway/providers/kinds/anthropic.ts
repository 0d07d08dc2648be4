import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { anthropicMessagesEndpoints } from '../../dialects/anthropic-messages/endpoints.ts';
import { anthropicPrices } from '../published/anthropic-prices.ts';
import { ANTHROPIC_LIST } from './common-endpoints.ts';
import { anthropicLimits } from '../model-limits/anthropic.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { STOPS } from '../published/stops-when-left.ts';
import { ORDINARY_PACE } from '../published/stream-pace.ts';

/** Anthropic. Source: docs.anthropic.com API reference. */
export const anthropic: ProviderSpec = {
  ...PROVIDER_RECORDS.anthropic,
  kind: 'anthropic',
  prices: anthropicPrices,
  limitsOf: anthropicLimits,
  stopsWhenLeft: STOPS,
  // Fast mode, "up to 2.5 times" as fast, stays below it. Source: platform.claude.com, "Fast mode", 2026-11.
  mostTokensPerSecond: ORDINARY_PACE,
  sdkSuffix: '',
  versions: ['v1'],
  endpoints: anthropicMessagesEndpoints,
  keyHeader: (key) => ['x-api-key', key],
  freeQuestion: ANTHROPIC_LIST,
};
