import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { STOPS } from '../../published/stops-when-left.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** DeepInfra. Source: docs.deepinfra.com, "OpenAI API". */
export const deepinfra: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.deepinfra,
  kind: 'deepinfra',
  prices: { id: undefined, secondId: 'deepinfra', audioApart: true },
  stopsWhenLeft: STOPS,
  // 320 at most of what was measured. Source: huggingface.co/inference/models, 2026.
  mostTokensPerSecond: () => 1_000,
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS],
  limitField: 'max_tokens',
  // It shows its models to anybody.
  freeQuestion: 'none',
};
