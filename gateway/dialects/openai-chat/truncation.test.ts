import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutStreams } from '../../testing/cut-streams.ts';
import { startRecordingServer } from '../../testing/recording-server.ts';
import type { RecordingServer } from '../../testing/recording-server.ts';
import type { JsonObject, Operation } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { chat } from './chat.ts';
import { completions } from './completions.ts';

const ASK = { model: 'gpt-4o-mini', messages: [{ role: 'user' as const, content: 'Write it down.' }] };
const chunk = (choices: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1_790_000_000,
  model: 'gpt-4o-mini-2024-07-18',
  choices,
  ...more,
});
const say = (delta: JsonObject, more: JsonObject = {}, index = 0): JsonObject =>
  chunk([{ index, delta, finish_reason: null, ...more }]);
const call = (index: number, more: JsonObject): JsonObject => say({ tool_calls: [{ index, ...more }] });
const USAGE = chunk([], { usage: { prompt_tokens: 9, completion_tokens: 30, total_tokens: 39 } });
const TALK: readonly JsonObject[] = [
  say({ role: 'assistant', content: '', refusal: null }),
  say({ content: 'Grüße, ' }),
  say({ content: '世界' }),
  call(0, { id: 'call_1', type: 'function', function: { name: 'write', arguments: '' } }),
  ...'{"path":"a b","n":[1,2]}'.split('').map((piece) => call(0, { function: { arguments: piece } })),
  call(1, { id: 'call_2', type: 'function', function: { name: 'look', arguments: '{}' } }),
  say({}, { finish_reason: 'tool_calls' }),
  USAGE,
];

let server: RecordingServer;
let sdk: OpenAI;
beforeAll(async () => {
  server = await startRecordingServer();
  sdk = new OpenAI({ apiKey: 'x', baseURL: server.url, maxRetries: 0 });
});
afterAll(() => server.stop());

function cutsOf(operation: Operation, body: JsonObject, events: readonly JsonObject[]) {
  const ask = operation.readAsk(callOf(body, 300));
  if ('fault' in ask || !operation.createMeter) throw new Error('this streams');
  const { createMeter } = operation;
  return cutStreams(() => createMeter(ask, 'events'), [...events.map((event) => JSON.stringify(event)), '[DONE]']);
}

describe('a chat stream that is ended anywhere', () => {
  it('is an answer that was cut short, for the official SDK', async () => {
    for (const { text, events } of cutsOf(chat, { ...ASK, stream: true }, TALK)) {
      server.answer(text);
      const { choices, model } = await sdk.chat.completions.stream(ASK).finalChatCompletion();
      expect([events, choices.map(({ finish_reason: reason }) => reason)]).toEqual([
        events,
        [events >= TALK.length - 1 ? 'tool_calls' : 'length'],
      ]);
      expect(model).toBe(events === 0 ? 'gpt-4o-mini' : 'gpt-4o-mini-2024-07-18');
      expect(choices[0]?.message.role).toBe('assistant');
    }
  }, 60_000);

  it('is one for whoever reads event by event', async () => {
    for (const { text, events } of cutsOf(chat, { ...ASK, stream: true }, TALK)) {
      server.answer(text);
      const reasons: string[] = [];
      for await (const { choices } of await sdk.chat.completions.create({ ...ASK, stream: true })) {
        for (const { finish_reason: reason } of choices) if (reason) reasons.push(reason);
      }
      expect([events, ...reasons]).toEqual([events, events >= TALK.length - 1 ? 'tool_calls' : 'length']);
      expect(text.split('data: [DONE]')).toHaveLength(2);
    }
  }, 60_000);

  it('ends every answer that was asked for', async () => {
    const two = [
      say({ role: 'assistant', content: 'a' }),
      say({ role: 'assistant', content: 'b' }, {}, 1),
      say({}, { finish_reason: 'stop' }),
    ];
    for (const { text, events } of cutsOf(chat, { ...ASK, n: 2, stream: true }, two)) {
      // After the last word of the provider nothing is added.
      if (events > two.length) continue;
      server.answer(text);
      const { choices } = await sdk.chat.completions.stream({ ...ASK, n: 2 }).finalChatCompletion();
      expect([events, choices.map(({ finish_reason: reason }) => reason)]).toEqual([
        events,
        [events >= 3 ? 'stop' : 'length', 'length'],
      ]);
    }
  });
});

it('a legacy stream that is ended anywhere is an answer that was cut short', async () => {
  const piece = (text: string, finish_reason: string | null = null): JsonObject => ({
    id: 'cmpl-1',
    object: 'text_completion',
    created: 1,
    model: 'gpt-3.5-turbo-instruct',
    choices: [{ index: 0, text, logprobs: null, finish_reason }],
  });
  const body = { model: 'gpt-3.5-turbo-instruct', prompt: 'Hi' };
  for (const { text, events } of cutsOf(completions, { ...body, stream: true }, [
    piece('a'),
    piece('b'),
    piece('', 'stop'),
  ])) {
    server.answer(text);
    const [words, reasons]: [string[], string[]] = [[], []];
    for await (const { choices } of await sdk.completions.create({ ...body, stream: true })) {
      for (const choice of choices) {
        words.push(choice.text);
        reasons.push(...[choice.finish_reason].filter((reason) => reason));
      }
    }
    expect([events, words.join(''), ...reasons]).toEqual([
      events,
      'ab'.slice(0, events),
      events >= 3 ? 'stop' : 'length',
    ]);
  }
});
