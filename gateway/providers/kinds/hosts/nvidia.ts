import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { NOT_FOUND } from '../../published/stops-when-left.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** NVIDIA's API catalogue: no use of it costs money, how often is limited. Source: build.nvidia.com; steipete/CodexBar#2498, 2026-11. */
export const nvidia: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.nvidia,
  kind: 'nvidia',
  prices: { id: undefined, secondId: 'nvidia', freeModels: /^/ },
  stopsWhenLeft: NOT_FOUND,
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS],
  limitField: 'max_tokens',
  // It shows its models to anybody.
  freeQuestion: 'none',
};
