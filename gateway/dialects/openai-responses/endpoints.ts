import type { Endpoint } from '../dialect.ts';
import { compact } from './compact.ts';
import { createResponse, createCompatibleResponse } from './create-response.ts';

const free = (method: Endpoint['method'], path: string): Endpoint => ({ path, method, dialect: 'openai-responses' });

/**
 * The calls that Purser passes on in this dialect. Reading, cancelling, deleting and resuming a stored response costs
 * nothing: it was paid when it was created. Source: OpenAI API reference, "Responses" and "Conversations".
 */
export const openAiResponsesEndpoints: readonly Endpoint[] = [
  { path: 'responses', method: 'POST', dialect: 'openai-responses', operation: createResponse },
  { path: 'responses/compact', method: 'POST', dialect: 'openai-responses', operation: compact },
  free('POST', 'responses/input_tokens'),
  free('GET', 'responses/{id}'),
  free('DELETE', 'responses/{id}'),
  free('GET', 'responses/{id}/input_items'),
  free('POST', 'responses/{id}/cancel'),
  free('POST', 'conversations'),
  free('GET', 'conversations/{id}'),
  free('POST', 'conversations/{id}'),
  free('DELETE', 'conversations/{id}'),
  free('GET', 'conversations/{id}/items'),
  free('POST', 'conversations/{id}/items'),
  free('GET', 'conversations/{id}/items/{item}'),
  free('DELETE', 'conversations/{id}/items/{item}'),
];

/** The calls that other servers of this protocol have. Source: their own references. */
export const compatibleResponsesEndpoints: readonly Endpoint[] = [
  { path: 'responses', method: 'POST', dialect: 'openai-responses', operation: createCompatibleResponse },
  free('GET', 'responses/{id}'),
  free('POST', 'responses/{id}/cancel'),
];
