import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { STOPS } from '../../published/stops-when-left.ts';
import { openAiHost } from './open-ai-host.ts';

/** FriendliAI, its serverless endpoints. Source: friendli.ai/docs. */
export const friendli: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.friendli,
  kind: 'friendli',
  prices: { id: undefined, secondId: 'friendli', audioApart: true },
  stopsWhenLeft: STOPS,
};
