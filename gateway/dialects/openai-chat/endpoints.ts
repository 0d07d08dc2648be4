import type { Endpoint } from '../dialect.ts';
import { chat } from './chat.ts';
import { completions } from './completions.ts';
import { embeddings } from './embeddings.ts';
import { imageEdits, imageGenerations } from './media/images.ts';
import { speech } from './media/speech.ts';
import { transcriptions } from './media/transcriptions.ts';

const dialect = 'openai-chat';

/** The calls that Purser passes on in this dialect. Source: OpenAI API reference. */
export const openAiChatEndpoints: readonly Endpoint[] = [
  { path: 'chat/completions', method: 'POST', dialect, operation: chat },
  // Completions kept with `store: true`: reading and deleting one costs nothing. A list would show one agent another's.
  { path: 'chat/completions/{id}', method: 'GET', dialect },
  { path: 'chat/completions/{id}', method: 'DELETE', dialect },
  { path: 'chat/completions/{id}/messages', method: 'GET', dialect },
  { path: 'completions', method: 'POST', dialect, operation: completions },
  { path: 'embeddings', method: 'POST', dialect, operation: embeddings },
  { path: 'moderations', method: 'POST', dialect },
  { path: 'images/generations', method: 'POST', dialect, operation: imageGenerations },
  { path: 'images/edits', method: 'POST', dialect, operation: imageEdits, body: 'form' },
  { path: 'audio/transcriptions', method: 'POST', dialect, operation: transcriptions, body: 'form' },
  { path: 'audio/translations', method: 'POST', dialect, operation: transcriptions, body: 'form' },
  { path: 'audio/speech', method: 'POST', dialect, operation: speech },
  { path: 'models', method: 'GET', dialect },
  { path: 'models/{model}', method: 'GET', dialect },
];
