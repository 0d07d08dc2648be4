import type { DialectId, Endpoint, KeptThing, Method } from '../dialect.ts';
import { createBatch } from './batches/create-batch.ts';
import { messages } from './messages.ts';

const dialect: DialectId = 'anthropic-messages';
const BATCH: KeptThing = { does: 'reach', at: 'batch' };
const FILE: KeptThing = { does: 'reach', at: 'file' };
const SKILL: KeptThing = { does: 'reach', at: 'skill' };

const free = (method: Method, path: string, kept: KeptThing): Endpoint => ({ method, path, dialect, kept });

/** The calls that Purser passes on in this dialect. Source: Anthropic API reference, 2026-11. */
export const anthropicMessagesEndpoints: readonly Endpoint[] = [
  { path: 'messages', method: 'POST', dialect, operation: messages },
  { path: 'messages/count_tokens', method: 'POST', dialect },
  { path: 'messages/batches', method: 'POST', dialect, operation: createBatch, kept: { does: 'make' } },
  { ...free('GET', 'messages/batches', { does: 'list', at: 1_000 }), link: 'results_url' },
  { ...free('GET', 'messages/batches/{batch}', BATCH), link: 'results_url' },
  free('DELETE', 'messages/batches/{batch}', { ...BATCH, does: 'remove' }),
  { ...free('POST', 'messages/batches/{batch}/cancel', BATCH), link: 'results_url' },
  free('GET', 'messages/batches/{batch}/results', BATCH),
  { path: 'models', method: 'GET', dialect },
  { path: 'models/{model}', method: 'GET', dialect },
  // Storage costs nothing; a file costs its tokens in each request that reads it. Source: "Files API: billing".
  free('POST', 'files', { does: 'make' }),
  free('GET', 'files', { does: 'list', at: 1_000 }),
  free('GET', 'files/{file}', FILE),
  free('GET', 'files/{file}/content', FILE),
  free('DELETE', 'files/{file}', { ...FILE, does: 'remove' }),
  free('POST', 'skills', { does: 'make' }),
  free('GET', 'skills', { does: 'list', at: 100 }),
  free('GET', 'skills/{skill}', SKILL),
  free('DELETE', 'skills/{skill}', { ...SKILL, does: 'remove' }),
  free('POST', 'skills/{skill}/versions', SKILL),
  free('GET', 'skills/{skill}/versions', SKILL),
  free('GET', 'skills/{skill}/versions/{version}', SKILL),
  free('GET', 'skills/{skill}/versions/{version}/content', SKILL),
  free('DELETE', 'skills/{skill}/versions/{version}', SKILL),
];
