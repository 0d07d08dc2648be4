import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import { anthropicMessagesEndpoints } from '../../../dialects/anthropic-messages/endpoints.ts';
import { ANTHROPIC_LIST } from '../common-endpoints.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { NOBODY_KNOWS } from '../../published/stops-when-left.ts';
import { UNKNOWN_PACE } from '../../published/stream-pace.ts';

/** Any server that speaks Anthropic's protocol. Only the prices that the person sets count. */
export const customAnthropic: ProviderSpec = {
  ...PROVIDER_RECORDS['custom-anthropic'],
  kind: 'custom-anthropic',
  prices: { id: undefined },
  stopsWhenLeft: NOBODY_KNOWS,
  mostTokensPerSecond: UNKNOWN_PACE,
  sdkSuffix: '',
  versions: ['v1'],
  endpoints: anthropicMessagesEndpoints,
  keyHeader: (key) => ['x-api-key', key],
  freeQuestion: ANTHROPIC_LIST,
};
