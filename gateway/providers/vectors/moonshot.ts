import type { Vector } from './vector.ts';
import { chat, chunks, message, replyWith } from './vector.ts';

const HELLO = [{ role: 'user', content: 'Hi' }];

/** Prices: platform.kimi.ai/docs, "Pricing". */
export const MOONSHOT: readonly Vector[] = [
  chat('moonshot', {
    kinds: ['text'],
    what: 'text',
    model: 'kimi-k3',
    source: 'vercel/ai, recorded in moonshotai-text',
    reply: replyWith({ prompt_tokens: 9, completion_tokens: 5, total_tokens: 14 }),
    bill: 9 * 3_000 + 5 * 15_000,
  }),
  chat('moonshot', {
    kinds: ['cache', 'reasoning'],
    what: 'a cache at the top',
    model: 'kimi-k2.6',
    source: 'vercel/ai, moonshotai-reasoning',
    reply: replyWith({
      prompt_tokens: 20,
      completion_tokens: 30,
      total_tokens: 50,
      cached_tokens: 10,
      completion_tokens_details: { reasoning_tokens: 22 },
    }),
    bill: 10 * 950 + 10 * 160 + 30 * 4_000,
  }),
  chat('moonshot', {
    kinds: ['reasoning'],
    what: 'a stream with its usage beside the last choice',
    model: 'kimi-k3',
    source: 'vercel/ai, moonshotai-stream',
    reply: chunks({
      usage: {
        prompt_tokens: 9,
        completion_tokens: 12,
        total_tokens: 21,
        completion_tokens_details: { reasoning_tokens: 7 },
      },
    }),
    bill: 9 * 3_000 + 12 * 15_000,
  }),
  chat('moonshot', {
    kinds: ['text'],
    what: 'a stream with its usage in the last choice',
    model: 'kimi-k3',
    source: 'platform.kimi.ai/docs, "Use the streaming feature"',
    reply: chunks({}, { usage: { prompt_tokens: 19, completion_tokens: 13, total_tokens: 32 } }),
    bill: 19 * 3_000 + 13 * 15_000,
  }),
  message('moonshot', {
    kinds: ['text', 'cache read'],
    what: 'a message',
    model: 'kimi-k2.6',
    source: 'platform.kimi.ai/docs, "Claude Code"',
    reply: replyWith({
      input_tokens: 10,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 10,
      output_tokens: 30,
    }),
    bill: 10 * 950 + 10 * 160 + 30 * 4_000,
  }),
  message('moonshot', {
    kinds: ['thinking'],
    what: 'thoughts, which are output',
    model: 'kimi-k3',
    source: 'platform.kimi.ai/docs, "Claude Code"',
    reply: replyWith({ input_tokens: 9, output_tokens: 120 }),
    bill: 9 * 3_000 + 120 * 15_000,
  }),
  chat('moonshot', {
    kinds: ['hosted tools'],
    what: 'a reply that asks for a search: $0.005',
    model: 'kimi-k2-0905-preview',
    source: 'platform.kimi.ai/docs/pricing/tools, "Internet search billing logic"',
    asked: { messages: HELLO, tools: [{ type: 'builtin_function', function: { name: '$web_search' } }] },
    reply: {
      choices: [
        {
          index: 0,
          finish_reason: 'tool_calls',
          message: {
            role: 'assistant',
            tool_calls: [{ id: 't', type: 'builtin_function', function: { name: '$web_search', arguments: '{}' } }],
          },
        },
      ],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    },
    bill: 100 * 600 + 20 * 2_500 + 5_000_000,
  }),
];
