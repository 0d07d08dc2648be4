import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { NOBODY_KNOWS } from '../../published/stops-when-left.ts';
import { UNKNOWN_PACE } from '../../published/stream-pace.ts';

/**
 * Any HTTP API: GitHub, Stripe, Brave search. It has no endpoints that Purser knows and no tokens; its record says
 * where its key goes and what a call costs.
 */
export const http: ProviderSpec = {
  ...PROVIDER_RECORDS.http,
  kind: 'http',
  prices: { id: undefined },
  stopsWhenLeft: NOBODY_KNOWS,
  mostTokensPerSecond: UNKNOWN_PACE,
  sdkSuffix: '',
  versions: [],
  endpoints: [],
  keyHeader: (key) => ['authorization', key],
  freeQuestion: 'none',
};
