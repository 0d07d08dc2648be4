import type { JsonObject } from '../../dialects/dialect.ts';
import type { Vector } from './vector.ts';
import { chat, chunks, message, response, replyWith } from './vector.ts';

/** Its own figure is in ticks, ten of which are a nano-dollar: the same number, from the other side. */
const usage = (input: number, cached: number, output: number, reasoning: number, ticks?: number): JsonObject => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output + reasoning,
  prompt_tokens_details: { text_tokens: input, audio_tokens: 0, image_tokens: 0, cached_tokens: cached },
  completion_tokens_details: {
    reasoning_tokens: reasoning,
    audio_tokens: 0,
    accepted_prediction_tokens: 0,
    rejected_prediction_tokens: 0,
  },
  num_sources_used: 0,
  ...(ticks !== undefined && { cost_in_usd_ticks: ticks }),
});

/** Reasoning stands beside the completion, and is billed as output. Prices: docs.x.ai, "Models and pricing". */
export const XAI: readonly Vector[] = [
  chat('xai', {
    kinds: ['text', 'cache', 'reasoning'],
    what: 'reasoning beside the completion',
    model: 'grok-3-mini',
    source: 'vercel/ai, recorded in xai-text',
    reply: replyWith(usage(12, 2, 2, 320, 1_641_500)),
    bill: 10 * 300 + 2 * 75 + (2 + 320) * 500,
  }),
  chat('xai', {
    kinds: ['text', 'cache'],
    what: 'a cache',
    model: 'grok-4.5',
    source: 'docs.x.ai, "Prompt caching", usage and pricing',
    reply: replyWith(usage(125, 98, 48, 0)),
    bill: 27 * 2_000 + 98 * 300 + 48 * 6_000,
  }),
  // From 200,000 tokens on, all of it costs twice as much.
  chat('xai', {
    kinds: ['text'],
    what: 'a long context',
    model: 'grok-4.5',
    source: 'docs.x.ai, "Models and pricing"',
    reply: replyWith(usage(200_000, 100_000, 1_000, 0)),
    bill: 100_000 * 4_000 + 100_000 * 600 + 1_000 * 12_000,
  }),
  chat('xai', {
    kinds: ['reasoning'],
    what: 'a stream whose usage comes alone',
    model: 'grok-3-mini',
    source: 'vercel/ai, recorded in xai-text',
    reply: [
      ...chunks({}),
      { id: 'c', object: 'chat.completion.chunk', choices: [], usage: usage(12, 11, 2, 340, 1_721_250) },
    ],
    bill: 1 * 300 + 11 * 75 + (2 + 340) * 500,
  }),
  chat('xai', {
    kinds: ['cache'],
    what: 'a tool call in a stream',
    model: 'grok-3-mini',
    source: 'vercel/ai, recorded in xai-tool-call',
    reply: [
      ...chunks({}, { finish_reason: 'tool_calls' }),
      { id: 'c', object: 'chat.completion.chunk', choices: [], usage: usage(307, 306, 26, 227, 1_497_500) },
    ],
    bill: 1 * 300 + 306 * 75 + (26 + 227) * 500,
  }),
  response('xai', {
    kinds: ['text', 'cache', 'reasoning'],
    what: 'a response',
    model: 'grok-code-fast-1',
    source: 'vercel/ai, recorded in xai-text-streaming.1',
    reply: [
      { type: 'response.output_text.delta', item_id: 'm', output_index: 0, content_index: 0, delta: 'Hi' },
      {
        type: 'response.completed',
        response: {
          status: 'completed',
          output: [],
          usage: {
            input_tokens: 216,
            input_tokens_details: { cached_tokens: 192 },
            output_tokens: 863,
            output_tokens_details: { reasoning_tokens: 237 },
            total_tokens: 1_079,
            num_sources_used: 0,
            num_server_side_tools_used: 0,
          },
        },
      },
    ],
    bill: 24 * 200 + 192 * 20 + 863 * 1_500,
  }),
  message('xai', {
    kinds: ['text', 'cache read'],
    what: 'a message',
    model: 'grok-4.5',
    source: 'docs.x.ai, "Anthropic SDK compatibility"',
    reply: replyWith({
      input_tokens: 27,
      cache_read_input_tokens: 98,
      cache_creation_input_tokens: 0,
      output_tokens: 48,
    }),
    bill: 27 * 2_000 + 98 * 300 + 48 * 6_000,
  }),
  {
    ...chat('xai', {
      kinds: ['completions'],
      what: 'a legacy completion',
      model: 'grok-3-mini',
      source: 'docs.x.ai, "Completions"',
      asked: { prompt: 'Hi' },
      reply: replyWith(usage(12, 2, 2, 320)),
      bill: 10 * 300 + 2 * 75 + (2 + 320) * 500,
    }),
    path: 'completions',
  },
  message('xai', {
    kinds: ['thinking'],
    what: 'thoughts, which are output',
    model: 'grok-4.5',
    source: 'docs.x.ai, "Anthropic SDK compatibility"',
    reply: replyWith({ input_tokens: 27, output_tokens: 348 }),
    bill: 27 * 2_000 + 348 * 6_000,
  }),
  response('xai', {
    kinds: ['web search'],
    what: 'three searches of X, $0.005 each',
    model: 'grok-4.3',
    source: 'a reply of 2026-08-24 that is published whole; docs.x.ai/developers/pricing',
    asked: { input: 'Hi', tools: [{ type: 'x_search' }] },
    reply: {
      status: 'completed',
      output: [],
      usage: {
        input_tokens: 9_212,
        input_tokens_details: { cached_tokens: 3_072 },
        output_tokens: 3_417,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: 12_629,
        num_sources_used: 0,
        num_server_side_tools_used: 3,
        cost_in_usd_ticks: 318_319_000,
        server_side_tool_usage_details: { web_search_calls: 0, x_search_calls: 3, code_interpreter_calls: 0 },
      },
    },
    // $1.25 in, $0.20 cached, $2.50 out.
    bill: 6_140 * 1_250 + 3_072 * 200 + 3_417 * 2_500 + 3 * 5_000_000,
  }),
];
