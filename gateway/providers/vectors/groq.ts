import type { Vector } from './vector.ts';
import { chat, chunks, response, replyWith } from './vector.ts';

const SCOUT = 'meta-llama/llama-4-scout-17b-16e-instruct';
const TIMES = {
  queue_time: 0.041_905_864,
  prompt_time: 0.003_940_145,
  completion_time: 2.652_230_333,
  total_time: 2.656_170_478,
};

/** Prices: groq.com/pricing. */
export const GROQ: readonly Vector[] = [
  chat('groq', {
    kinds: ['text'],
    what: 'text with its times',
    model: 'llama-3.3-70b-versatile',
    source: 'vercel/ai, recorded in groq-text',
    reply: {
      ...replyWith({ ...TIMES, prompt_tokens: 45, completion_tokens: 607, total_tokens: 652 }),
      x_groq: { id: 'req_01', seed: 167_346_302 },
    },
    bill: 45 * 590 + 607 * 790,
  }),
  chat('groq', {
    kinds: ['reasoning'],
    what: 'reasoning',
    model: 'qwen/qwen3-32b',
    source: 'vercel/ai, recorded in groq-reasoning',
    reply: replyWith({
      ...TIMES,
      prompt_tokens: 17,
      completion_tokens: 649,
      total_tokens: 666,
      completion_tokens_details: { reasoning_tokens: 570 },
    }),
    bill: 17 * 290 + 649 * 590,
  }),
  chat('groq', {
    kinds: ['cache'],
    what: 'a cache at half the price',
    model: 'moonshotai/kimi-k2-instruct-0905',
    source: 'console.groq.com/docs, "Prompt caching"',
    reply: replyWith({
      ...TIMES,
      prompt_tokens: 4_641,
      completion_tokens: 1_817,
      total_tokens: 6_458,
      prompt_tokens_details: { cached_tokens: 4_608 },
    }),
    bill: 33 * 1_000 + 4_608 * 500 + 1_817 * 3_000,
  }),
  chat('groq', {
    kinds: ['text'],
    what: 'a stream with its usage in x_groq alone',
    model: 'llama-3.3-70b-versatile',
    source: 'pydantic/pydantic-ai, recorded in test_groq_model_thinking_part_iter',
    reply: chunks({
      x_groq: { id: 'req_01', usage: { ...TIMES, prompt_tokens: 573, completion_tokens: 1_509, total_tokens: 2_082 } },
    }),
    bill: 573 * 590 + 1_509 * 790,
  }),
  chat('groq', {
    kinds: ['reasoning'],
    what: 'a stream that says it twice',
    model: 'qwen/qwen3-32b',
    source: 'vercel/ai, recorded in groq-reasoning',
    reply: chunks({
      x_groq: { usage: { prompt_tokens: 17, completion_tokens: 1_107, total_tokens: 1_124 } },
      usage: {
        ...TIMES,
        prompt_tokens: 17,
        completion_tokens: 1_107,
        total_tokens: 1_124,
        completion_tokens_details: { reasoning_tokens: 963 },
      },
    }),
    bill: 17 * 290 + 1_107 * 590,
  }),
  // Ten seconds at least: $0.04 an hour.
  {
    ...chat('groq', {
      kinds: ['transcripts'],
      what: 'a short transcript',
      model: 'whisper-large-v3-turbo',
      source: 'console.groq.com/docs, "Speech to text"',
      asked: { file: [{ size: 100_000, type: 'audio/mpeg', leastBytesPerSecond: 500 }] },
      reply: { text: 'x', duration: 3, x_groq: { id: 'req_01' } },
      bill: Math.ceil((10 * 40_000_000) / 3_600),
    }),
    path: 'audio/transcriptions',
  },
  response('groq', {
    kinds: ['text', 'cache', 'reasoning'],
    what: 'a response',
    model: 'openai/gpt-oss-20b',
    source: 'console.groq.com/docs, "Responses API"',
    reply: {
      ...replyWith({
        input_tokens: 82,
        input_tokens_details: { cached_tokens: 64 },
        output_tokens: 266,
        output_tokens_details: { reasoning_tokens: 84 },
        total_tokens: 348,
      }),
      status: 'completed',
      output: [],
    },
    // $0.075 in, $0.0375 cached, $0.30 out.
    bill: 18 * 75 + (64 * 75) / 2 + 266 * 300,
  }),
  // It names four passes of two models, and one search at $8 per 1,000.
  chat('groq', {
    kinds: ['hosted tools'],
    what: 'a system that searched once',
    model: 'groq/compound',
    source: 'pydantic/pydantic-ai, recorded in test_groq_model_web_search_tool',
    reply: {
      model: 'groq/compound',
      choices: [{ message: { executed_tools: [{ index: 0, type: 'search', arguments: '{}', output: 'x' }] } }],
      usage: { prompt_tokens: 5_296, completion_tokens: 387, total_tokens: 5_683 },
      usage_breakdown: {
        models: [
          { model: 'llama-3.3-70b-versatile', usage: { prompt_tokens: 138, completion_tokens: 4, total_tokens: 142 } },
          { model: SCOUT, usage: { prompt_tokens: 495, completion_tokens: 106, total_tokens: 601 } },
          { model: SCOUT, usage: { prompt_tokens: 2_378, completion_tokens: 55, total_tokens: 2_433 } },
          {
            model: 'llama-3.3-70b-versatile',
            usage: { prompt_tokens: 2_285, completion_tokens: 222, total_tokens: 2_507 },
          },
        ],
      },
    },
    bill: (138 + 2_285) * 590 + (4 + 222) * 790 + (495 + 2_378) * 110 + (106 + 55) * 340 + 8_000_000,
  }),
];
