import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { perplexityFeatures } from '../../dialects/features/perplexity-features.ts';
import { bearer } from './bearer.ts';
import { CHAT, featured } from './common-endpoints.ts';
import { perplexityLimits } from '../model-limits/perplexity.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { perplexityPrices } from '../published/perplexity-prices.ts';
import { GOES_ON } from '../published/stops-when-left.ts';
import { ORDINARY_PACE } from '../published/stream-pace.ts';

/**
 * Perplexity: models that search before they answer. It has no list of them. Source: docs.perplexity.ai, "Chat
 * completions".
 */
export const perplexity: ProviderSpec = {
  ...PROVIDER_RECORDS.perplexity,
  kind: 'perplexity',
  prices: perplexityPrices,
  limitsOf: perplexityLimits,
  stopsWhenLeft: GOES_ON,
  mostTokensPerSecond: ORDINARY_PACE,
  sdkSuffix: '',
  versions: [],
  endpoints: featured(perplexityFeatures, CHAT).filter(({ operation }) => operation !== undefined),
  keyHeader: bearer,
  freeQuestion: 'none',
  limitField: 'max_tokens',
  reportsUnasked: true,
};
