import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS, FREE_RESPONSES, MESSAGES } from './common-endpoints.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { COSTS_NOTHING } from '../published/stops-when-left.ts';
import { UNKNOWN_PACE } from '../published/stream-pace.ts';

/**
 * Ollama on this machine: free, still counted in tokens, and it wants no key. Source: docs.ollama.com, "OpenAI
 * compatibility".
 */
export const ollama: ProviderSpec = {
  ...PROVIDER_RECORDS.ollama,
  kind: 'ollama',
  prices: { id: undefined, free: true },
  stopsWhenLeft: COSTS_NOTHING,
  mostTokensPerSecond: UNKNOWN_PACE,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS, ...FREE_RESPONSES, ...MESSAGES],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
