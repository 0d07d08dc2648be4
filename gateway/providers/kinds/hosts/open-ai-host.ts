import type { ProviderSpec } from '../../provider-spec.ts';
import { UNKNOWN_PACE } from '../../published/stream-pace.ts';
import { bearer } from '../bearer.ts';
import { CHAT } from '../common-endpoints.ts';

/** Hosts that speak OpenAI's protocol and of which nothing else is special. */
export const openAiHost: Pick<
  ProviderSpec,
  'mostTokensPerSecond' | 'sdkSuffix' | 'versions' | 'endpoints' | 'keyHeader'
> = {
  mostTokensPerSecond: UNKNOWN_PACE,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: CHAT,
  keyHeader: bearer,
};
