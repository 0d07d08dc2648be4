import type { Operation } from '../../dialect.ts';
import { readChatUsage } from '../../openai-chat/chat.ts';
import { completions } from '../../openai-chat/completions.ts';
import { createOpenAiMeter } from '../../openai-chat/meter.ts';

/**
 * Code between a prompt and a suffix: asked for as a legacy completion, answered as a chat. Source: docs.mistral.ai,
 * API reference, "Fim completion"; 2026-08.
 */
export const fim: Operation = { ...completions, createMeter: (ask) => createOpenAiMeter(ask, readChatUsage) };
