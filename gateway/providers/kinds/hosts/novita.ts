import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { STOPS } from '../../published/stops-when-left.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** Novita AI. Source: novita.ai/docs, "LLM APIs". */
export const novita: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.novita,
  kind: 'novita',
  prices: { id: 'novita', secondId: 'novita-ai', audioApart: true },
  stopsWhenLeft: STOPS,
  // 160 at most of what was measured. Source: huggingface.co/inference/models, 2026.
  mostTokensPerSecond: () => 1_000,
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS],
  limitField: 'max_tokens',
};
