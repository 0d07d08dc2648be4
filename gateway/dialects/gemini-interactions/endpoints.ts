import type { Endpoint } from '../dialect.ts';
import { createInteraction } from './create-interaction.ts';

const dialect = 'gemini-interactions';

/**
 * The calls that Purser passes on in this dialect. Reading, cancelling and deleting an interaction costs nothing: it
 * was paid when it was created. Source: ai.google.dev, "Interactions API", 2026-11, and @google/genai 3.1.
 */
export const geminiInteractionsEndpoints: readonly Endpoint[] = [
  { path: 'interactions', method: 'POST', dialect, operation: createInteraction },
  { path: 'interactions/{id}', method: 'GET', dialect },
  { path: 'interactions/{id}', method: 'DELETE', dialect },
  { path: 'interactions/{id}/cancel', method: 'POST', dialect },
];
