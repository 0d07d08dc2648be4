import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { GOES_ON } from '../../published/stops-when-left.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** Nebius Token Factory. Source: docs.tokenfactory.nebius.com, "API reference". */
export const nebius: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.nebius,
  kind: 'nebius',
  prices: { id: undefined, secondId: 'nebius', audioApart: true },
  stopsWhenLeft: GOES_ON,
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS],
};
