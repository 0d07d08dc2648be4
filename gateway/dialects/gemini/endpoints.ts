import type { Endpoint } from '../dialect.ts';
import { batchEmbedContents, embedContent } from './embed.ts';
import { generateContent, streamGenerateContent } from './generate.ts';

/**
 * The calls that Purser passes on in this dialect. Not: caches (their storage is billed by the hour), batches and files
 * that others can refer to. Source: ai.google.dev, API reference.
 */
export const geminiEndpoints: readonly Endpoint[] = [
  { path: 'models/{model}:generateContent', method: 'POST', dialect: 'gemini', operation: generateContent },
  { path: 'models/{model}:streamGenerateContent', method: 'POST', dialect: 'gemini', operation: streamGenerateContent },
  { path: 'models/{model}:embedContent', method: 'POST', dialect: 'gemini', operation: embedContent },
  { path: 'models/{model}:batchEmbedContents', method: 'POST', dialect: 'gemini', operation: batchEmbedContents },
  { path: 'models/{model}:countTokens', method: 'POST', dialect: 'gemini' },
  { path: 'models', method: 'GET', dialect: 'gemini' },
  { path: 'models/{model}', method: 'GET', dialect: 'gemini' },
];
