import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { STOPS } from '../../published/stops-when-left.ts';
import { CHAT, EMBEDDINGS } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** Cohere by its compatibility API, which refuses `stream_options`. Source: docs.cohere.com, "Compatibility API"; strandsagents.com, Cohere. */
export const cohere: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.cohere,
  kind: 'cohere',
  prices: { id: 'cohere', secondId: 'cohere', audioApart: true },
  stopsWhenLeft: STOPS,
  endpoints: [...CHAT, ...EMBEDDINGS],
  limitField: 'max_tokens',
  reportsUnasked: true,
};
