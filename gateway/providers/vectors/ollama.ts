import type { Vector, VectorCase } from './vector.ts';

const generate = (vectorCase: Omit<VectorCase, 'kinds'> & Pick<Vector, 'path'>): Vector => ({
  provider: 'ollama',
  dialect: 'ollama',
  // No reply says what came from a cache, so the page calls none of them exact.
  kinds: [],
  asked: { messages: [{ role: 'user', content: 'Hi' }] },
  ...vectorCase,
});

/** Models of Ollama's cloud; those on a machine of one's own cost nothing. Prices: ollama.com/pricing, 2026-09. */
export const OLLAMA: readonly Vector[] = [
  generate({
    what: 'a chat with a model of the cloud',
    path: 'api/chat',
    model: 'gpt-oss:120b-cloud',
    source: 'docs.ollama.com/api/chat',
    reply: {
      model: 'gpt-oss:120b',
      created_at: '2026-11-20T12:00:00Z',
      message: { role: 'assistant', content: 'Hi', thinking: 'They greet me.' },
      done: true,
      done_reason: 'stop',
      total_duration: 5_191_566_416,
      prompt_eval_count: 68,
      eval_count: 298,
    },
    bill: 68 * 150 + 298 * 600,
  }),
  generate({
    what: 'a stream of lines at a peak',
    path: 'api/chat',
    model: 'deepseek-v4-pro:cloud',
    source: 'docs.ollama.com/api/streaming',
    at: '2026-11-20T13:00:00Z',
    reply: [
      { model: 'deepseek-v4-pro', message: { role: 'assistant', content: '', thinking: 'They' }, done: false },
      { model: 'deepseek-v4-pro', message: { role: 'assistant', content: 'Hi' }, done: false },
      {
        model: 'deepseek-v4-pro',
        message: { role: 'assistant', content: '' },
        done: true,
        done_reason: 'stop',
        prompt_eval_count: 1_000,
        eval_count: 200,
      },
    ],
    bill: 1_000 * 1_320 + 200 * 3_960,
  }),
  generate({
    what: 'a completion',
    path: 'api/generate',
    model: 'gemma4:31b-cloud',
    source: 'docs.ollama.com/api/generate',
    asked: { prompt: 'Hi' },
    reply: {
      model: 'gemma4:31b',
      response: 'Hi',
      done: true,
      done_reason: 'stop',
      context: [1, 2, 3],
      prompt_eval_count: 26,
      eval_count: 290,
    },
    bill: 26 * 140 + 290 * 400,
  }),
];
