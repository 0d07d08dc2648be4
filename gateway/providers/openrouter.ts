import { bearer } from './bearer.ts';
import { CHAT, COMPLETIONS, EMBEDDINGS, MESSAGES, RESPONSES } from './common-endpoints.ts';
import type { ProviderSpec } from './provider-spec.ts';

/**
 * OpenRouter: models of everybody, named `vendor/model`, in three protocols. Every reply says what it charged, unasked, and
 * that is what counts; the price library bounds it. Source: openrouter.ai/docs, "Quickstart", "Usage accounting".
 */
export const openrouter: ProviderSpec = {
  kind: 'openrouter',
  title: 'OpenRouter',
  defaultBaseUrl: 'https://openrouter.ai/api/v1',
  prices: { id: 'openrouter', reportsCost: true, audioApart: true },
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...CHAT, ...COMPLETIONS, ...EMBEDDINGS, ...RESPONSES, ...MESSAGES],
  keyHeader: bearer,
};
