import type { Endpoint } from '../../dialect.ts';
import { imageGenerations } from '../../openai-chat/media/images.ts';
import { compatibleChat } from './chat.ts';
import { compatibleEmbeddings } from './embeddings.ts';

const dialect = 'openai-chat';

/**
 * The calls in OpenAI's protocol that Google has below `/v1beta/openai`. Not: its batches and films, which are
 * billed later. Source: ai.google.dev, "OpenAI compatibility", 2026-11.
 */
export const compatibleEndpoints: readonly Endpoint[] = [
  { path: 'openai/chat/completions', method: 'POST', dialect, operation: compatibleChat },
  { path: 'openai/embeddings', method: 'POST', dialect, operation: compatibleEmbeddings },
  { path: 'openai/images/generations', method: 'POST', dialect, operation: imageGenerations },
  { path: 'openai/models', method: 'GET', dialect },
  { path: 'openai/models/{model}', method: 'GET', dialect },
];
