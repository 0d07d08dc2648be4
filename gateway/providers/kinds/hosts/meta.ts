import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { NOT_FOUND } from '../../published/stops-when-left.ts';
import { CHAT, MESSAGES, RESPONSES } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** Meta's Muse, in three protocols. Source: dev.meta.ai/docs, "Protocols". */
export const meta: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.meta,
  kind: 'meta',
  prices: { id: undefined, secondId: 'meta', audioApart: true },
  stopsWhenLeft: NOT_FOUND,
  endpoints: [...CHAT, ...RESPONSES, ...MESSAGES],
};
