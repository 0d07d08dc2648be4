import { anthropicMessagesEndpoints } from '../../dialects/anthropic-messages/endpoints.ts';
import { ignoring } from '../../dialects/anthropic-messages/ignoring.ts';
import { openAiChatEndpoints } from '../../dialects/openai-chat/endpoints.ts';
import { compatibleResponsesEndpoints, openAiResponsesEndpoints } from '../../dialects/openai-responses/endpoints.ts';
import { withFeatures } from '../../dialects/features/with-features.ts';
import type { ServerFeatures } from '../../dialects/features/server-features.ts';
import type { Endpoint } from '../../dialects/dialect.ts';
import type { FreeQuestion } from '../provider-spec.ts';

const pick = (all: readonly Endpoint[], ...paths: readonly string[]): readonly Endpoint[] =>
  all.filter(({ path }) => paths.includes(path));

/** The same endpoints at a server that adds something of its own to them. */
export function featured(features: ServerFeatures, endpoints: readonly Endpoint[]): readonly Endpoint[] {
  return endpoints.map((endpoint) =>
    endpoint.operation ? { ...endpoint, operation: withFeatures(endpoint.operation, features) } : endpoint,
  );
}

/** All of OpenAI's protocol but moderations: those are free at OpenAI only. */
export const OPENAI_WITHOUT_FREE: readonly Endpoint[] = openAiChatEndpoints.filter(
  ({ path }) => path !== 'moderations',
);
/**
 * The endpoints of nearly every server that speaks OpenAI's protocol. Purser refuses a path that a server does not
 * have, in words.
 */
export const CHAT: readonly Endpoint[] = pick(openAiChatEndpoints, 'chat/completions', 'models', 'models/{model}');
export const COMPLETIONS: readonly Endpoint[] = pick(openAiChatEndpoints, 'completions');
export const EMBEDDINGS: readonly Endpoint[] = pick(openAiChatEndpoints, 'embeddings');
export const AUDIO: readonly Endpoint[] = pick(
  openAiChatEndpoints,
  'audio/transcriptions',
  'audio/translations',
  'audio/speech',
);
/** The Responses API of servers that keep no conversations. */
export const RESPONSES: readonly Endpoint[] = compatibleResponsesEndpoints;
/** The same where nothing costs money, whatever runs there. */
export const FREE_RESPONSES: readonly Endpoint[] = pick(
  openAiResponsesEndpoints,
  'responses',
  'responses/{id}',
  'responses/{id}/cancel',
);
/** Anthropic's protocol at somebody else's server, for Claude Code and its like. */
export const MESSAGES: readonly Endpoint[] = pick(anthropicMessagesEndpoints, 'messages', 'messages/count_tokens');
/** The same where some fields of a message do nothing. */
export function messagesIgnoring(...fields: readonly string[]): readonly Endpoint[] {
  return MESSAGES.map((endpoint) =>
    endpoint.operation ? { ...endpoint, operation: ignoring(endpoint.operation, fields) } : endpoint,
  );
}
/** Anthropic's models; left to itself it lists twenty. Source: docs.anthropic.com, "List models". */
export const ANTHROPIC_LIST: FreeQuestion = {
  path: 'v1/models?limit=1000',
  headers: { 'anthropic-version': '2023-06-01' },
};
