import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { createLineSplitter } from '../json/line-splitter.ts';
import { createOllamaMeter } from './meter.ts';
import { ollama } from './ollama.ts';
import { limitOptions, readChatAsk, readEmbedAsk, readGenerateAsk } from './read-ask.ts';
import { readEmbedUsage, readGenerateUsage } from './read-usage.ts';

const askOf = (body: JsonObject, read = readChatAsk): Ask => {
  const ask = read(callOf(body, JSON.stringify(body).length));
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
};
const CHAT = { model: 'llama3.2', messages: [{ role: 'user', content: 'Hi' }] };

describe('a request', () => {
  it('streams lines unless it says no', () => {
    expect(askOf(CHAT)).toMatchObject({ model: 'llama3.2', stream: true, framing: 'lines' });
    expect(askOf({ ...CHAT, stream: false }).stream).toBe(false);
  });

  it('has its limit among the options, and without end means without a limit', () => {
    expect(askOf({ ...CHAT, options: { num_predict: 7 } }).outputLimit).toBe(7);
    expect(askOf({ ...CHAT, options: { num_predict: -1 } }).outputLimit).toBeUndefined();
    expect(limitOptions({ options: { temperature: 0, num_predict: 9 } }, 5)).toEqual({
      options: { temperature: 0, num_predict: 5 },
    });
  });

  it('counts pictures by what they are, not by their letters', () => {
    const picture = 'A'.repeat(2_000_000);
    const { inputBound = Infinity } = askOf({ ...CHAT, messages: [{ role: 'user', content: '', images: [picture] }] });
    expect(inputBound).toBeLessThan(60_000);
    expect(inputBound).toBeGreaterThan(50_000);
  });

  it('may only load a model, and may embed several texts', () => {
    expect(askOf({ model: 'x' }, readGenerateAsk).model).toBe('x');
    expect(askOf({ model: 'x', input: ['a', 'b'] }, readEmbedAsk)).toMatchObject({ windows: 2, stream: false });
    expect(askOf({ model: 'x', prompt: 'a' }, readEmbedAsk).outputLimit).toBe(0);
  });

  it.each([
    [{ messages: [] }],
    [{ ...CHAT, stream: 'yes' }],
    [{ ...CHAT, messages: 'Hi' }],
    [{ ...CHAT, options: [] }],
    // Go takes it for the same field, and the last one wins.
    [{ ...CHAT, options: { num_predict: 1 }, Options: { num_predict: 100_000 } }],
  ])('that two readers may read in two ways is refused: %j', (body) =>
    expect(readChatAsk(callOf(body, 10))).toMatchObject({ fault: 'malformed' }),
  );
});

describe('the usage', () => {
  const END = { model: 'llama3.2', done: true, done_reason: 'stop', prompt_eval_count: 26, eval_count: 3 };
  it('is in what ends an answer', () => {
    expect(readGenerateUsage(END, askOf(CHAT))).toMatchObject({ input: 26, output: 3, model: 'llama3.2' });
    expect(readGenerateUsage({ ...END, done: false }, askOf(CHAT))).toBeUndefined();
    expect(readGenerateUsage({ ...END, eval_count: undefined }, askOf(CHAT))).toBeUndefined();
    expect(readGenerateUsage({ ...END, prompt_eval_count: undefined }, askOf(CHAT))?.suspect).toBe('zero-input');
    expect(readGenerateUsage({ done: true, done_reason: 'load' }, askOf(CHAT))).toMatchObject({ input: 0, output: 0 });
    expect(readEmbedUsage({ embedding: [1] })).toBeUndefined();
  });
});

describe('a stream', () => {
  const lines = [
    { model: 'm', message: { role: 'assistant', content: '', thinking: 'They greet.' }, done: false },
    { model: 'm', message: { role: 'assistant', content: 'Grüße, 世界!\n' }, done: false },
    {
      model: 'm',
      message: { role: 'assistant', tool_calls: [{ function: { name: 'f', arguments: { a: 1 } } }] },
      done: false,
    },
    { model: 'm', message: { role: 'assistant', content: '' }, done: true, prompt_eval_count: 9, eval_count: 40 },
  ];
  const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

  it('gives back every byte and the same figures, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: bytes.length }), { maxLength: 8 }), (cuts) => {
        const splitter = createLineSplitter(2 ** 20);
        const meter = createOllamaMeter(askOf(CHAT));
        const edges = [0, ...cuts.toSorted((left, right) => left - right), bytes.length];
        const events = edges.slice(1).flatMap((end, index) => splitter.push(bytes.subarray(edges[index], end)));
        const verdicts = events.map(({ parsed }) => parsed && meter.see(parsed));
        expect(Buffer.concat(events.map(({ raw }) => raw))).toEqual(bytes);
        expect(verdicts).toEqual(['relay', 'relay', 'relay', 'last']);
        expect(meter.usage()).toMatchObject({ input: 9, output: 40 });
        expect(meter.outputEvents()).toBe(3);
        expect(meter.estimateVisible()).toBeGreaterThan(3);
        expect(meter.truncation()).toBe('');
        expect(splitter.rest()).toHaveLength(0);
      }),
    );
  });

  it('ends at its limit with the line that its clients wait for', () => {
    const meter = createOllamaMeter(askOf({ model: 'm', prompt: 'Hi' }, readGenerateAsk));
    meter.see({ event: 'line', data: JSON.stringify({ model: 'm', response: 'Hi', done: false }) });
    expect(meter.usage()).toBeUndefined();
    expect(JSON.parse(meter.truncation())).toMatchObject({ response: '', done: true, done_reason: 'length' });
    expect(meter.truncation().endsWith('\n')).toBe(true);
  });

  it('that fails has no usage', () => {
    const meter = createOllamaMeter(askOf(CHAT));
    expect(meter.see({ event: 'line', data: '{"error":"out of memory"}' })).toBe('relay');
    expect([meter.failed(), meter.usage()]).toEqual([true, undefined]);
  });

  it('keeps its client waiting with what no document begins with', () => {
    const line = `${ollama.heartbeat('lines').repeat(3)}{"done":true}\n`;
    expect(JSON.parse(line)).toEqual({ done: true });
    const [event] = createLineSplitter(100).push(Buffer.from(line));
    expect(event?.parsed?.data).toBe('{"done":true}');
  });

  it('passes a line unread that is too long, and reads on after it', () => {
    const splitter = createLineSplitter(10);
    const events = [...splitter.push(Buffer.from('{"a":"12345')), ...splitter.push(Buffer.from('67890"}\n{"b":1}\n'))];
    expect(events.map(({ parsed }) => parsed?.data)).toEqual([undefined, undefined, '{"b":1}']);
  });
});
