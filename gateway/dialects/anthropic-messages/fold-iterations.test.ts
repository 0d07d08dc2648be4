import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenUsage } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import { createAnthropicMeter } from './meter.ts';
import { readReply } from './read-reply.ts';

const counts = (input_tokens: number, output_tokens: number, more: JsonObject = {}): JsonObject => ({
  input_tokens,
  output_tokens,
  cache_read_input_tokens: 0,
  cache_creation_input_tokens: 0,
  ...more,
});
const pass = (type: string, input: number, output: number, more: JsonObject = {}): JsonObject => ({
  type,
  ...counts(input, output),
  ...more,
});
const usageOf = (input: number, output: number): TokenUsage => ({
  input,
  cacheRead: 0,
  cacheWrite: 0,
  cacheWriteHour: 0,
  output,
});

/** The same reply, whole and as a stream whose beginning tells of the first pass. */
function both(
  model: string,
  usage: JsonObject,
  iterations: readonly JsonObject[],
  blocks: readonly JsonObject[] = [{ type: 'text', text: 'Hi' }],
  stop_reason = 'end_turn',
): readonly (TokenUsage | undefined)[] {
  const whole = readReply(
    { model, content: blocks, stop_reason, usage: { ...usage, iterations } },
    { cacheWrites: 'short' },
  );
  const meter = createAnthropicMeter();
  const first = iterations.find(({ type }) => type === 'message' || type === 'fallback_message') ?? usage;
  const events: readonly JsonObject[] = [
    {
      type: 'message_start',
      message: {
        model,
        content: [],
        usage: counts(Number(first['input_tokens']), Math.min(1, Number(usage['output_tokens']))),
      },
    },
    ...blocks.flatMap((content_block, index) => [
      { type: 'content_block_start', index, content_block },
      { type: 'content_block_stop', index },
    ]),
    { type: 'message_delta', delta: { stop_reason }, usage: { ...usage, iterations } },
    { type: 'message_stop' },
  ];
  for (const event of events) meter.see({ event: 'x', data: JSON.stringify(event) });
  return [whole, meter.usage()];
}
const expectBoth = (replies: readonly (TokenUsage | undefined)[], expected: unknown): void => {
  for (const usage of replies) expect(usage).toEqual(expected);
};

describe('a conversation that the provider shortened', () => {
  it('costs what that pass used, on top of the rest', () => {
    // The example of the guide: 180,000 tokens that the top-level figures leave out.
    expectBoth(
      both('claude-opus-5', counts(23_000, 1_000), [
        pass('compaction', 180_000, 3_500),
        pass('message', 23_000, 1_000),
      ]),
      { ...usageOf(203_000, 4_500), model: 'claude-opus-5' },
    );
  });
  it('is not counted twice where the beginning of a stream had told of it', () => {
    const meter = createAnthropicMeter();
    const iterations = [pass('compaction', 180_000, 3_500), pass('message', 23_000, 1_000)];
    for (const event of [
      { type: 'message_start', message: { usage: counts(180_000, 1) } },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { ...counts(23_000, 1_000), iterations } },
    ])
      meter.see({ event: 'x', data: JSON.stringify(event) });
    expect(meter.usage()).toEqual(usageOf(203_000, 4_500));
  });
  it('costs what is listed where the last report leaves its input out', () => {
    const meter = createAnthropicMeter();
    for (const event of [
      { type: 'message_start', message: { usage: counts(900, 1) } },
      {
        type: 'message_delta',
        delta: { stop_reason: 'end_turn' },
        usage: { output_tokens: 40, iterations: [pass('message', 800, 40)] },
      },
    ])
      meter.see({ event: 'x', data: JSON.stringify(event) });
    expect(meter.usage()).toMatchObject(usageOf(800, 40));
  });
  it('costs nothing more where it was not', () => {
    expectBoth(both('claude-sonnet-4-6', counts(136, 16), [pass('message', 136, 16)]), {
      ...usageOf(136, 16),
      model: 'claude-sonnet-4-6',
    });
  });
  it('on demand has its figures there alone', () => {
    expectBoth(
      both('claude-opus-5-5', counts(0, 0), [pass('compaction', 144, 276)], [{ type: 'compaction' }], 'compaction'),
      { ...usageOf(144, 276), model: 'claude-opus-5-5' },
    );
  });
  it('counts what it read from the cache as such', () => {
    const [usage] = both('claude-opus-5', counts(23_000, 1_000), [
      pass('compaction', 5_000, 3_500, {
        cache_read_input_tokens: 170_000,
        cache_creation_input_tokens: 60,
        cache_creation: { ephemeral_1h_input_tokens: 60, ephemeral_5m_input_tokens: 0 },
      }),
      pass('message', 23_000, 1_000),
    ]);
    expect(usage).toMatchObject({
      input: 198_060,
      cacheRead: 170_000,
      cacheWrite: 60,
      cacheWriteHour: 60,
      output: 4_500,
    });
  });
});

describe('an adviser', () => {
  const [own, advice, rest] = [
    pass('message', 1_128, 135),
    pass('advisor_message', 2_543, 18, { model: 'claude-opus-4-8' }),
    pass('message', 1_283, 10),
  ];
  it('is billed at the price of its own model, and the rest is the sum of all other passes', () => {
    // As the provider answered.
    expectBoth(both('claude-sonnet-5', counts(2_411, 145), [own, advice, rest]), {
      ...usageOf(2_411, 145),
      model: 'claude-sonnet-5',
      others: [{ model: 'claude-opus-4-8', usage: usageOf(2_543, 18) }],
    });
  });
  it('that was asked twice is billed twice, another one apart', () => {
    const [usage] = both('claude-sonnet-5', counts(2_411, 145), [
      own,
      advice,
      advice,
      pass('advisor_message', 7, 3, { model: 'claude-fable-5' }),
      rest,
    ]);
    expect(usage?.others).toEqual([
      { model: 'claude-opus-4-8', usage: usageOf(5_086, 36) },
      { model: 'claude-fable-5', usage: usageOf(7, 3) },
    ]);
  });
  it('is served where the request is, and has no fast form', () => {
    const usage = readReply(
      { model: 'm', usage: { ...counts(1, 1), speed: 'fast', inference_geo: 'us', iterations: [own, advice] } },
      { cacheWrites: 'none', tier: 'fast+us' },
    );
    expect(usage).toMatchObject({ tier: 'fast+us', others: [{ usage: { tier: 'us' } }] });
  });
});

describe('a model that stepped in for one that declined', () => {
  const mark = { type: 'fallback', from: { model: 'claude-fable-5' }, to: { model: 'claude-opus-4-8' } };
  const answer = { type: 'text', text: 'Hi' };
  it('is billed alone where the first one wrote nothing', () => {
    const replies = both(
      'claude-opus-4-8',
      counts(412, 264),
      [
        pass('message', 535, 0, { model: 'claude-fable-5' }),
        pass('fallback_message', 412, 264, { model: 'claude-opus-4-8' }),
      ],
      [mark, answer],
    );
    expectBoth(replies, { ...usageOf(412, 264), model: 'claude-opus-4-8' });
  });
  it('is billed beside it where it had begun to write', () => {
    const iterations = [
      pass('message', 535, 90, { model: 'claude-fable-5' }),
      pass('fallback_message', 412, 264, { model: 'claude-opus-4-8' }),
    ];
    const expected = {
      ...usageOf(412, 264),
      model: 'claude-opus-4-8',
      others: [{ model: 'claude-fable-5', usage: usageOf(535, 90) }],
    };
    expectBoth(both('claude-opus-4-8', counts(412, 264), iterations, [mark, answer]), expected);
    // In a stream the beginning had named the first one.
    expectBoth(both('claude-fable-5', counts(412, 264), iterations, [answer, mark, answer]).slice(1), expected);
  });
  it('is billed for all its rounds', () => {
    const iterations = [
      pass('message', 535, 0, { model: 'claude-fable-5' }),
      pass('message', 400, 20, { model: 'claude-opus-4-8' }),
      pass('fallback_message', 700, 30, { model: 'claude-opus-4-8' }),
    ];
    expect(both('claude-opus-4-8', counts(700, 30), iterations, [mark, answer])[0]).toMatchObject({
      input: 1_100,
      output: 50,
    });
  });
  it('need not be told of where the conversation has gone to it before', () => {
    expectBoth(
      both(
        'claude-opus-4-8',
        counts(412, 264),
        [pass('fallback_message', 412, 264, { model: 'claude-opus-4-8' })],
        [answer],
      ),
      { ...usageOf(412, 264), model: 'claude-opus-4-8' },
    );
  });
  it('that declines too costs nothing', () => {
    const iterations = [
      pass('message', 535, 0, { model: 'claude-fable-5' }),
      pass('fallback_message', 412, 0, { model: 'claude-opus-5' }),
    ];
    expectBoth(
      both('claude-opus-5', counts(412, 0), iterations, [{ ...mark, to: { model: 'claude-opus-5' } }], 'refusal'),
      { ...usageOf(0, 0), model: 'claude-opus-5' },
    );
  });
  it('has a conversation shortened by whoever goes on from there', () => {
    const iterations = [
      pass('compaction', 9_000, 50),
      pass('message', 535, 90, { model: 'claude-fable-5' }),
      pass('fallback_message', 412, 264, { model: 'claude-opus-4-8' }),
    ];
    expect(both('claude-opus-4-8', counts(412, 264), iterations, [mark, answer])[0]?.others).toEqual([
      { model: 'claude-fable-5', usage: usageOf(9_535, 140) },
    ]);
  });
  it('leaves no figures of the one before', () => {
    // As seen: lifetimes of the declined attempt beside a total of 0.
    const usage = {
      ...counts(412, 264),
      cache_creation: { ephemeral_1h_input_tokens: 4_369, ephemeral_5m_input_tokens: 0 },
    };
    const [read] = both(
      'claude-opus-4-8',
      usage,
      [
        pass('message', 535, 90, { model: 'claude-fable-5' }),
        pass('fallback_message', 412, 264, { model: 'claude-opus-4-8' }),
      ],
      [mark, answer],
    );
    expect(read).toMatchObject(usageOf(412, 264));
    expect(read).not.toHaveProperty('suspect');
  });
});

describe('a list of passes', () => {
  it.each([['x'], [5], [{}], [[]], [{ type: 'message' }], [pass('message', -1, 1)], [pass('advisor_message', 5, 5)]])(
    'that nobody can read has no bill: %j',
    (entry) => {
      expect(
        readReply({ model: 'm', usage: { ...counts(10, 5), iterations: [entry] } }, { cacheWrites: 'none' }),
      ).toBeUndefined();
    },
  );
  it('of a kind that is not known yet counts on top', () => {
    expect(
      readReply(
        { model: 'm', usage: { ...counts(10, 5), iterations: [pass('message', 10, 5), pass('judge', 70, 8)] } },
        { cacheWrites: 'none' },
      ),
    ).toMatchObject({ input: 80, output: 13 });
  });
  it('never makes it cheaper, and never throws', () => {
    const entry = fc.record({
      type: fc.constantFrom('message', 'compaction', 'advisor_message'),
      model: fc.constantFrom('a', 'b'),
      input_tokens: fc.nat(9_999),
      output_tokens: fc.nat(999),
    });
    fc.assert(
      fc.property(fc.array(entry), fc.nat(99_999), fc.nat(9_999), (iterations, input, output) => {
        const usage = readReply(
          { model: 'a', usage: { ...counts(input, output), iterations } },
          { cacheWrites: 'none' },
        );
        const all = [usage, ...(usage?.others ?? []).map((other) => other.usage)];
        const listed = iterations.reduce((sum, one) => sum + one.input_tokens + one.output_tokens, 0);
        const total = all.reduce((sum, one) => sum + (one?.input ?? 0) + (one?.output ?? 0), 0);
        expect(total).toBeGreaterThanOrEqual(Math.max(listed, input + output));
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (iterations, model) => {
        readReply({ model, usage: { input_tokens: 1, output_tokens: 1, iterations } }, { cacheWrites: 'none' });
      }),
    );
  });
});
