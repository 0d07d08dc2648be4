import type { Vector } from './vector.ts';
import { chat, chunks, message, replyWith, response } from './vector.ts';

const CACHED = {
  prompt_tokens: 976,
  completion_tokens: 61,
  total_tokens: 1_037,
  prompt_tokens_details: { cached_tokens: 896 },
  completion_tokens_details: { reasoning_tokens: 25 },
  prompt_cache_hit_tokens: 896,
  prompt_cache_miss_tokens: 80,
};

/** Prices: api-docs.deepseek.com, "Models & pricing": off-peak where no hour is named. */
export const DEEPSEEK: readonly Vector[] = [
  chat('deepseek', {
    kinds: ['text'],
    what: 'text',
    model: 'deepseek-v4-flash',
    source: 'vercel/ai, recorded in deepseek-text',
    reply: replyWith({
      prompt_tokens: 13,
      completion_tokens: 300,
      total_tokens: 313,
      prompt_tokens_details: { cached_tokens: 0 },
      prompt_cache_hit_tokens: 0,
      prompt_cache_miss_tokens: 13,
    }),
    bill: 13 * 150 + 300 * 600,
  }),
  // An old name of Flash, at the price which that had on the day of the recording.
  chat('deepseek', {
    kinds: ['text'],
    what: 'an old name',
    model: 'deepseek-reasoner',
    source: 'pydantic/pydantic-ai, recorded in test_deepseek_deferred_capability_with_thinking',
    at: '2026-08-24T00:29:00Z',
    reply: replyWith({
      prompt_tokens: 875,
      completion_tokens: 79,
      total_tokens: 954,
      prompt_cache_hit_tokens: 0,
      prompt_cache_miss_tokens: 875,
    }),
    bill: 244_640,
  }),
  chat('deepseek', {
    kinds: ['cache', 'reasoning'],
    what: 'a cache in words of its own',
    model: 'deepseek-v4-pro',
    source: 'pydantic/pydantic-ai, recorded in test_deepseek_deferred_capability_with_thinking',
    reply: replyWith(CACHED),
    bill: 80 * 660 + 896 * 22 + 61 * 1_980,
  }),
  // Twice as much from Monday to Friday, 01:00 to 04:00 and 06:00 to 10:00 UTC.
  chat('deepseek', {
    kinds: ['cache', 'reasoning'],
    what: 'the same at a peak',
    model: 'deepseek-v4-pro',
    source: 'api-docs.deepseek.com, "Models & pricing"',
    at: '2026-11-20T02:00:00Z',
    reply: replyWith(CACHED),
    bill: 80 * 1_320 + 896 * 44 + 61 * 3_960,
  }),
  chat('deepseek', {
    kinds: ['cache', 'reasoning'],
    what: 'the same hour on a Saturday',
    model: 'deepseek-v4-pro',
    source: 'api-docs.deepseek.com, "Models & pricing"',
    at: '2026-11-21T02:00:00Z',
    reply: replyWith(CACHED),
    bill: 80 * 660 + 896 * 22 + 61 * 1_980,
  }),
  chat('deepseek', {
    kinds: ['reasoning'],
    what: 'a stream with its usage beside the last choice',
    model: 'deepseek-v4-pro',
    source: 'vercel/ai, recorded in deepseek-reasoning',
    reply: chunks({
      usage: {
        prompt_tokens: 18,
        completion_tokens: 219,
        total_tokens: 237,
        prompt_tokens_details: { cached_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 205 },
        prompt_cache_hit_tokens: 0,
        prompt_cache_miss_tokens: 18,
      },
    }),
    bill: 18 * 660 + 219 * 1_980,
  }),
  message('deepseek', {
    kinds: ['text', 'cache read'],
    what: 'a message',
    model: 'deepseek-v4-pro',
    source: 'api-docs.deepseek.com, "Anthropic API"',
    reply: replyWith({
      input_tokens: 80,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 896,
      output_tokens: 61,
      service_tier: 'standard',
    }),
    bill: 80 * 660 + 896 * 22 + 61 * 1_980,
  }),
  message('deepseek', {
    kinds: ['text', 'cache read'],
    what: 'a stream of a message',
    model: 'deepseek-v4-pro',
    source: 'api-docs.deepseek.com, "Anthropic API"',
    reply: [
      {
        type: 'message_start',
        message: {
          id: 'm',
          type: 'message',
          role: 'assistant',
          content: [],
          usage: {
            input_tokens: 80,
            cache_creation_input_tokens: 0,
            cache_read_input_tokens: 896,
            output_tokens: 0,
            service_tier: 'standard',
          },
        },
      },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hi' } },
      { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 61 } },
      { type: 'message_stop' },
    ],
    bill: 80 * 660 + 896 * 22 + 61 * 1_980,
  }),
  message('deepseek', {
    kinds: ['thinking'],
    what: 'thoughts, which are output',
    model: 'deepseek-v4-pro',
    source: 'api-docs.deepseek.com, "Anthropic API"',
    reply: replyWith({
      input_tokens: 18,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      output_tokens: 345,
      service_tier: 'standard',
    }),
    bill: 18 * 660 + 345 * 1_980,
  }),
  response('deepseek', {
    kinds: ['text', 'cache', 'reasoning'],
    what: 'a response',
    model: 'deepseek-v4-flash',
    source: 'pydantic/pydantic-ai, recorded in test_deepseek_responses[function_tool]',
    reply: {
      ...replyWith({
        input_tokens: 366,
        input_tokens_details: { cached_tokens: 256 },
        output_tokens: 63,
        output_tokens_details: { reasoning_tokens: 18 },
        total_tokens: 429,
      }),
      status: 'completed',
      output: [],
    },
    bill: 110 * 150 + 256 * 3 + 63 * 600,
  }),
  {
    ...chat('deepseek', {
      kinds: ['completions'],
      what: 'code in the middle',
      model: 'deepseek-v4-flash',
      source: 'api-docs.deepseek.com, "FIM completion (beta)"',
      asked: { prompt: 'def fib(a):', suffix: 'return fib(a-1) + fib(a-2)' },
      reply: {
        object: 'text_completion',
        usage: { prompt_tokens: 20, completion_tokens: 30, total_tokens: 50, prompt_cache_hit_tokens: 0 },
      },
      bill: 20 * 150 + 30 * 600,
    }),
    path: 'beta/completions',
  },
];
