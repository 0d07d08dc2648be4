import type { Vector } from './vector.ts';
import { chat, chunks, message, response, replyWith } from './vector.ts';

/**
 * What it says it charged counts, in credits of one dollar, whatever the tokens. Source: openrouter.ai/docs, "Usage
 * accounting".
 */
export const OPENROUTER: readonly Vector[] = [
  chat('openrouter', {
    kinds: ['text'],
    what: 'its own figure',
    model: 'openai/gpt-4o-mini',
    source: 'openrouter.ai/docs, "Usage accounting"',
    reply: replyWith({
      prompt_tokens: 194,
      completion_tokens: 2,
      total_tokens: 196,
      cost: 0.000_95,
      cost_details: { upstream_inference_cost: null },
    }),
    bill: 950_000,
  }),
  chat('openrouter', {
    kinds: ['text'],
    what: "with a key of one's own, the maker's charge comes on top",
    model: 'openai/gpt-4o-mini',
    source: 'openrouter.ai/docs, "Bring your own key"',
    reply: replyWith({
      prompt_tokens: 194,
      completion_tokens: 2,
      total_tokens: 196,
      is_byok: true,
      cost: 0.000_05,
      cost_details: { upstream_inference_cost: 0.001 },
    }),
    bill: 50_000 + 1_000_000,
  }),
  chat('openrouter', {
    kinds: ['cache', 'reasoning'],
    what: 'a stream',
    model: 'anthropic/claude-sonnet-5',
    source: 'openrouter.ai/docs, "Usage accounting", streaming',
    reply: [
      ...chunks({}),
      {
        id: 'c',
        object: 'chat.completion.chunk',
        choices: [],
        usage: {
          prompt_tokens: 10_339,
          completion_tokens: 60,
          total_tokens: 10_399,
          cost: 0.003_133_6,
          prompt_tokens_details: { cached_tokens: 10_318 },
          completion_tokens_details: { reasoning_tokens: 48 },
        },
      },
    ],
    bill: 3_133_600,
  }),
  response('openrouter', {
    kinds: ['text'],
    what: 'a response',
    model: 'openai/gpt-4o-mini',
    source: 'openrouter.ai/docs, "Responses API beta"',
    reply: {
      ...replyWith({ input_tokens: 12, output_tokens: 45, total_tokens: 57, cost: 0.000_028_8 }),
      status: 'completed',
    },
    bill: 28_800,
  }),
  message('openrouter', {
    kinds: ['text', 'cache read'],
    what: 'a message',
    model: 'anthropic/claude-sonnet-5',
    source: 'openrouter.ai/docs, "Create a message"',
    reply: replyWith({ input_tokens: 100, cache_read_input_tokens: 1_000, output_tokens: 50, cost: 0.000_9 }),
    bill: 900_000,
  }),
  {
    ...chat('openrouter', {
      kinds: ['completions'],
      what: 'a legacy completion',
      model: 'openai/gpt-4o-mini',
      source: 'openrouter.ai/docs, "Usage accounting"',
      asked: { prompt: 'Hi' },
      reply: {
        object: 'text_completion',
        usage: { prompt_tokens: 4, completion_tokens: 16, total_tokens: 20, cost: 0.000_010_2 },
      },
      bill: 10_200,
    }),
    path: 'completions',
  },
  response('openrouter', {
    kinds: ['cache', 'reasoning'],
    what: 'a stream of a response',
    model: 'anthropic/claude-sonnet-5',
    source: 'openrouter.ai/docs, "Responses API beta"',
    reply: [
      { type: 'response.output_text.delta', item_id: 'm', output_index: 0, content_index: 0, delta: 'Hi' },
      {
        type: 'response.completed',
        response: {
          status: 'completed',
          output: [],
          usage: {
            input_tokens: 1_100,
            input_tokens_details: { cached_tokens: 1_000 },
            output_tokens: 60,
            output_tokens_details: { reasoning_tokens: 48 },
            total_tokens: 1_160,
            cost: 0.001,
          },
        },
      },
    ],
    bill: 1_000_000,
  }),
  message('openrouter', {
    kinds: ['thinking', 'cache write, 5 min and 1 h'],
    what: 'thoughts, and what is written to the cache',
    model: 'anthropic/claude-sonnet-5',
    source: 'openrouter.ai/docs, "Create a message"',
    reply: replyWith({ input_tokens: 100, cache_creation_input_tokens: 2_000, output_tokens: 500, cost: 0.010_2 }),
    bill: 10_200_000,
  }),
];
