import type { Vector } from './vector.ts';
import { chat, chunks, replyWith } from './vector.ts';

/** Prices: together.ai/pricing, the same for input and output. */
export const TOGETHER: readonly Vector[] = [
  chat('together', {
    kinds: ['text'],
    what: 'text',
    model: 'meta-llama/Llama-3.3-70B-Instruct-Turbo',
    source: 'docs.together.ai, "Create chat completion"',
    reply: replyWith({ prompt_tokens: 17, completion_tokens: 109, total_tokens: 126, cached_tokens: 0 }),
    bill: (17 + 109) * 880,
  }),
  chat('together', {
    kinds: ['text'],
    what: 'a stream that says null until its end',
    model: 'meta-llama/Llama-3.3-70B-Instruct-Turbo',
    source: 'docs.together.ai, "Create chat completion", streaming',
    reply: [
      {
        id: 'c',
        object: 'chat.completion.chunk',
        choices: [
          { index: 0, text: 'Hi', delta: { token_id: 1, role: 'assistant', content: 'Hi' }, finish_reason: null },
        ],
        usage: null,
      },
      ...chunks({ usage: { prompt_tokens: 17, completion_tokens: 109, total_tokens: 126 } }, { finish_reason: 'eos' }),
    ],
    bill: (17 + 109) * 880,
  }),
  {
    ...chat('together', {
      kinds: ['completions'],
      what: 'a legacy completion',
      model: 'meta-llama/Llama-3.3-70B-Instruct-Turbo',
      source: 'docs.together.ai, "Create completion"',
      asked: { prompt: 'Hi' },
      reply: { object: 'text_completion', usage: { prompt_tokens: 6, completion_tokens: 128, total_tokens: 134 } },
      bill: (6 + 128) * 880,
    }),
    path: 'completions',
  },
];
