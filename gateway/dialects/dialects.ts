import { anthropicMessages } from './anthropic-messages/anthropic-messages.ts';
import { bedrock } from './bedrock/bedrock.ts';
import type { Dialect, DialectId } from './dialect.ts';
import { gemini } from './gemini/gemini.ts';
import { geminiInteractions } from './gemini-interactions/gemini-interactions.ts';
import { ollama } from './ollama/ollama.ts';
import { openAiChat } from './openai-chat/openai-chat.ts';
import { openAiResponses } from './openai-responses/openai-responses.ts';

/** Every dialect Purser speaks. */
export const DIALECTS: Readonly<Record<DialectId, Dialect>> = {
  'openai-chat': openAiChat,
  'openai-responses': openAiResponses,
  'anthropic-messages': anthropicMessages,
  gemini,
  'gemini-interactions': geminiInteractions,
  bedrock,
  ollama,
};
