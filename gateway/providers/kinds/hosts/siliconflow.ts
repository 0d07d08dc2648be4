import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { NOT_FOUND } from '../../published/stops-when-left.ts';
import { SILICONFLOW_THINKING } from '../../published/thinking-limits.ts';
import { CHAT, EMBEDDINGS } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** SiliconFlow, its international address. Source: docs.siliconflow.com, "API reference". */
export const siliconflow: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.siliconflow,
  kind: 'siliconflow',
  prices: { id: undefined, secondId: 'siliconflow', audioApart: true },
  stopsWhenLeft: NOT_FOUND,
  endpoints: [...CHAT, ...EMBEDDINGS],
  limitField: 'max_tokens',
  limitOmitsThinking: SILICONFLOW_THINKING,
};
