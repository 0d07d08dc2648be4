import type { Endpoint } from '../../dialect.ts';
import { createBatch } from './create-batch.ts';

const dialect = 'openai-chat';
const free = (method: Endpoint['method'], path: string): Endpoint => ({ path, method, dialect });

/**
 * Files, which are kept for nothing, batches of the requests in them, and stores of files. All by their ids, which only
 * their creator knows: a list would show one agent another's. Source: OpenAI API reference.
 */
export const openAiBatchEndpoints: readonly Endpoint[] = [
  free('POST', 'files'),
  free('GET', 'files/{file}'),
  free('DELETE', 'files/{file}'),
  free('GET', 'files/{file}/content'),
  free('POST', 'uploads'),
  free('POST', 'uploads/{upload}/parts'),
  free('POST', 'uploads/{upload}/complete'),
  free('POST', 'uploads/{upload}/cancel'),
  // Looking at a vector store costs nothing, and deleting one ends what it costs. Making one is refused, in words.
  free('GET', 'vector_stores/{store}'),
  free('DELETE', 'vector_stores/{store}'),
  free('GET', 'vector_stores/{store}/files'),
  free('GET', 'vector_stores/{store}/files/{file}'),
  free('DELETE', 'vector_stores/{store}/files/{file}'),
  { path: 'batches', method: 'POST', dialect, operation: createBatch },
  free('GET', 'batches/{id}'),
  free('POST', 'batches/{id}/cancel'),
];
