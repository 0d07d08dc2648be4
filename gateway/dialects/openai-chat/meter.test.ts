import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { readChatUsage } from './chat.ts';
import { createOpenAiMeter } from './meter.ts';
import { readOpenAiAsk } from './read-ask.ts';
import { readOpenAiUsage } from './read-usage.ts';

function ask(more: JsonObject = {}): Ask {
  const result = readOpenAiAsk(callOf({ model: 'gpt-4o-mini', messages: [], ...more }, 100));
  if ('fault' in result) throw new Error(result.message);
  return result;
}

describe('usage of a chat completion', () => {
  it.each([
    [
      { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 },
      { input: 12, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 5 },
    ],
    [
      {
        prompt_tokens: 2_006,
        completion_tokens: 300,
        prompt_tokens_details: { cached_tokens: 1_920, audio_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 256 },
      },
      { input: 2_006, cacheRead: 1_920, cacheWrite: 0, cacheWriteHour: 0, output: 300, parts: { reasoning: 256 } },
    ],
    // gpt-5.6 and later bill what they write to the cache.
    [
      {
        prompt_tokens: 5_000,
        completion_tokens: 1,
        prompt_tokens_details: { cached_tokens: 1_000, cache_write_tokens: 3_500 },
      },
      { input: 5_000, cacheRead: 1_000, cacheWrite: 3_500, cacheWriteHour: 0, output: 1 },
    ],
    // OpenAI leaves out what was written where that is nothing.
    [
      { prompt_tokens: 11, total_tokens: 11 },
      { input: 11, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 0 },
    ],
    [
      { prompt_tokens: 0, completion_tokens: 0 },
      { input: 0, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 0, suspect: 'zero-input' },
    ],
    // Anthropic's names, as relays leave them beside the totals, which include them.
    [
      { prompt_tokens: 500, completion_tokens: 10, total_tokens: 510, cache_read_input_tokens: 400 },
      { input: 500, cacheRead: 400, cacheWrite: 0, cacheWriteHour: 0, output: 10 },
    ],
    [
      {
        prompt_tokens: 500,
        completion_tokens: 10,
        cache_read_input_tokens: 100,
        cache_creation_input_tokens: 300,
        cache_creation: { ephemeral_5m_input_tokens: 200, ephemeral_1h_input_tokens: 100 },
      },
      { input: 500, cacheRead: 100, cacheWrite: 300, cacheWriteHour: 100, output: 10 },
    ],
    // And as Anthropic means them, beside.
    [
      { prompt_tokens: 3, completion_tokens: 10, cache_read_input_tokens: 100, cache_creation_input_tokens: 300 },
      { input: 403, cacheRead: 100, cacheWrite: 300, cacheWriteHour: 0, output: 10 },
    ],
    // Audio from the cache is audio: as much of it as does not fit beside what was cached.
    [
      { prompt_tokens: 100, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 90, audio_tokens: 50 } },
      {
        input: 100,
        cacheRead: 90,
        cacheWrite: 0,
        cacheWriteHour: 0,
        output: 1,
        parts: { inputAudio: 50, cacheReadAudio: 40 },
      },
    ],
    [
      { prompt_tokens: 3, completion_tokens: 4, prompt_tokens_details: null },
      { input: 3, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 4 },
    ],
  ])('%j', (usage, expected) => expect(readOpenAiUsage(usage)).toEqual(expected));

  it.each([
    null,
    undefined,
    5,
    'many',
    [],
    {},
    { prompt_tokens: 5 },
    { prompt_tokens: null, completion_tokens: 5 },
    { prompt_tokens: -1, completion_tokens: 5 },
    { prompt_tokens: 1.5, completion_tokens: 5 },
    { prompt_tokens: '12', completion_tokens: 5 },
    { prompt_tokens: 5, completion_tokens: 1e300 },
    { prompt_tokens: 12, total_tokens: 11 },
    // More than any request can use: no count at all, so the request settles at its bound.
    { prompt_tokens: Number.MAX_SAFE_INTEGER, completion_tokens: 1 },
  ])('%j is none', (usage) => expect(readOpenAiUsage(usage)).toBeUndefined());
});

it('an error that says it used nothing did not, and nothing else may say so', () => {
  const usage = { prompt_tokens: 0, completion_tokens: 0 };
  expect(readChatUsage({ error: { code: 502 }, usage }, ask())).not.toHaveProperty('suspect');
  expect(readChatUsage({ usage }, ask())).toHaveProperty('suspect', 'zero-input');
  const written = { ...usage, completion_tokens: 5 };
  expect(readChatUsage({ error: { code: 502 }, usage: written }, ask())).toHaveProperty('suspect', 'zero-input');
});

describe('the meter of a chat stream', () => {
  const run = (more: JsonObject, ...events: readonly unknown[]) => {
    const meter = createOpenAiMeter(ask({ stream: true, ...more }), readChatUsage);
    const verdicts = events.map((event) =>
      meter.see({ event: 'message', data: typeof event === 'string' ? event : JSON.stringify(event) }),
    );
    return { meter, verdicts };
  };
  const text = (content: string, more: JsonObject = {}) => ({
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta: { content } }],
    ...more,
  });
  const usage = {
    choices: [],
    usage: { prompt_tokens: 12, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 4 } },
  };

  it('hides the usage chunk from a client that did not ask, and no other', () => {
    expect(run({}, text('Hi', { usage: null }), usage, '[DONE]').verdicts).toEqual(['relay', 'hide', 'last']);
    expect(run({ stream_options: { include_usage: true } }, text('Hi'), usage, '[DONE]').verdicts).toEqual([
      'relay',
      'relay',
      'last',
    ]);
    // Compatible servers put it into the last chunk with choices, or into each.
    expect(run({}, text('Hi', { usage: usage.usage }), '[DONE]').verdicts).toEqual(['relay', 'last']);
    // Azure begins with a chunk without choices that has no usage.
    expect(run({}, { choices: [], prompt_filter_results: [] }, text('Hi')).verdicts).toEqual(['relay', 'relay']);
  });

  it('knows the final figure once it came', () => {
    const { meter } = run({}, text('Hi'), usage, '[DONE]');
    expect(meter.usage()).toEqual({ input: 12, cacheRead: 4, cacheWrite: 0, cacheWriteHour: 0, output: 5 });
    expect(run({}, text('Hi'), '[DONE]').meter.usage()).toBeUndefined();
    // A figure in every chunk is cumulative: the newest counts, and only at the end is it the whole.
    expect(
      run(
        {},
        text('a', { usage: { prompt_tokens: 1, completion_tokens: 1 } }),
        text('b', { usage: { prompt_tokens: 1, completion_tokens: 2 } }),
        '[DONE]',
      ).meter.usage()?.output,
    ).toBe(2);
    expect(run({}, text('a', { usage: { prompt_tokens: 1, completion_tokens: 1 } })).meter.usage()).toBeUndefined();
  });

  it('counts every byte that was generated', () => {
    const call = {
      choices: [
        {
          index: 0,
          delta: { tool_calls: [{ index: 0, id: 'call_1', function: { name: 'get', arguments: '{"a":"ü"}' } }] },
        },
      ],
    };
    const { meter } = run({}, text('héllo'), call, {
      choices: [{ delta: { reasoning_content: 'abc' } }, { delta: { refusal: 'no' } }],
    });
    // A call of a tool has an id and a framing beside its name and its arguments.
    expect(meter.outputBytes()).toBe(6 + 64 + 3 + 10 + 3 + 2);
    const only = { choices: [{ delta: { function_call: { name: 'f', arguments: '{}' } } }] };
    expect(run({}, only, only).meter.outputBytes()).toBe(64 + 3 + 3);
    expect(run({}, { choices: [{ delta: { content: [{ type: 'text', text: 'abcd' }] } }] }).meter.outputBytes()).toBe(
      4,
    );
  });

  it('trusts no figure of a stream that failed', () => {
    const { meter, verdicts } = run({}, text('Hi'), { error: { message: 'overloaded', code: 500 } }, usage);
    expect([verdicts[1], meter.failed(), meter.usage()]).toEqual(['relay', true, undefined]);
    expect(meter.inputSoFar()?.input).toBe(12);
  });

  it('does not take 0 for a report, nor a figure that falls', () => {
    const so = (prompt_tokens: number, completion_tokens: number) =>
      text('a', { usage: { prompt_tokens, completion_tokens } });
    expect(run({}, so(0, 0)).meter.inputSoFar()).toBeUndefined();
    expect(run({}, so(0, 3)).meter.inputSoFar()).toBeUndefined();
    expect(run({}, so(500, 1), so(0, 10)).meter.inputSoFar()).toMatchObject({ input: 500, output: 10 });
    const last = { choices: [], usage: { prompt_tokens: 0, completion_tokens: 0 } };
    expect(run({}, so(500, 7), last, '[DONE]').meter.usage()).toMatchObject({ input: 500, output: 7 });
    expect(run({}, so(500, 7), last, '[DONE]').meter.usage()).not.toHaveProperty('suspect');
    const zero = run({}, so(0, 7), last, '[DONE]').meter.usage();
    expect(zero).toMatchObject({ input: 0, output: 7, suspect: 'zero-input' });
  });

  it('relays what it cannot read, and never throws', () => {
    expect(
      run({}, 'not json', '', '[]', 'null', '{"choices":5}', '{"choices":[null,5,{"delta":"x"}]}', '[DONE] ').verdicts,
    ).toEqual(Array.from({ length: 7 }, () => 'relay'));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json())), (events) => {
        expect(run({}, ...events).meter.outputBytes()).toBeGreaterThanOrEqual(0);
      }),
    );
    const deep = `{"choices":[{"delta":${'[{"x":'.repeat(50_000)}1${'}]'.repeat(50_000)}}]}`;
    expect(run({}, deep).verdicts).toEqual(['relay']);
  });
});

it('a choice that ends before another has begun does not end a stream whose every chunk says what was used', () => {
  const meter = createOpenAiMeter(ask({ n: 2, stream: true }), readChatUsage);
  const see = (index: number, completion: number): unknown =>
    meter.see({
      event: 'message',
      data: JSON.stringify({
        choices: [{ index, delta: { content: 'a' }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 10, completion_tokens: completion, total_tokens: 10 + completion },
      }),
    });
  see(0, 5);
  expect(meter.usage()).toBeUndefined();
  see(1, 9);
  expect(meter.usage()).toMatchObject({ output: 9 });
});
