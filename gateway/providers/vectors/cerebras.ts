import type { Vector } from './vector.ts';
import { chat, chunks, replyWith } from './vector.ts';

const TIMES = {
  created: 1_779_146_781.786_984,
  queue_time: 0.002_922_005,
  prompt_time: 0.010_518_105,
  completion_time: 0.118_095_092,
  total_time: 0.132_992_744,
};

/** What is cached is faster and costs the same. Prices: cerebras.ai/pricing, developer tier; "Prompt caching". */
export const CEREBRAS: readonly Vector[] = [
  chat('cerebras', {
    kinds: ['text'],
    what: 'text',
    model: 'gpt-oss-120b',
    source: 'pydantic/pydantic-ai, recorded in test_cerebras_model_simple',
    reply: { ...replyWith({ prompt_tokens: 43, completion_tokens: 9, total_tokens: 52 }), time_info: TIMES },
    bill: 43 * 350 + 9 * 750,
  }),
  chat('cerebras', {
    kinds: ['cache', 'reasoning'],
    what: 'a cache and reasoning',
    model: 'zai-glm-4.7',
    source: 'vercel/ai, recorded in cerebras-structured-output-tools.1',
    reply: {
      ...replyWith({
        total_tokens: 387,
        completion_tokens: 65,
        completion_tokens_details: {
          accepted_prediction_tokens: 0,
          rejected_prediction_tokens: 0,
          reasoning_tokens: 58,
        },
        prompt_tokens: 322,
        prompt_tokens_details: { cached_tokens: 256 },
      }),
      time_info: TIMES,
    },
    bill: 322 * 2_250 + 65 * 2_750,
  }),
  chat('cerebras', {
    kinds: ['cache', 'reasoning'],
    what: 'a stream that ends with its times',
    model: 'zai-glm-4.7',
    source: 'vercel/ai, recorded in cererebras-structured-output-tools.1',
    reply: chunks(
      {
        usage: {
          total_tokens: 555,
          completion_tokens: 122,
          completion_tokens_details: {
            accepted_prediction_tokens: 0,
            rejected_prediction_tokens: 0,
            reasoning_tokens: 108,
          },
          prompt_tokens: 433,
          prompt_tokens_details: { cached_tokens: 256 },
        },
        time_info: TIMES,
      },
      { finish_reason: 'tool_calls' },
    ),
    bill: 433 * 2_250 + 122 * 2_750,
  }),
  {
    ...chat('cerebras', {
      kinds: ['completions'],
      what: 'a legacy completion',
      model: 'gpt-oss-120b',
      source: 'inference-docs.cerebras.ai, "Completions"',
      asked: { prompt: 'Hi' },
      reply: {
        object: 'text_completion',
        usage: { prompt_tokens: 6, completion_tokens: 20, total_tokens: 26 },
        time_info: TIMES,
      },
      bill: 6 * 350 + 20 * 750,
    }),
    path: 'completions',
  },
];
