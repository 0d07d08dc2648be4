import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import { ollamaEndpoints } from '../../../dialects/ollama/endpoints.ts';
import { bearer } from '../bearer.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS, FREE_RESPONSES, MESSAGES } from '../common-endpoints.ts';
import { ollamaLimits } from '../../model-limits/ollama.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { ollamaPrices } from '../../published/ollama-prices.ts';
import { COSTS_NOTHING } from '../../published/stops-when-left.ts';
import { UNKNOWN_PACE } from '../../published/stream-pace.ts';

/** Its own API stands beside the compatible one. A person may give the address of the server, as OLLAMA_HOST has it. */
function places(baseUrl: string): { readonly root: string; readonly base: string } {
  const root = baseUrl.replace(/\/(v1|api)$/, '');
  return { root, base: `${root}/v1` };
}

/**
 * Ollama: on this machine free, still counted in tokens, and without a key; in its cloud paid. Sources:
 * docs.ollama.com, "OpenAI compatibility", "API", "Cloud"; 2026-11.
 */
export const ollama: ProviderSpec = {
  ...PROVIDER_RECORDS.ollama,
  kind: 'ollama',
  prices: ollamaPrices,
  limitsOf: ollamaLimits,
  stopsWhenLeft: COSTS_NOTHING,
  mostTokensPerSecond: UNKNOWN_PACE,
  sdkSuffix: '/v1',
  versions: [],
  places,
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS, ...FREE_RESPONSES, ...MESSAGES, ...ollamaEndpoints],
  keyHeader: bearer,
  limitField: 'max_tokens',
};
