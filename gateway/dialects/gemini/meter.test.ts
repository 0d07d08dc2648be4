// Long because each case has its own sample.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArraySplitter } from '../json/array-splitter.ts';
import type { Ask, Framing, JsonObject, StreamMeter } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { createSseSplitter } from '../json/sse-splitter.ts';
import { gemini } from './gemini.ts';
import { streamGenerateContent } from './generate.ts';
import { createGeminiMeter } from './meter.ts';

function askOf(): Ask {
  const ask = streamGenerateContent.readAsk({
    ...callOf({ contents: [] }, 100),
    params: { model: 'gemini-2.5-flash' },
  });
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}
const run = (...pieces: readonly JsonObject[]): StreamMeter => {
  const meter = createGeminiMeter(askOf(), 'events');
  for (const piece of pieces) expect(meter.see({ event: 'message', data: JSON.stringify(piece) })).toBe('relay');
  return meter;
};
const part = (text: string, more: JsonObject = {}) => ({
  candidates: [{ content: { parts: [{ text }], role: 'model' }, index: 0, ...more }],
  modelVersion: 'gemini-2.5-flash',
  responseId: 'r1',
});
const used = (promptTokenCount: number, candidatesTokenCount: number) => ({
  usageMetadata: { promptTokenCount, candidatesTokenCount, totalTokenCount: promptTokenCount + candidatesTokenCount },
});

describe('the meter of a Gemini stream', () => {
  it('takes the last figure: every piece counts all that came before', () => {
    const meter = run(
      { ...part('Hé'), ...used(10, 2) },
      { ...part('llo'), ...used(10, 5) },
      { ...part('', { finishReason: 'STOP' }), ...used(10, 7) },
    );
    expect(meter.usage()).toMatchObject({ input: 10, output: 7 });
    expect([meter.outputBytes(), meter.outputEvents()]).toEqual([6, 2]);
  });

  it('has no final figure before every candidate has ended', () => {
    expect(run({ ...part('a'), ...used(10, 2) }).usage()).toBeUndefined();
    expect(run({ ...part('a'), ...used(10, 2) }).inputSoFar()).toMatchObject({ input: 10, output: 2 });
    const two = {
      candidates: [
        { index: 0, content: {}, finishReason: 'STOP' },
        { index: 1, content: {} },
      ],
      ...used(10, 4),
    };
    expect(run(two).usage()).toBeUndefined();
    expect(run(two, { candidates: [{ index: 1, finishReason: 'MAX_TOKENS' }], ...used(10, 9) }).usage()).toMatchObject({
      output: 9,
    });
    // Ended, but nobody ever said what was used.
    expect(run(part('', { finishReason: 'STOP' })).usage()).toBeUndefined();
  });

  it('goes on counting when a piece comes after the one that seemed to be the last', () => {
    expect(run({ ...part('a', { finishReason: 'STOP' }), ...used(10, 2) }, used(10, 30)).usage()).toMatchObject({
      output: 30,
    });
    expect(run({ ...part('a', { finishReason: 'STOP' }), ...used(10, 2) }, part('b')).usage()).toBeUndefined();
  });

  it('knows that a blocked prompt has ended', () => {
    expect(
      run({
        promptFeedback: { blockReason: 'SAFETY' },
        usageMetadata: { promptTokenCount: 9, totalTokenCount: 9 },
      }).usage(),
    ).toMatchObject({ input: 9, output: 0 });
    expect(
      run({ promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: { trafficType: 'ON_DEMAND' } }).usage(),
    ).toMatchObject({ input: askOf().inputBound, output: 0, suspect: 'blocked' });
  });

  it('trusts no figure of a stream that failed', () => {
    const meter = run(
      { ...part('a', { finishReason: 'STOP' }), ...used(10, 2) },
      { error: { code: 503, message: 'overloaded', status: 'UNAVAILABLE' } },
    );
    expect([meter.failed(), meter.usage()]).toEqual([true, undefined]);
    expect(meter.inputSoFar()?.input).toBe(10);
  });

  it('does not let its figures shrink', () => {
    const cached = { usageMetadata: { promptTokenCount: 500, cachedContentTokenCount: 300, candidatesTokenCount: 2 } };
    expect(
      run({ ...part('a'), ...cached }, { ...part('', { finishReason: 'STOP' }), ...used(0, 7) }).usage(),
    ).toMatchObject({ input: 500, cacheRead: 300, output: 7 });
    expect(
      run({ ...part('a'), ...used(500, 40) }, { ...part('', { finishReason: 'STOP' }), ...used(500, 0) }).usage(),
    ).toMatchObject({ input: 500, output: 40 });
    expect(
      run({ ...part('a'), ...used(500, 0) }, { ...part('', { finishReason: 'STOP' }), ...used(0, 7) }).usage(),
    ).not.toHaveProperty('suspect');
    // Seen of an older model: what it says last is less than what it said first.
    expect(
      run({ ...part('a'), ...used(169, 0) }, { ...part('', { finishReason: 'STOP' }), ...used(79, 12) }).usage(),
    ).toMatchObject({ input: 169, output: 12, suspect: 'shrunk' });
    // A figure of the whole after those of its rounds.
    const rounds = [
      { promptTokenCount: 8, candidatesTokenCount: 20, thoughtsTokenCount: 419 },
      { promptTokenCount: 8, candidatesTokenCount: 102, thoughtsTokenCount: 28 },
    ];
    const whole = {
      promptTokenCount: 427,
      toolUsePromptTokenCount: 771,
      candidatesTokenCount: 122,
      thoughtsTokenCount: 447,
    };
    const meter = run(...rounds.map((usageMetadata) => ({ ...part('a'), usageMetadata })), {
      ...part('', { finishReason: 'STOP' }),
      usageMetadata: whole,
    });
    expect(meter.usage()).toMatchObject({ input: 1_198, output: 569, parts: { reasoning: 447 } });
    expect(meter.usage()).not.toHaveProperty('suspect');
  });

  it('believes no input of 0', () => {
    expect(run({ ...part('a'), ...used(0, 5) }).inputSoFar()).toBeUndefined();
    expect(run({ ...part('a', { finishReason: 'STOP' }), ...used(0, 5) }).usage()).toMatchObject({
      input: 0,
      output: 5,
      suspect: 'zero-input',
    });
  });

  it('knows which model served', () => {
    const meter = run({ ...part('a'), ...used(10, 2), modelVersion: 'models/gemini-3.8-flash' });
    expect(meter.inputSoFar()?.model).toBe('gemini-3.8-flash');
    meter.see({ event: 'x', data: JSON.stringify({ ...part('', { finishReason: 'STOP' }), ...used(10, 2) }) });
    expect(meter.usage()?.model).toBe('gemini-2.5-flash');
  });

  it('keeps a search that an early piece told of', () => {
    const early = { candidates: [{ index: 0, groundingMetadata: { webSearchQueries: ['x'] } }], ...used(10, 2) };
    expect(run(early, { ...part('', { finishReason: 'STOP' }), ...used(10, 7) }).usage()?.parts).toMatchObject({
      webSearches: 1,
    });
    expect(
      run(
        { ...part('', { finishReason: 'STOP' }), ...used(10, 7) },
        { candidates: [{ index: 0, finishReason: 'STOP', groundingMetadata: { webSearchQueries: ['x'] } }] },
      ).usage()?.parts,
    ).toMatchObject({ webSearches: 1 });
  });

  it('takes a page that the prompt named for no search: only a request for one can have made it', () => {
    const grounded = {
      ...part('a', {
        finishReason: 'STOP',
        groundingMetadata: { groundingChunks: [{ web: { uri: 'https://a.example' } }] },
      }),
      ...used(10, 2),
    };
    const partsFor = (extras: Ask['extras']) => {
      const meter = createGeminiMeter({ ...askOf(), ...(extras ? { extras } : {}) }, 'events');
      meter.see({ event: 'message', data: JSON.stringify(grounded) });
      return meter.usage()?.parts ?? {};
    };
    expect(partsFor({})).not.toHaveProperty('webSearches');
    expect(partsFor({ webSearches: 1 })).toMatchObject({ webSearches: 1 });
  });

  it.each([
    ['ON_DEMAND_FLEX', 'flex'],
    ['ON_DEMAND_PRIORITY', 'priority'],
    ['ON_DEMAND', undefined],
    ['PROVISIONED_THROUGHPUT', undefined],
  ])('knows the traffic %s of Vertex as the tier %s', (trafficType, tier) => {
    const { usageMetadata } = used(10, 2);
    expect(
      run({ ...part('a', { finishReason: 'STOP' }), usageMetadata: { ...usageMetadata, trafficType } }).usage()?.tier,
    ).toBe(tier);
  });

  it('counts every byte that was generated, whatever its kind', () => {
    const bytes = (content: JsonObject) => run({ candidates: [{ content }] }).outputBytes();
    expect(
      bytes({ parts: [{ functionCall: { name: 'run', args: { command: 'x'.repeat(500), n: 5 } } }] }),
    ).toBeGreaterThan(500);
    expect(
      bytes({
        parts: [
          { executableCode: { language: 'PYTHON', code: 'y'.repeat(300) } },
          { inlineData: { data: 'z'.repeat(900) } },
        ],
      }),
    ).toBeGreaterThan(1_200);
    expect(bytes({ parts: [{ functionCall: { args: { list: ['a'.repeat(400)] } } }] })).toBeGreaterThan(400);
  });

  it('relays what it cannot read, and never throws', () => {
    const fields = fc.constantFrom('candidates', 'usageMetadata', 'promptFeedback', 'error', 'modelVersion');
    fc.assert(
      fc.property(fc.array(fc.dictionary(fields, fc.jsonValue())), (pieces) => {
        expect(run(...pieces).outputBytes()).toBeGreaterThanOrEqual(0);
      }),
    );
    const meter = createGeminiMeter(askOf(), 'array');
    for (const data of [
      '',
      'null',
      '[]',
      '{',
      `{"candidates":[{"content":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}]}`,
    ])
      expect(meter.see({ event: 'item', data })).toBe('relay');
  });
});

describe('an end of our own', () => {
  it('is a last piece in either form', () => {
    for (const framing of ['events', 'array'] as const) {
      const meter = createGeminiMeter(askOf(), framing);
      const first = JSON.stringify({ ...part('a'), ...used(10, 2) });
      meter.see({ event: 'x', data: first });
      const end = meter.truncation();
      const piece: unknown =
        framing === 'events' ? JSON.parse(end.replace(/^data: /, '')) : JSON.parse(`[${first}${end}`)[1];
      expect(piece).toEqual({
        candidates: [{ content: { parts: [{ text: '' }], role: 'model' }, finishReason: 'MAX_TOKENS', index: 0 }],
        ...used(10, 2),
        modelVersion: 'gemini-2.5-flash',
        responseId: 'r1',
      });
      expect(end.endsWith(framing === 'events' ? '}\n\n' : '}]')).toBe(true);
    }
    expect(JSON.parse(createGeminiMeter(askOf(), 'array').truncation())).toHaveLength(1);
  });
  it('is an error that belongs to what was sent before', () => {
    expect(JSON.parse(`[{}${gemini.streamError('cap', 'no', 'array', true)}`)).toMatchObject([
      {},
      { error: { code: 403 } },
    ]);
    expect(JSON.parse(`\n\n${gemini.streamError('cap', 'no', 'array', false)}`)).toMatchObject([
      { error: { status: 'PERMISSION_DENIED', message: 'no' } },
    ]);
    expect(gemini.streamError('cap', 'no', 'events', true)).toMatch(/^data: {"error":.*}\n\n$/);
  });
});

it('a stream cut at any bytes has the same usage, in both forms', () => {
  const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 6 });
  const writeEvents = (pieces: readonly JsonObject[], end: string): string =>
    pieces.map((piece) => `data: ${JSON.stringify(piece)}${end}${end}`).join('');
  const writeArray = (pieces: readonly JsonObject[], end: string): string =>
    `[${pieces.map((piece) => JSON.stringify(piece, undefined, end.length)).join(`${end},${end}`)}${end}]`;
  fc.assert(
    fc.property(
      words,
      fc.nat(9_999),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat(3_000), { maxLength: 15 }),
      fc.constantFrom<Framing>('events', 'array'),
      (texts, output, end, cuts, framing) => {
        const pieces = texts.map((text, index) => ({
          ...part(text, index === texts.length - 1 ? { finishReason: 'STOP' } : {}),
          ...used(50, index === texts.length - 1 ? output : 0),
        }));
        const bytes = Buffer.from(framing === 'events' ? writeEvents(pieces, end) : writeArray(pieces, end));
        const splitter = framing === 'events' ? createSseSplitter(2 ** 20) : createArraySplitter(2 ** 20);
        const meter = createGeminiMeter(askOf(), framing);
        const places = [...new Set(cuts.map((cut) => cut % bytes.length))].toSorted((left, right) => left - right);
        const events = [0, ...places].flatMap((start, index) =>
          splitter.push(bytes.subarray(start, places[index] ?? bytes.length)),
        );
        for (const { parsed } of events) if (parsed) meter.see(parsed);
        expect(meter.usage()).toMatchObject({ input: 50, output });
        expect(Buffer.concat([...events.map(({ raw }) => raw), splitter.rest()])).toEqual(bytes);
      },
    ),
    { numRuns: 500 },
  );
});

describe('what a Gemini stream does not tell', () => {
  it('has no price: tokens of a kind that nobody can read', () => {
    const made = (modality: number) => ({
      promptTokenCount: 10,
      candidatesTokenCount: 1_290,
      totalTokenCount: 1_300,
      candidatesTokensDetails: [{ modality, tokenCount: 1_290 }],
    });
    const read = (modality: number) =>
      run({ ...part('', { finishReason: 'STOP' }), usageMetadata: made(modality) }).usage();
    expect(read(9)).toBeUndefined();
    // A picture, by its number.
    expect(read(2)?.parts).toEqual({ outputImage: 1_290 });
  });

  it('ends with a reason, as a name or as its number', () => {
    expect(run({ ...part('a', { finishReason: 1 }), ...used(10, 2) }).usage()).toMatchObject({ output: 2 });
    expect(run({ ...part('a', { finishReason: 0 }), ...used(10, 2) }).usage()).toBeUndefined();
  });

  it('leaves the bound where hosted tools may have been used: their cost comes with the last piece', () => {
    const ask = streamGenerateContent.readAsk({
      ...callOf({ contents: [], tools: [{ googleSearch: {} }] }, 100),
      params: { model: 'gemini-2.5-flash' },
    });
    if ('fault' in ask) throw new Error(ask.message);
    const meter = createGeminiMeter(ask, 'events');
    meter.see({ event: 'message', data: JSON.stringify({ ...part('It is'), ...used(10, 2) }) });
    expect([meter.usage(), meter.inputSoFar()]).toEqual([undefined, undefined]);
  });
});

describe('a stream with hosted tools, broken off', () => {
  const begin = (tools: readonly JsonObject[], model = 'gemini-2.5-flash') => {
    const ask = streamGenerateContent.readAsk({ ...callOf({ contents: [], tools }, 100), params: { model } });
    if ('fault' in ask) throw new Error(ask.message);
    const meter = createGeminiMeter(ask, 'events');
    const { inputBound = 0, rounds = 1 } = ask;
    const bound = { input: inputBound * rounds, output: 500, extras: { requests: 1, ...ask.extras } };
    const see = (...parts: readonly JsonObject[]): void =>
      void meter.see({ event: 'x', data: JSON.stringify({ candidates: [{ content: { parts } }], ...used(46, 51) }) });
    const soFar = (more = 1): number => meter.boundSoFar?.(bound, more).input ?? NaN;
    return { meter, see, soFar, bound, round: Math.ceil(bound.input / rounds) };
  };
  it('pays for what was said of one round, for each that it has shown, and for one more', () => {
    const { see, soFar, bound, meter } = begin([{ codeExecution: {} }], 'gemini-3-flash-preview');
    expect(soFar(0)).toBeLessThan(2_000);
    see({ text: 'x'.repeat(50) });
    expect(soFar()).toBe(2 * (46 + 50));
    see({ executableCode: { code: 'y'.repeat(40) } });
    // Its output is not known before it has written it.
    expect(soFar()).toBeGreaterThan(800_000);
    see({ codeExecutionResult: { output: 'z'.repeat(60) } });
    // As recorded: 507 tokens in all where the first round had 46.
    expect(soFar()).toBeLessThan(1_000);
    expect(soFar()).toBeGreaterThan(507);
    expect(meter.boundSoFar?.(bound, 1)).toMatchObject({ output: 500, extras: { requests: 1 } });
  });
  it('has one round more of any size where a stream does not show what tools bring', () => {
    const { see, soFar, round, bound } = begin([{ fileSearch: {} }]);
    see({ text: 'It is' });
    expect(soFar()).toBe(2 * (46 + 5) + round);
    expect(soFar()).toBeLessThan(bound.input);
  });
  it('leaves the bound of one without such tools as it is', () => {
    const { meter, bound } = begin([{ functionDeclarations: [{ name: 'f' }] }]);
    expect(meter.boundSoFar?.(bound, 1)).toBe(bound);
  });
});

it('a candidate that ends before another has begun does not end the stream', () => {
  const meter = createGeminiMeter({ ...askOf(), choices: 2 }, 'events');
  const see = (piece: JsonObject): unknown => meter.see({ event: 'message', data: JSON.stringify(piece) });
  see({ ...part('a', { finishReason: 'STOP' }), ...used(10, 2) });
  expect(meter.usage()).toBeUndefined();
  see({ candidates: [{ index: 1, content: { parts: [{ text: 'b' }] }, finishReason: 'STOP' }], ...used(10, 9) });
  expect(meter.usage()).toMatchObject({ output: 9 });
});
