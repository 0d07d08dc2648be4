import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS, FREE_RESPONSES, MESSAGES } from './common-endpoints.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { COSTS_NOTHING } from '../published/stops-when-left.ts';
import { UNKNOWN_PACE } from '../published/stream-pace.ts';

/**
 * LM Studio on this machine: free, still counted in tokens, and it wants no key. Source: lmstudio.ai/docs, "OpenAI
 * compatibility endpoints".
 */
export const lmstudio: ProviderSpec = {
  ...PROVIDER_RECORDS.lmstudio,
  kind: 'lmstudio',
  prices: { id: undefined, free: true },
  stopsWhenLeft: COSTS_NOTHING,
  mostTokensPerSecond: UNKNOWN_PACE,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS, ...FREE_RESPONSES, ...MESSAGES],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
