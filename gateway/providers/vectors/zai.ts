import type { Vector } from './vector.ts';
import { chat, chunks, message, replyWith } from './vector.ts';

const HELLO = [{ role: 'user', content: 'Hi' }];

/** Prices: docs.z.ai, "Pricing". */
export const ZAI: readonly Vector[] = [
  chat('zai', {
    kinds: ['text', 'reasoning'],
    what: 'reasoning',
    model: 'glm-5.3',
    source: 'pydantic/pydantic-ai, recorded in test_zai_glm_5_3_reasoning_effort',
    reply: replyWith({
      prompt_tokens: 20,
      completion_tokens: 120,
      total_tokens: 140,
      prompt_tokens_details: { cached_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 111 },
    }),
    bill: 20 * 1_400 + 120 * 4_400,
  }),
  chat('zai', {
    kinds: ['cache', 'reasoning'],
    what: 'a picture and a cache',
    model: 'glm-5v-turbo',
    source: 'pydantic/pydantic-ai, recorded in test_zai_vision_thinking',
    reply: replyWith({
      prompt_tokens: 435,
      completion_tokens: 73,
      total_tokens: 508,
      prompt_tokens_details: { cached_tokens: 4 },
      completion_tokens_details: { reasoning_tokens: 56 },
    }),
    bill: 431 * 1_200 + 4 * 240 + 73 * 4_000,
  }),
  chat('zai', {
    kinds: ['reasoning'],
    what: 'a stream with its usage beside the last choice',
    model: 'glm-4.7',
    source: 'pydantic/pydantic-ai, recorded in test_zai_thinking_stream',
    reply: chunks({
      usage: {
        prompt_tokens: 13,
        completion_tokens: 564,
        total_tokens: 577,
        prompt_tokens_details: { cached_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 561 },
      },
    }),
    bill: 13 * 600 + 564 * 2_200,
  }),
  // Half of it until 2026-09-09.
  chat('zai', {
    kinds: ['cache'],
    what: 'the price after the first weeks',
    model: 'glm-5.3-flash',
    source: 'docs.z.ai, "Pricing"',
    reply: replyWith({
      prompt_tokens: 1_000,
      completion_tokens: 100,
      total_tokens: 1_100,
      prompt_tokens_details: { cached_tokens: 600 },
    }),
    bill: 400 * 150 + 600 * 30 + 100 * 500,
  }),
  chat('zai', {
    kinds: ['text'],
    what: 'what is free',
    model: 'glm-4.7-flash',
    source: 'docs.z.ai, "Pricing"',
    reply: replyWith({ prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 }),
    bill: 0,
  }),
  message('zai', {
    kinds: ['text', 'cache read'],
    what: 'a message',
    model: 'glm-5.3',
    source: 'docs.z.ai, "Claude Code"',
    reply: replyWith({
      input_tokens: 20,
      cache_read_input_tokens: 64,
      output_tokens: 120,
      server_tool_use: { web_search_requests: 0 },
      service_tier: 'standard',
    }),
    bill: 20 * 1_400 + 64 * 260 + 120 * 4_400,
  }),
  message('zai', {
    kinds: ['text', 'cache read'],
    what: 'a stream that tells of its input at the end only',
    model: 'glm-5.3',
    source: 'docs.z.ai, "Claude Code", streaming',
    reply: [
      {
        type: 'message_start',
        message: {
          id: 'm',
          type: 'message',
          role: 'assistant',
          content: [],
          usage: { input_tokens: 0, output_tokens: 0 },
        },
      },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hi' } },
      { type: 'content_block_stop', index: 0 },
      {
        type: 'message_delta',
        delta: { stop_reason: 'end_turn', stop_sequence: null },
        usage: {
          input_tokens: 20,
          output_tokens: 120,
          cache_read_input_tokens: 64,
          server_tool_use: { web_search_requests: 0 },
          service_tier: 'standard',
        },
      },
      { type: 'message_stop' },
    ],
    bill: 20 * 1_400 + 64 * 260 + 120 * 4_400,
  }),
  message('zai', {
    kinds: ['thinking'],
    what: 'thoughts, which are output',
    model: 'glm-4.7',
    source: 'docs.z.ai, "Claude Code"',
    reply: replyWith({ input_tokens: 13, cache_read_input_tokens: 0, output_tokens: 437, service_tier: 'standard' }),
    bill: 13 * 600 + 437 * 2_200,
  }),
  chat('zai', {
    kinds: ['hosted tools'],
    what: 'a search: $0.01',
    model: 'glm-4.6',
    source: 'docs.z.ai, "Web search in chat" and "Pricing"',
    asked: { messages: HELLO, tools: [{ type: 'web_search', web_search: { enable: 'True', count: '5' } }] },
    reply: {
      ...replyWith({ prompt_tokens: 2_000, completion_tokens: 100, total_tokens: 2_100 }),
      web_search: [{ title: 'x', link: 'https://example.com' }],
    },
    bill: 2_000 * 600 + 100 * 2_200 + 10_000_000,
  }),
];
