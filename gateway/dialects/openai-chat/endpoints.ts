import type { Endpoint } from '../dialect.ts';
import { chat } from './chat.ts';

/** What Purser passes on in this dialect. Source: OpenAI API reference. */
export const openAiChatEndpoints: readonly Endpoint[] = [
  { path: 'chat/completions', method: 'POST', dialect: 'openai-chat', operation: chat },
  { path: 'models', method: 'GET', dialect: 'openai-chat' },
  { path: 'models/{model}', method: 'GET', dialect: 'openai-chat' },
];
