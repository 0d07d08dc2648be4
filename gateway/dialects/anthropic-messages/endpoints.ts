import type { Endpoint } from '../dialect.ts';
import { messages } from './messages.ts';

/** What Purser passes on in this dialect. Source: Anthropic API reference. */
export const anthropicMessagesEndpoints: readonly Endpoint[] = [
  { path: 'messages', method: 'POST', dialect: 'anthropic-messages', operation: messages },
  { path: 'messages/count_tokens', method: 'POST', dialect: 'anthropic-messages' },
  { path: 'models', method: 'GET', dialect: 'anthropic-messages' },
  { path: 'models/{model}', method: 'GET', dialect: 'anthropic-messages' },
];
