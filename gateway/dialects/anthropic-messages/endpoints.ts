import type { Endpoint } from '../dialect.ts';
import { createBatch } from './create-batch.ts';
import { messages } from './messages.ts';

/** The calls that Purser passes on in this dialect. Source: Anthropic API reference. */
export const anthropicMessagesEndpoints: readonly Endpoint[] = [
  { path: 'messages', method: 'POST', dialect: 'anthropic-messages', operation: messages },
  { path: 'messages/count_tokens', method: 'POST', dialect: 'anthropic-messages' },
  { path: 'messages/batches', method: 'POST', dialect: 'anthropic-messages', operation: createBatch },
  // Batches by their names, which only their creator knows. A list would show one agent another's.
  { path: 'messages/batches/{batch}', method: 'GET', dialect: 'anthropic-messages', link: 'results_url' },
  { path: 'messages/batches/{batch}', method: 'DELETE', dialect: 'anthropic-messages' },
  { path: 'messages/batches/{batch}/cancel', method: 'POST', dialect: 'anthropic-messages', link: 'results_url' },
  { path: 'messages/batches/{batch}/results', method: 'GET', dialect: 'anthropic-messages' },
  { path: 'models', method: 'GET', dialect: 'anthropic-messages' },
  { path: 'models/{model}', method: 'GET', dialect: 'anthropic-messages' },
];
