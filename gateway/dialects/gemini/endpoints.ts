import type { Endpoint } from '../dialect.ts';
import { batchEmbedContents, embedContent } from './embed.ts';
import { generateContent, streamGenerateContent } from './generate.ts';
import { asyncBatchEmbedContent, batchGenerateContent } from './stored/create-batch.ts';
import { createCache } from './stored/create-cache.ts';

const dialect = 'gemini';
const free = (method: Endpoint['method'], path: string): Endpoint => ({ path, method, dialect });

/**
 * The calls that Purser passes on in this dialect. Files are kept for two days and cost nothing; a list would show one
 * agent another's. Not: the content of stores that are searched, which is billed by what is in it, and models of one's
 * own. Source: ai.google.dev, API reference.
 */
export const geminiEndpoints: readonly Endpoint[] = [
  { path: 'models/{model}:generateContent', method: 'POST', dialect, operation: generateContent },
  { path: 'models/{model}:streamGenerateContent', method: 'POST', dialect, operation: streamGenerateContent },
  { path: 'models/{model}:embedContent', method: 'POST', dialect, operation: embedContent },
  { path: 'models/{model}:batchEmbedContents', method: 'POST', dialect, operation: batchEmbedContents },
  { path: 'models/{model}:batchGenerateContent', method: 'POST', dialect, operation: batchGenerateContent },
  { path: 'models/{model}:asyncBatchEmbedContent', method: 'POST', dialect, operation: asyncBatchEmbedContent },
  free('GET', 'batches/{batch}'),
  free('POST', 'batches/{batch}:cancel'),
  free('DELETE', 'batches/{batch}'),
  // Its lifetime is paid when it is made: nothing is left to pay when it is deleted, and a longer one is a new price.
  { path: 'cachedContents', method: 'POST', dialect, operation: createCache },
  free('GET', 'cachedContents/{cache}'),
  free('DELETE', 'cachedContents/{cache}'),
  free('POST', 'models/{model}:countTokens'),
  free('GET', 'models'),
  free('GET', 'models/{model}'),
  // Its reply says where the bytes go, which come in further requests.
  { ...free('POST', 'upload/{version}/files'), unversioned: true, linkHeader: 'x-goog-upload-url' },
  free('GET', 'files/{file}'),
  free('GET', 'files/{file}:download'),
  free('DELETE', 'files/{file}'),
];
