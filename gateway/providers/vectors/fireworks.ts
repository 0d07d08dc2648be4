import type { Vector } from './vector.ts';
import { chat, chunks, replyWith } from './vector.ts';

/** Prices: docs.fireworks.ai, "Serverless pricing". */
export const FIREWORKS: readonly Vector[] = [
  chat('fireworks', {
    kinds: ['text'],
    what: 'text',
    model: 'accounts/fireworks/models/kimi-k2p6',
    source: 'docs.fireworks.ai, "Create chat completion"',
    reply: replyWith({ prompt_tokens: 24, total_tokens: 225, completion_tokens: 201 }),
    bill: 24 * 950 + 201 * 4_000,
  }),
  chat('fireworks', {
    kinds: ['cache'],
    what: 'a cache',
    model: 'accounts/fireworks/models/deepseek-v4-pro',
    source: 'docs.fireworks.ai, "Prompt caching"',
    reply: replyWith({
      prompt_tokens: 1_000,
      total_tokens: 1_010,
      completion_tokens: 10,
      prompt_tokens_details: { cached_tokens: 912 },
    }),
    bill: 88 * 1_740 + 912 * 145 + 10 * 3_480,
  }),
  chat('fireworks', {
    kinds: ['cache'],
    what: 'a stream with its usage beside the last choice',
    model: 'accounts/fireworks/models/kimi-k2p6',
    source: 'docs.fireworks.ai, "Create chat completion", streaming',
    reply: chunks({
      usage: {
        prompt_tokens: 64,
        total_tokens: 74,
        completion_tokens: 10,
        prompt_tokens_details: { cached_tokens: 32 },
      },
    }),
    bill: 32 * 950 + 32 * 160 + 10 * 4_000,
  }),
  chat('fireworks', {
    kinds: ['reasoning'],
    what: 'reasoning within the completion',
    model: 'accounts/fireworks/models/gpt-oss-120b',
    source: 'docs.fireworks.ai, "Reasoning"',
    reply: replyWith({
      prompt_tokens: 80,
      total_tokens: 288,
      completion_tokens: 208,
      prompt_tokens_details: { cached_tokens: 0 },
    }),
    bill: 80 * 150 + 208 * 600,
  }),
  {
    ...chat('fireworks', {
      kinds: ['completions'],
      what: 'a legacy completion',
      model: 'accounts/fireworks/models/kimi-k2p6',
      source: 'docs.fireworks.ai, "Create completion"',
      asked: { prompt: 'Hi' },
      reply: { object: 'text_completion', usage: { prompt_tokens: 4, total_tokens: 20, completion_tokens: 16 } },
      bill: 4 * 950 + 16 * 4_000,
    }),
    path: 'completions',
  },
];
