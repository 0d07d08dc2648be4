import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { Endpoint } from '../../../dialects/dialect.ts';
import { bearer } from '../bearer.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS, FREE_RESPONSES, MESSAGES } from '../common-endpoints.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { COSTS_NOTHING } from '../../published/stops-when-left.ts';
import { UNKNOWN_PACE } from '../../published/stream-pace.ts';

const OPENAI: readonly Endpoint[] = [...CHAT, ...COMPLETIONS, ...EMBEDDINGS];

/**
 * LM Studio on this machine: free, still counted in tokens, and it wants no key. Its own REST API is the compatible one
 * with more figures in its replies. Source: lmstudio.ai/docs, "OpenAI compatibility endpoints", "REST API v0"; 2026-11.
 */
export const lmstudio: ProviderSpec = {
  ...PROVIDER_RECORDS.lmstudio,
  kind: 'lmstudio',
  prices: { id: undefined, free: true },
  stopsWhenLeft: COSTS_NOTHING,
  mostTokensPerSecond: UNKNOWN_PACE,
  sdkSuffix: '/v1',
  versions: [],
  places: (baseUrl) => ({ root: baseUrl.replace(/\/v1$/, ''), base: baseUrl }),
  endpoints: [
    ...OPENAI,
    ...FREE_RESPONSES,
    ...MESSAGES,
    ...OPENAI.map((endpoint) => ({ ...endpoint, at: `api/v0/${endpoint.path}` })),
    { path: 'models', at: 'api/v1/models', method: 'GET', dialect: 'openai-chat' },
  ],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
