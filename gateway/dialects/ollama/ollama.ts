import type { Dialect } from '../dialect.ts';

/**
 * Ollama's own API. Its clients show the text of `error`, whether that comes as a whole reply or as a line of a stream.
 * Source: docs.ollama.com/api/errors, 2026-11.
 */
export const ollama: Dialect = {
  id: 'ollama',
  errorBody: (_kind, _code, message) => JSON.stringify({ error: message }),
  streamError: (_code, message) => `${JSON.stringify({ error: message })}\n`,
  // Clients parse every line, an empty one too; blanks before a document mean nothing to any of them.
  heartbeat: () => ' ',
};
