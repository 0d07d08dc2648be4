import type { Vector } from './vector.ts';
import { chat, chunks, message, response, replyWith } from './vector.ts';

const HELLO = [{ role: 'user', content: 'Hi' }];
const SEARCH = { type: 'openrouter:web_search', parameters: { max_uses: 1, search_context_size: 'medium' } };

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
  chat('openrouter', {
    kinds: ['hosted tools'],
    what: 'a search by Exa: $0.007 on top of the tokens',
    model: 'deepseek/deepseek-chat',
    source: 'pydantic/pydantic-ai, recorded in test_openrouter_web_search_annotations',
    asked: { messages: HELLO, tools: [SEARCH] },
    reply: replyWith({
      prompt_tokens: 2_315,
      completion_tokens: 40,
      total_tokens: 2_355,
      cost: 0.007_637_029,
      cost_details: { upstream_inference_cost: 0.000_637_029 },
      server_tool_use_details: { tool_calls_executed: 1, tool_calls_requested: 1, web_search_requests: 1 },
    }),
    bill: 7_637_029,
  }),
  chat('openrouter', {
    kinds: ['hosted tools'],
    what: "a search by the model's maker: $0.01, in a stream",
    model: 'openai/gpt-4.1-mini',
    source: 'pydantic/pydantic-ai, recorded in test_openrouter_web_search_tool_usage_stream',
    asked: { messages: HELLO, tools: [SEARCH] },
    reply: [
      ...chunks({}),
      {
        id: 'c',
        object: 'chat.completion.chunk',
        choices: [],
        usage: {
          prompt_tokens: 8_174,
          completion_tokens: 30,
          total_tokens: 8_204,
          cost: 0.013_317_6,
          server_tool_use_details: { web_search_requests: 1 },
        },
      },
    ],
    // $0.40 and $1.60 per million.
    bill: 8_174 * 400 + 30 * 1_600 + 10_000_000,
  }),
  chat('openrouter', {
    kinds: ['hosted tools'],
    what: 'an adviser of another maker',
    model: 'openai/gpt-4o-mini',
    source: 'pydantic/pydantic-ai, recorded in test_openrouter_advisor_tool',
    asked: {
      messages: HELLO,
      tools: [
        {
          type: 'openrouter:advisor',
          parameters: { model: '~anthropic/claude-opus-latest', max_completion_tokens: 1_024 },
        },
      ],
    },
    reply: replyWith({
      prompt_tokens: 900,
      completion_tokens: 69,
      total_tokens: 969,
      cost: 0.016_061_4,
      server_tool_use_details: { tool_calls_executed: 1, tool_calls_requested: 1 },
    }),
    bill: 16_061_400,
  }),
  chat('openrouter', {
    kinds: ['text'],
    what: 'a model that stood in',
    model: 'google/gemini-2.0-flash-exp:free',
    source: 'pydantic/pydantic-ai, recorded in test_openrouter_stream_with_native_options',
    asked: { messages: HELLO, models: ['x-ai/grok-4.5'], provider: { only: ['xai'] }, transforms: ['middle-out'] },
    reply: {
      ...replyWith({
        prompt_tokens: 687,
        completion_tokens: 187,
        total_tokens: 874,
        cost: 0.003_338_25,
        is_byok: false,
      }),
      model: 'x-ai/grok-4.5',
    },
    bill: 3_338_250,
  }),
  {
    ...chat('openrouter', {
      kinds: ['embeddings'],
      what: 'an embedding',
      model: 'openai/text-embedding-3-small',
      source: 'openrouter.ai/docs, "Submit an embedding request"',
      asked: { input: 'Hi' },
      reply: { object: 'list', data: [], usage: { prompt_tokens: 8, total_tokens: 8, cost: 0.000_000_16 } },
      bill: 8 * 20,
    }),
    path: 'embeddings',
  },
];
