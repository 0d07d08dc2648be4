// Long because each case has its own sample.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { JsonObject, StreamMeter } from '../dialect.ts';
import { parseObject } from '../json/read-json.ts';
import { createSseSplitter } from '../json/sse-splitter.ts';
import { createResponsesMeter } from './meter.ts';
import { readResponsesAsk } from './read-ask.ts';

const TEXT = ['Grüße', ', ', '世界', '! ', '🪙', ' $5'];
const USAGE = {
  input_tokens: 120,
  input_tokens_details: { cached_tokens: 100, cache_write_tokens: 10 },
  output_tokens: 37,
  output_tokens_details: { reasoning_tokens: 30 },
  total_tokens: 157,
};
const RESPONSE = {
  id: 'resp_1',
  object: 'response',
  model: 'gpt-5',
  status: 'in_progress',
  output: [],
  tools: [{ type: 'web_search' }],
  usage: null,
};
const MESSAGE = { id: 'msg_1', type: 'message', role: 'assistant', status: 'in_progress', content: [] };

function meter(): StreamMeter {
  const ask = readResponsesAsk(callOf({ model: 'gpt-5', input: 'x' }, 40));
  if ('fault' in ask) throw new Error(ask.message);
  return createResponsesMeter(ask);
}

const EVENTS: readonly JsonObject[] = [
  { type: 'response.created', response: RESPONSE },
  { type: 'response.output_item.added', output_index: 0, item: { id: 'rs_1', type: 'reasoning', summary: [] } },
  { type: 'response.reasoning_summary_text.delta', output_index: 0, summary_index: 0, delta: 'Thinking about caps' },
  {
    type: 'response.output_item.done',
    output_index: 0,
    item: { id: 'rs_1', type: 'reasoning', summary: [{ type: 'summary_text', text: 'Thinking about caps' }] },
  },
  {
    type: 'response.output_item.done',
    output_index: 1,
    item: { id: 'ws_1', type: 'web_search_call', action: { type: 'search', queries: ['caps', 'money'] } },
  },
  { type: 'response.output_item.added', output_index: 2, item: MESSAGE },
  {
    type: 'response.content_part.added',
    output_index: 2,
    content_index: 0,
    part: { type: 'output_text', text: '', annotations: [] },
  },
  ...TEXT.map((delta) => ({ type: 'response.output_text.delta', output_index: 2, content_index: 0, delta })),
  {
    type: 'response.output_item.done',
    output_index: 2,
    item: { ...MESSAGE, status: 'completed', content: [{ type: 'output_text', text: TEXT.join('') }] },
  },
];
const END = {
  type: 'response.completed',
  response: { ...RESPONSE, status: 'completed', output: undefined, usage: USAGE },
};

function feed(target: StreamMeter, events: readonly JsonObject[]): readonly string[] {
  return events.map((event, index) =>
    target.see({ event: String(event['type']), data: JSON.stringify({ sequence_number: index, ...event }) }),
  );
}

const asStream = (events: readonly JsonObject[], newline: string): Buffer =>
  Buffer.from(
    events
      .map(
        (event, index) =>
          `event: ${String(event['type'])}${newline}` +
          `data: ${JSON.stringify({ sequence_number: index, ...event })}${newline}${newline}`,
      )
      .join(''),
  );

describe('a stream of a response', () => {
  it('has its usage in the event that ends it, with the calls it has shown', () => {
    const one = meter();
    feed(one, EVENTS);
    expect(one.usage()).toBeUndefined();
    expect(feed(one, [END])).toEqual(['last']);
    const tokens = { input: 120, cacheRead: 100, cacheWrite: 10, cacheWriteHour: 0, output: 37 };
    expect(one.usage()).toEqual({ ...tokens, model: 'gpt-5', parts: { webSearches: 2, reasoning: 30 } });
    expect(one.failed()).toBe(false);
  });

  it.each(['response.incomplete', 'response.failed'])('also when it ends with %s', (type) => {
    const one = meter();
    feed(one, [...EVENTS, { type, response: { ...RESPONSE, status: type.slice(9), usage: USAGE } }]);
    expect(one.usage()).toMatchObject({ input: 120, output: 37 });
    expect(one.failed()).toBe(false);
  });

  it('has no final figure when it failed without one', () => {
    const one = meter();
    feed(one, [
      ...EVENTS,
      { type: 'error', code: 'server_error', message: 'x' },
      { type: 'response.failed', response: { ...RESPONSE, status: 'failed' } },
    ]);
    expect(one.usage()).toBeUndefined();
    expect(one.failed()).toBe(true);
  });

  it('keeps to the last word: what an event reported before it is not the whole', () => {
    const one = meter();
    feed(one, [
      { type: 'response.in_progress', response: { ...RESPONSE, usage: { ...USAGE, output_tokens: 1 } } },
      ...EVENTS,
    ]);
    expect(one.usage()).toBeUndefined();
    expect(one.inputSoFar()).toMatchObject({ input: 120 });
  });

  it('does not take 0 for a report, nor a figure that falls', () => {
    const one = meter();
    const zero = { input_tokens: 0, output_tokens: 0, total_tokens: 0 };
    feed(one, [{ type: 'response.created', response: { ...RESPONSE, usage: zero } }]);
    expect(one.inputSoFar()).toBeUndefined();
    feed(one, [{ type: 'response.in_progress', response: { ...RESPONSE, usage: USAGE } }]);
    expect(one.inputSoFar()).toMatchObject({ input: 120, output: 37 });
    feed(one, [{ type: 'response.completed', response: { ...RESPONSE, usage: zero } }]);
    expect(one.usage()).toMatchObject({ input: 120, cacheRead: 100, output: 37 });
    const silent = meter();
    const written = { ...zero, output_tokens: 5 };
    feed(silent, [...EVENTS, { type: 'response.completed', response: { ...RESPONSE, usage: written } }]);
    expect(silent.usage()).toMatchObject({ input: 0, output: 5, suspect: 'zero-input' });
  });

  it('of what failed before it began, or only gets ready, is nothing', () => {
    const zero = { input_tokens: 0, output_tokens: 0, total_tokens: 0 };
    const failed = meter();
    feed(failed, [{ type: 'response.failed', response: { ...RESPONSE, status: 'failed', usage: zero } }]);
    expect(failed.usage()).toMatchObject({ input: 0, output: 0 });
    expect(failed.usage()).not.toHaveProperty('suspect');
    const ask = readResponsesAsk(callOf({ model: 'gpt-5', input: 'x', generate: false }, 40));
    if ('fault' in ask) throw new Error(ask.message);
    const ready = createResponsesMeter(ask);
    feed(ready, [{ type: 'response.completed', response: { ...RESPONSE, status: 'completed', usage: zero } }]);
    expect(ready.usage()).not.toHaveProperty('suspect');
  });

  it('counts every byte that the model wrote, and each delta of its own as a token', () => {
    const one = meter();
    feed(one, EVENTS);
    expect(one.outputEvents()).toBe(TEXT.length);
    expect(one.outputBytes()).toBeGreaterThanOrEqual(Buffer.byteLength(TEXT.join('')));
    const whole = meter();
    feed(whole, [
      {
        type: 'response.output_item.done',
        output_index: 0,
        item: { type: 'function_call', name: 'f', arguments: 'x'.repeat(500) },
      },
    ]);
    expect(whole.outputBytes()).toBeGreaterThanOrEqual(500);
  });

  it('can have used no more than the calls it has shown, and those that may have begun since', () => {
    const ask = readResponsesAsk(
      callOf(
        { model: 'gpt-5', input: 'x', tools: [{ type: 'web_search' }], max_tool_calls: 4, max_output_tokens: 1_000 },
        100,
      ),
    );
    if ('fault' in ask) throw new Error(ask.message);
    const one = createResponsesMeter(ask);
    const bound = { input: (ask.inputBound ?? 0) * 5, output: 1_000 };
    const own = 100 + 1_000 + 5_000;
    expect(one.boundSoFar?.(bound, 0)).toEqual({ input: own, output: 1_000, extras: { requests: 1, webSearches: 0 } });
    feed(one, [
      { type: 'response.output_item.added', output_index: 0, item: { type: 'web_search_call' } },
      { type: 'response.output_item.done', output_index: 0, item: { type: 'web_search_call' } },
    ]);
    expect(one.boundSoFar?.(bound, 0)).toEqual({
      input: 2 * own + 1_000 + 128_000,
      output: 1_000,
      extras: { requests: 1, webSearches: 8 },
    });
    const two = { input: 3 * own + 2 * (1_000 + 128_000), output: 1_000, extras: { requests: 1, webSearches: 16 } };
    expect(one.boundSoFar?.(bound, 1)).toEqual(two);
    expect(one.boundSoFar?.(bound, 100)).toEqual({ ...bound, extras: { requests: 1, webSearches: 32 } });
    expect(one.hostedCalls?.()).toBe(1);
    // More than were held have been made.
    const added = { type: 'response.output_item.added', item: { type: 'web_search_call' } };
    feed(
      one,
      [1, 2, 3, 4, 5].map((place) => ({ ...added, output_index: place })),
    );
    expect(one.hostedCalls?.()).toBe(6);
    expect(one.boundSoFar?.(bound, 1)?.extras).toEqual({ requests: 1, webSearches: 48 });
    expect(one.boundSoFar?.(bound, 1)?.input).toBeGreaterThan(bound.input);
  });

  it('goes on in the background when it is left', () => {
    const one = meter();
    feed(one, [{ type: 'response.created', response: { ...RESPONSE, background: true } }]);
    expect(one.outputBytes()).toBe(Infinity);
  });
});

describe('an early end', () => {
  const cutOff = (events: readonly JsonObject[]): readonly JsonObject[] => {
    const one = meter();
    feed(one, events);
    return createSseSplitter(2 ** 20)
      .push(Buffer.from(one.truncation()))
      .map(({ parsed }) => parseObject(parsed?.data ?? '') ?? {});
  };

  it('closes what is open, repeats all of it and says why', () => {
    const [closed, last, ...rest] = cutOff(EVENTS.slice(0, -1));
    expect(rest).toEqual([]);
    expect(closed).toMatchObject({
      type: 'response.output_item.done',
      output_index: 2,
      sequence_number: EVENTS.length - 1,
      item: { status: 'incomplete', content: [{ type: 'output_text', text: TEXT.join('') }] },
    });
    expect(last).toMatchObject({
      type: 'response.incomplete',
      response: {
        id: 'resp_1',
        status: 'incomplete',
        incomplete_details: { reason: 'max_output_tokens' },
        usage: { output_tokens: TEXT.length },
      },
    });
    expect(last?.['response']).toMatchObject({ output: [{ id: 'rs_1' }, { id: 'ws_1' }, { id: 'msg_1' }] });
  });

  it('keeps the arguments of a call that were written', () => {
    const [closed] = cutOff([
      {
        type: 'response.output_item.added',
        output_index: 0,
        item: { id: 'fc_1', type: 'function_call', name: 'shell', arguments: '' },
      },
      ...['{"co', 'mmand'].map((delta) => ({ type: 'response.function_call_arguments.delta', output_index: 0, delta })),
    ]);
    expect(closed).toMatchObject({ item: { arguments: '{"command', status: 'incomplete' } });
  });

  it('leaves the output to its reader where it is too large to be kept', () => {
    const events = Array.from({ length: 100 }, () => ({
      type: 'response.output_text.delta',
      output_index: 0,
      content_index: 0,
      delta: 'x'.repeat(100_000),
    }));
    const [last, ...rest] = cutOff([{ type: 'response.output_item.added', output_index: 0, item: MESSAGE }, ...events]);
    expect(rest).toEqual([]);
    expect(last?.['response']).not.toHaveProperty('output');
  });
});

describe('whatever comes', () => {
  it('the cuts of a stream change neither its usage nor its bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { maxLength: 60 }), fc.constantFrom('\n', '\r\n'), (cuts, newline) => {
        const bytes = asStream([...EVENTS, END], newline);
        const places = [0, ...new Set(cuts.map((cut) => cut % bytes.length)), bytes.length].toSorted(
          (left, right) => left - right,
        );
        const splitter = createSseSplitter(2 ** 20);
        const one = meter();
        const out: Buffer[] = [];
        for (let index = 0; index + 1 < places.length; index += 1) {
          for (const event of splitter.push(bytes.subarray(places[index], places[index + 1]))) {
            out.push(event.raw);
            if (event.parsed) one.see(event.parsed);
          }
        }
        expect(Buffer.concat([...out, splitter.rest()]).equals(bytes)).toBe(true);
        expect(one.usage()).toMatchObject({ input: 120, cacheRead: 100, output: 37 });
      }),
      { numRuns: 150 },
    );
  });

  it('no bytes and no JSON break the meter or its early end', () => {
    const type = fc.constantFrom(
      ...EVENTS.map((event) => String(event['type'])),
      'response.completed',
      'response.failed',
      'error',
      'response.code_interpreter_call_code.delta',
    );
    const wild = fc.record(
      {
        type,
        response: fc.jsonValue(),
        item: fc.jsonValue(),
        part: fc.jsonValue(),
        delta: fc.jsonValue(),
        output_index: fc.jsonValue(),
        content_index: fc.jsonValue(),
        sequence_number: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            wild.map((value) => JSON.stringify(value)),
          ),
          { maxLength: 30 },
        ),
        (frames) => {
          const one = meter();
          const verdicts = frames.map((data) => one.see({ event: 'message', data }));
          expect(one.outputBytes()).toBeGreaterThanOrEqual(0);
          // An ended item is not ended again.
          expect(one.truncation().includes('response.incomplete')).toBe(!verdicts.includes('last'));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('no body breaks the reading of a request', () => {
    const field = fc.oneof(
      fc.jsonValue(),
      fc.array(
        fc.record(
          {
            type: fc.constantFrom(
              'web_search',
              'mcp',
              'message',
              'input_image',
              'shell',
              'namespace',
              'file_search',
              'code_interpreter',
            ),
            tools: fc.jsonValue(),
            content: fc.jsonValue(),
            container: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
      ),
    );
    fc.assert(
      fc.property(
        fc.record(
          {
            input: field,
            tools: field,
            max_tool_calls: fc.oneof(fc.nat(), fc.jsonValue()),
            tool_choice: fc.jsonValue(),
            service_tier: fc.jsonValue(),
            prompt: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
        (body) => {
          const ask = readResponsesAsk(callOf({ model: 'gpt-5', ...body }, 1_000));
          if ('fault' in ask) expect(ask.message).not.toBe('');
          else expect(ask.inputBound ?? 1).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('a response in the background is not over when its stream is left before it has said a word', () => {
  const ask = readResponsesAsk(callOf({ model: 'gpt-4.1', input: 'Hi', stream: true, background: true }, 100));
  if ('fault' in ask) throw new Error(ask.message);
  expect(createResponsesMeter(ask).outputBytes()).toBe(Infinity);
});
