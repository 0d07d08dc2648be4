import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import { bearer } from '../bearer.ts';
import { OPENAI_WITHOUT_FREE, RESPONSES } from '../common-endpoints.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { NOBODY_KNOWS } from '../../published/stops-when-left.ts';
import { UNKNOWN_PACE } from '../../published/stream-pace.ts';

/**
 * Any server that speaks OpenAI's protocol. Only the prices that the person sets count. A limit goes where every such
 * server looks for it.
 */
export const customOpenAi: ProviderSpec = {
  ...PROVIDER_RECORDS['custom-openai'],
  kind: 'custom-openai',
  prices: { id: undefined },
  stopsWhenLeft: NOBODY_KNOWS,
  mostTokensPerSecond: UNKNOWN_PACE,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...OPENAI_WITHOUT_FREE, ...RESPONSES],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
