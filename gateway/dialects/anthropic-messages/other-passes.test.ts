import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject, OtherPass, StreamMeter } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { createBatch } from './batches/create-batch.ts';
import { createAnthropicMeter } from './meter.ts';
import { messages } from './messages.ts';

const body = (more: JsonObject = {}): JsonObject => ({
  model: 'claude-sonnet-4-5',
  max_tokens: 4_000,
  messages: [{ role: 'user', content: 'Say hello.' }],
  ...more,
});
const read = (json: JsonObject, operation = messages) =>
  operation.readAsk(callOf(json, Buffer.byteLength(JSON.stringify(json))));
function ask(more: JsonObject): Ask {
  const result = read(body(more));
  if ('fault' in result) throw new Error(result.message);
  return result;
}
const textOf = (length: number) => ({ messages: [{ role: 'user', content: 'x'.repeat(length) }] });
const compact = (trigger?: number): JsonObject => ({
  context_management: {
    edits: [
      {
        type: 'compact_20260112',
        ...(trigger === undefined ? {} : { trigger: { type: 'input_tokens', value: trigger } }),
      },
    ],
  },
});
const advisor = (more: JsonObject = {}): JsonObject => ({
  type: 'advisor_20260301',
  name: 'advisor',
  model: 'claude-opus-5',
  ...more,
});
const search = { type: 'web_search_20250305', name: 'web_search', max_uses: 3 };
const sumOf = (passes: readonly OtherPass[] = []) =>
  passes.reduce((sum, { input, output }) => ({ input: sum.input + input, output: sum.output + output }), {
    input: 0,
    output: 0,
  });
const formsOf = (form: Ask): readonly Ask[] => [form, ...(form.cheaper ? formsOf(form.cheaper) : [])];

describe('a conversation that the provider may shorten', () => {
  it('has one more pass of the same size, by the same model', () => {
    const { others, inputBound, hiddenOutput, otherModels } = ask({
      ...textOf(160_000),
      ...compact(),
      cache_control: { type: 'ephemeral' },
    });
    expect(others).toEqual([
      { kind: 'compaction', model: 'claude-sonnet-4-5', input: inputBound, output: 4_000, cacheWrites: 'short' },
    ]);
    expect([hiddenOutput, otherModels]).toEqual([true, undefined]);
  });
  it('has none where it is too short for that', () => {
    expect(ask({ ...textOf(100_000), ...compact() })).not.toHaveProperty('others');
    expect(ask({ ...textOf(100_000), ...compact(80_000) }).others).toHaveLength(1);
    // Nothing below the least trigger is believed.
    expect(ask({ ...textOf(40_000), ...compact(1) })).not.toHaveProperty('others');
    expect(ask({ ...textOf(40_000), ...compact(1e12) })).not.toHaveProperty('others');
    expect(
      ask({ ...textOf(160_000), context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] } }),
    ).not.toHaveProperty('others');
  });
  it('has one of a whole window where only that bounds it', () => {
    const document = { role: 'user', content: [{ type: 'document', source: { type: 'file', file_id: 'f' } }] };
    expect(ask({ messages: [document], ...compact() }).others).toMatchObject([{ input: 1_000_000 }]);
    expect(ask({ thread: { type: 'continue', previous_message_id: 'msg_1' }, ...compact() }).others).toMatchObject([
      { input: 1_000_000 },
    ]);
  });
  it('may be shortened again between the rounds of its tools', () => {
    const { others = [], inputBound = 0 } = ask({ ...textOf(160_000), ...compact(), tools: [search] });
    expect(others.length).toBeGreaterThan(1);
    expect(others.every(({ kind, input }) => kind === 'compaction' && input === inputBound)).toBe(true);
  });
  it('is left alone once its input was counted and is too short', () => {
    expect(ask({ ...textOf(160_000), ...compact() }).withInput?.(40_000)).not.toHaveProperty('others');
  });
  it('is shortened on demand in its only pass, which comes whole', () => {
    expect(ask({ ...textOf(160_000), compaction: { type: 'summarize' } })).not.toHaveProperty('others');
    expect(ask({ compaction: { type: 'summarize' } }).hiddenOutput).toBe(true);
  });
});

describe('an adviser', () => {
  it('reads the conversation at every call and writes no more than its limit', () => {
    const {
      others = [],
      otherModels,
      inputBound = 0,
      rounds,
      fields,
    } = ask({ tools: [advisor({ max_uses: 2, max_tokens: 2_048 })] });
    expect(others).toHaveLength(2);
    expect(others[0]).toMatchObject({ kind: 'advisor', model: 'claude-opus-5', output: 2_048, cacheWrites: 'none' });
    // Recorded: 2,543 tokens where the first round had read 1,128.
    expect((others[0]?.input ?? 0) - inputBound).toBeGreaterThan(1_415);
    expect([otherModels, rounds, fields]).toEqual([['claude-opus-5'], 11, undefined]);
  });
  it('without limits gets them only where money demands it', () => {
    const forms = formsOf(ask({ tools: [advisor()] }));
    expect(forms.map(({ fields }) => fields?.['tools'])).toEqual([
      undefined,
      [advisor({ max_uses: 8, max_tokens: 16_384 })],
      [advisor({ max_uses: 5, max_tokens: 8_192 })],
      [advisor({ max_uses: 3, max_tokens: 4_096 })],
      [advisor({ max_uses: 2, max_tokens: 2_048 })],
      [advisor({ max_uses: 1, max_tokens: 2_048 })],
    ]);
    expect(forms[0]?.others).toHaveLength(10);
    expect(sumOf(forms[0]?.others).output).toBe(1_280_000);
    expect(sumOf(forms.at(-1)?.others).output).toBe(2_048);
  });
  it('that keeps what it has read writes to the cache, and runs where the request does', () => {
    expect(ask({ tools: [advisor({ max_uses: 1, caching: { type: 'ephemeral' } })] }).others).toMatchObject([
      { cacheWrites: 'short' },
    ]);
    expect(ask({ tools: [advisor({ max_uses: 1, caching: { type: 'ephemeral', ttl: '1h' } })] }).others).toMatchObject([
      { cacheWrites: 'hour' },
    ]);
    expect(ask({ tools: [advisor({ max_uses: 1 })], speed: 'fast', inference_geo: 'us' }).others).toMatchObject([
      { tier: 'us' },
    ]);
  });
  it.each([[[advisor({ model: undefined })]], [[advisor({ model: 5 })]], [[advisor(), advisor()]]])(
    'is malformed: %j',
    (tools) => {
      expect(read(body({ tools }))).toMatchObject({ fault: 'malformed' });
    },
  );
});

describe('models that may step in', () => {
  it('read everything, and what the one before has written, and may write as much again', () => {
    const {
      others = [],
      otherModels,
      inputBound = 0,
    } = ask({
      model: 'claude-fable-5',
      fallbacks: [{ model: 'claude-opus-5' }, { model: 'claude-opus-4-8', max_tokens: 9_000, speed: 'fast' }],
    });
    expect(otherModels).toEqual(['claude-opus-5', 'claude-opus-4-8']);
    expect(others).toEqual([
      { kind: 'fallback', model: 'claude-opus-5', input: inputBound + 4_000, output: 4_000, cacheWrites: 'none' },
      {
        kind: 'fallback',
        model: 'claude-opus-4-8',
        input: inputBound + 4_000,
        output: 9_000,
        cacheWrites: 'none',
        tier: 'fast',
      },
    ]);
  });
  it('are one of its own where the provider chooses', () => {
    expect(ask({ model: 'claude-fable-5-1', fallbacks: 'default' })).toMatchObject({
      otherModels: ['claude-opus-4-8'],
      others: [{ kind: 'fallback', model: 'claude-opus-4-8' }],
    });
  });
  it('make the rounds of its tools too', () => {
    const {
      others,
      inputBound = 0,
      rounds = 1,
    } = ask({ model: 'claude-fable-5', fallbacks: [{ model: 'claude-opus-5' }], tools: [search] });
    expect(others).toMatchObject([{ input: (inputBound + 4_000) * rounds }]);
  });
  it('keep the tier of the request where they have none of their own', () => {
    const tiers = (more: JsonObject) =>
      ask({ inference_geo: 'us', speed: 'fast', fallbacks: [{ model: 'm', ...more }] }).others?.[0]?.tier;
    expect([tiers({}), tiers({ speed: 'standard' }), tiers({ speed: null }), tiers({ speed: 'fast' })]).toEqual([
      'fast+us',
      'us',
      'us',
      'fast+us',
    ]);
  });
  it.each([
    ['opus'],
    [{}],
    [[5]],
    [[{}]],
    [[{ model: '' }]],
    [[{ model: 'm', max_tokens: 0 }]],
    [[{ model: 'm', max_tokens: '5' }]],
  ])('%j is malformed', (fallbacks) => {
    expect(read(body({ fallbacks }))).toMatchObject({
      fault: 'malformed',
      message: expect.stringContaining('fallbacks') as string,
    });
  });
  it('are none in an empty list', () => expect(ask({ fallbacks: [] })).not.toHaveProperty('others'));
});

it('a batch is held with the passes of all its requests', () => {
  const requests = [{ fallbacks: 'default' }, {}, { ...textOf(160_000), ...compact() }].map((more) => ({
    custom_id: 'x',
    params: body(more),
  }));
  const batch = read({ requests }, createBatch);
  expect(batch).toMatchObject({
    otherModels: ['claude-opus-4-8'],
    others: [{ kind: 'fallback' }, { kind: 'compaction' }],
    outputLimit: 12_000,
  });
  expect(batch).not.toHaveProperty('withInput');
  expect(read({ requests: [{ custom_id: 'x', params: body() }] }, createBatch)).not.toHaveProperty('others');
});

describe('a stream with other passes, broken off', () => {
  const run = (form: Ask, ...events: readonly JsonObject[]): StreamMeter => {
    const meter = createAnthropicMeter(form);
    for (const event of events) meter.see({ event: 'x', data: JSON.stringify(event) });
    return meter;
  };
  const start = { type: 'message_start', message: { usage: { input_tokens: 50, output_tokens: 1 } } };
  const block = (type: string, more: JsonObject = {}): JsonObject => ({
    type: 'content_block_start',
    index: 0,
    content_block: { type, ...more },
  });
  const kinds = (meter: StreamMeter, more = 0) => meter.othersSoFar?.(more).map(({ kind }) => kind);

  it('may have had all of them before it said anything', () => {
    const form = ask({
      ...textOf(160_000),
      ...compact(),
      fallbacks: [{ model: 'claude-opus-5' }],
      tools: [advisor({ max_uses: 1 })],
    });
    expect(run(form).othersSoFar?.(0)).toEqual(form.others);
  });
  it('was shortened before its first word, or not at all', () => {
    const form = ask({ ...textOf(160_000), ...compact() });
    expect(kinds(run(form, start))).toEqual(['compaction']);
    expect(kinds(run(form, start, block('text')), 1)).toEqual([]);
    expect(kinds(run(form, start, block('compaction'), block('text')), 1)).toEqual(['compaction']);
  });
  it('has asked its adviser as often as it has shown, and perhaps once more', () => {
    const form = ask({ tools: [advisor({ max_uses: 3 })] });
    const meter = run(form, start, block('text'), block('server_tool_use', { name: 'advisor' }));
    expect([kinds(meter), kinds(meter, 1)]).toEqual([['advisor'], ['advisor', 'advisor']]);
    expect(kinds(meter, 9)).toHaveLength(3);
  });
  it('has gone to another model as often as it has shown', () => {
    const form = ask({ fallbacks: [{ model: 'claude-opus-5' }, { model: 'claude-opus-4-8' }] });
    expect(kinds(run(form, start, block('text')), 1)).toEqual([]);
    const meter = run(form, start, block('text'), block('fallback', { to: { model: 'claude-opus-5-20260701' } }));
    expect(meter.othersSoFar?.(0)).toMatchObject([{ model: 'claude-opus-5' }]);
    // The input so far was read by the first one.
    expect(meter.inputSoFar()).not.toHaveProperty('model');
  });
  it('has none where none were asked for', () => expect(kinds(run(ask({}), start), 1)).toEqual([]));
});
