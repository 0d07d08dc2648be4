import type { Vector } from './vector.ts';
import { chat, chunks, replyWith } from './vector.ts';

const HELLO = [{ role: 'user', content: 'Hi' }];

/** Prices: alibabacloud.com/help/en/model-studio, "Model pricing" (Singapore) and "Context cache". */
export const QWEN: readonly Vector[] = [
  chat('qwen', {
    kinds: ['text'],
    what: 'text',
    model: 'qwen3-max',
    source: 'vercel/ai, recorded in alibaba-text',
    reply: replyWith({
      prompt_tokens: 18,
      completion_tokens: 1_064,
      total_tokens: 1_082,
      prompt_tokens_details: { cached_tokens: 0 },
    }),
    bill: 18 * 1_200 + 1_064 * 6_000,
  }),
  chat('qwen', {
    kinds: ['reasoning'],
    what: 'reasoning',
    model: 'qwen3-max',
    source: 'vercel/ai, recorded in alibaba-reasoning',
    reply: replyWith({
      prompt_tokens: 24,
      completion_tokens: 1_668,
      total_tokens: 1_692,
      completion_tokens_details: { reasoning_tokens: 1_353 },
      prompt_tokens_details: { cached_tokens: 0 },
    }),
    bill: 24 * 1_200 + 1_668 * 6_000,
  }),
  // A fifth of the price of its input.
  chat('qwen', {
    kinds: ['cache'],
    what: 'a cache it made by itself',
    model: 'qwen3-max',
    source: 'alibabacloud.com/help, "Context cache", implicit cache',
    reply: replyWith({
      prompt_tokens: 3_019,
      completion_tokens: 104,
      total_tokens: 3_123,
      prompt_tokens_details: { cached_tokens: 2_048 },
    }),
    bill: 971 * 1_200 + 2_048 * 240 + 104 * 6_000,
  }),
  // A quarter more than its input.
  chat('qwen', {
    kinds: ['cache'],
    what: 'a cache that was asked for, as it is made',
    model: 'qwen3-coder-plus',
    source: 'vercel/ai, convert-alibaba-usage; "Context cache", explicit cache',
    reply: replyWith({
      prompt_tokens: 2_000,
      completion_tokens: 75,
      total_tokens: 2_075,
      prompt_tokens_details: { cached_tokens: 0, cache_creation_input_tokens: 1_600, cache_type: 'ephemeral' },
    }),
    bill: 400 * 1_000 + 1_600 * 1_250 + 75 * 5_000,
  }),
  // A tenth of it.
  chat('qwen', {
    kinds: ['cache'],
    what: 'a cache that was asked for, as it is read',
    model: 'qwen3-coder-plus',
    source: 'vercel/ai, convert-alibaba-usage; "Context cache", explicit cache',
    reply: replyWith({
      prompt_tokens: 2_000,
      completion_tokens: 75,
      total_tokens: 2_075,
      prompt_tokens_details: { cached_tokens: 1_600, cache_creation_input_tokens: 0, cache_type: 'ephemeral' },
    }),
    bill: 400 * 1_000 + 1_600 * 100 + 75 * 5_000,
  }),
  // $1.20 without thoughts; with them, they and the answer cost $4.
  chat('qwen', {
    kinds: ['text'],
    what: 'a model that has not thought',
    model: 'qwen-plus',
    source: 'alibabacloud.com/help, "Model pricing"',
    reply: replyWith({
      prompt_tokens: 22,
      completion_tokens: 17,
      total_tokens: 39,
      prompt_tokens_details: { cached_tokens: 0 },
    }),
    bill: 22 * 400 + 17 * 1_200,
  }),
  chat('qwen', {
    kinds: ['reasoning'],
    what: 'the same that has',
    model: 'qwen-plus',
    source: 'alibabacloud.com/help, "Model pricing"',
    reply: replyWith({
      prompt_tokens: 22,
      completion_tokens: 217,
      total_tokens: 239,
      completion_tokens_details: { reasoning_tokens: 200 },
      prompt_tokens_details: { cached_tokens: 0 },
    }),
    bill: 22 * 400 + 217 * 4_000,
  }),
  // More than 32,000 tokens: all of it at $2.40 and $12; more than 256,000 at $6 and $60.
  chat('qwen', {
    kinds: ['text'],
    what: 'a longer input',
    model: 'qwen3-max',
    source: 'alibabacloud.com/help, "Model pricing"',
    reply: replyWith({ prompt_tokens: 100_000, completion_tokens: 1_000, total_tokens: 101_000 }),
    bill: 100_000 * 2_400 + 1_000 * 12_000,
  }),
  chat('qwen', {
    kinds: ['text'],
    what: 'the longest input',
    model: 'qwen3-coder-plus',
    source: 'alibabacloud.com/help, "Model pricing"',
    reply: replyWith({ prompt_tokens: 300_000, completion_tokens: 1_000, total_tokens: 301_000 }),
    bill: 300_000 * 6_000 + 1_000 * 60_000,
  }),
  chat('qwen', {
    kinds: ['reasoning'],
    what: 'a stream whose usage comes alone',
    model: 'qwen3-max',
    source: 'vercel/ai, recorded in alibaba-reasoning',
    reply: [
      ...chunks({ usage: null }),
      {
        id: 'c',
        object: 'chat.completion.chunk',
        choices: [],
        usage: {
          prompt_tokens: 24,
          completion_tokens: 1_355,
          total_tokens: 1_379,
          completion_tokens_details: { reasoning_tokens: 1_084 },
          prompt_tokens_details: { cached_tokens: 0 },
        },
      },
    ],
    bill: 24 * 1_200 + 1_355 * 6_000,
  }),
  chat('qwen', {
    kinds: ['hosted tools'],
    what: 'a search: $0.01',
    model: 'qwen-plus',
    source: 'alibabacloud.com/help, model-studio, "Web search"',
    asked: { messages: HELLO, enable_search: true },
    reply: replyWith({
      prompt_tokens: 2_000,
      completion_tokens: 100,
      total_tokens: 2_100,
      plugins: { search: { count: 1, strategy: 'turbo' } },
    }),
    bill: 2_000 * 400 + 100 * 1_200 + 10_000_000,
  }),
];
