import { calcPrice, extractUsage, findProvider } from '@pydantic/genai-prices';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrice } from '../../domain/price/price.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { embedContent } from './embed.ts';
import { generateContent } from './generate.ts';

const AT = Date.UTC(2026, 9, 1);

function priceOf(model: string): ModelPrice {
  const price = findPrice({ source: PROVIDERS.gemini.prices, model, at: AT, overrides: [] });
  if (!price) throw new Error(`no price for ${model}`);
  return price;
}

function askOf(model: string, body: JsonObject = {}): Ask {
  const ask = generateContent.readAsk({ ...callOf({ contents: [], ...body }, 100), params: { model } });
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}

/** The cost of a reply, in nano-dollars. */
function billOf(model: string, reply: JsonObject, body: JsonObject = {}): number | undefined {
  const usage = generateContent.readUsage(reply, askOf(model, body));
  return usage && priceOf(model).costOf(usage);
}
const tokens = (modality: string, tokenCount: number) => ({ modality, tokenCount });

it('an embedding without a figure has none', () => {
  expect(embedContent.readUsage({ embedding: { values: [1] } }, askOf('gemini-embedding-001'))).toBeUndefined();
});

describe('figures that cannot be', () => {
  const read = (usageMetadata: JsonObject, model = 'gemini-2.5-flash') =>
    generateContent.readUsage({ usageMetadata }, askOf(model));
  it('are marked where nothing was read', () => {
    expect(read({ candidatesTokenCount: 76, totalTokenCount: 76 })).toMatchObject({
      input: 0,
      output: 76,
      suspect: 'zero-input',
    });
    expect(read({ candidatesTokenCount: 5 })).toMatchObject({ input: 0, output: 5, suspect: 'zero-input' });
    expect(read({ promptTokenCount: 0, candidatesTokenCount: 0, totalTokenCount: 0 })?.suspect).toBe('zero-input');
    expect(read({ promptTokenCount: 5 })).not.toHaveProperty('suspect');
  });
  it('count as the dearest of all readings: more from the cache than was read', () => {
    // 86 beside 400 from the cache, and not 86 from it.
    expect(
      read({ promptTokenCount: 86, cachedContentTokenCount: 400, candidatesTokenCount: 10, totalTokenCount: 96 }),
    ).toMatchObject({ input: 486, cacheRead: 400, output: 10, suspect: 'share-above-whole' });
  });
  it('count as the dearest of all readings: kinds that are more than their total', () => {
    const details = [tokens('TEXT', 10), tokens('AUDIO', 400)];
    expect(read({ promptTokenCount: 86, promptTokensDetails: details })).toMatchObject({
      input: 410,
      parts: { inputAudio: 400 },
      suspect: 'share-above-whole',
    });
    expect(read({ promptTokenCount: 86, candidatesTokenCount: 5, candidatesTokensDetails: details })).toMatchObject({
      output: 410,
      parts: { outputAudio: 400 },
      suspect: 'share-above-whole',
    });
    expect(
      read({ promptTokenCount: 86, toolUsePromptTokenCount: 5, toolUsePromptTokensDetails: details }),
    ).toMatchObject({ input: 496, suspect: 'share-above-whole' });
    expect(read({ promptTokenCount: 900, cachedContentTokenCount: 5, cacheTokensDetails: details })).toMatchObject({
      input: 900,
      cacheRead: 410,
      suspect: 'share-above-whole',
    });
    // Kinds need not be told in full.
    expect(read({ promptTokenCount: 86, promptTokensDetails: [tokens('TEXT', 10)] })).not.toHaveProperty('suspect');
  });
});

describe('the model that served', () => {
  const read = (modelVersion: unknown) =>
    generateContent.readUsage({ modelVersion, usageMetadata: { promptTokenCount: 5 } }, askOf('gemini-flash-latest'))
      ?.model;
  it('is what the reply says', () => {
    expect([
      read('gemini-3.8-flash-001'),
      read('models/gemini-3.8-flash'),
      read(undefined),
      read('a b'),
      read(5),
    ]).toEqual(['gemini-3.8-flash-001', 'gemini-3.8-flash', undefined, undefined, undefined]);
  });
});

describe('a prompt that was blocked', () => {
  const promptFeedback = { blockReason: 'SAFETY' };
  it('has cost no more than what there was to read, where nothing was counted', () => {
    const ask = askOf('gemini-2.5-flash');
    for (const usageMetadata of [undefined, { trafficType: 'ON_DEMAND' }]) {
      expect(generateContent.readUsage({ promptFeedback, usageMetadata }, ask)).toEqual({
        input: ask.inputBound,
        cacheRead: 0,
        cacheWrite: 0,
        cacheWriteHour: 0,
        output: 0,
        suspect: 'blocked',
      });
    }
    expect(
      generateContent.readUsage({ promptFeedback }, askOf('gemini-2.5-flash', { tools: [{ codeExecution: {} }] }))
        ?.input,
    ).toBeLessThan(2_000);
    expect(
      generateContent.readUsage({ promptFeedback }, askOf('gemini-9-ultra', { cachedContent: 'x' })),
    ).toBeUndefined();
  });
  it('costs what was counted', () => {
    expect(
      generateContent.readUsage(
        { promptFeedback, usageMetadata: { promptTokenCount: 9, totalTokenCount: 9 } },
        askOf('gemini-2.5-flash'),
      ),
    ).toMatchObject({ input: 9, output: 0 });
  });
});

it('a model that speaks writes nothing else, whatever its reply says of the kind', () => {
  const usageMetadata = { promptTokenCount: 10, candidatesTokenCount: 1_000, totalTokenCount: 1_010 };
  const details = { candidatesTokensDetails: [tokens('AUDIO', 1_000)] };
  for (const one of [usageMetadata, { ...usageMetadata, ...details }]) {
    expect(generateContent.readUsage({ usageMetadata: one }, askOf('gemini-3.8-flash-tts'))?.parts).toEqual({
      outputAudio: 1_000,
    });
  }
  expect(generateContent.readUsage({ usageMetadata }, askOf('gemini-3.8-flash'))?.parts).toEqual({});
});

describe('a reply without a figure', () => {
  it.each([
    undefined,
    null,
    5,
    {},
    { trafficType: 'ON_DEMAND' },
    { thoughtsTokenCount: 5 },
    { promptTokenCount: -1 },
    { promptTokenCount: '5' },
    { promptTokenCount: 5, candidatesTokenCount: null },
    { promptTokenCount: 5, thoughtsTokenCount: 1.5 },
    { promptTokenCount: 1e18 },
  ])('has none: %j', (usageMetadata) =>
    expect(generateContent.readUsage({ usageMetadata }, askOf('gemini-2.5-flash'))).toBeUndefined(),
  );
});

it('what we work out is what the price library works out, wherever it knows the model', () => {
  const provider = findProvider({ providerId: 'google' });
  if (!provider) throw new Error('no provider');
  const share = fc.record({ text: fc.nat(150_000), audio: fc.nat(100_000), image: fc.nat(50_000) });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const models = fc.constantFrom(
    'gemini-2.5-flash',
    'gemini-2.5-flash-lite',
    'gemini-2.5-pro',
    'gemini-3-flash-preview',
    'gemini-3.1-pro-preview',
    'gemini-3.8-flash',
    'gemini-2.5-flash-image',
  );
  fc.assert(
    fc.property(
      models,
      share,
      part,
      part,
      fc.nat(5_000),
      fc.nat(5_000),
      fc.nat(3_000),
      (model, read, ofText, ofAudio, candidates, thoughts, tools) => {
        const cached = { text: Math.floor(read.text * ofText), audio: Math.floor(read.audio * ofAudio) };
        const [prompt, fromCache] = [read.text + read.audio + read.image, cached.text + cached.audio];
        const usageMetadata = {
          promptTokenCount: prompt,
          cachedContentTokenCount: fromCache,
          candidatesTokenCount: candidates,
          thoughtsTokenCount: thoughts,
          toolUsePromptTokenCount: tools,
          totalTokenCount: prompt + candidates + thoughts + tools,
          promptTokensDetails: [tokens('TEXT', read.text), tokens('AUDIO', read.audio), tokens('IMAGE', read.image)],
          cacheTokensDetails: [tokens('TEXT', cached.text), tokens('AUDIO', cached.audio)],
          toolUsePromptTokensDetails: [tokens('TEXT', tools)],
        };
        const { usage } = extractUsage(provider, { modelVersion: model, usageMetadata });
        const theirs = calcPrice(usage, model, { providerId: 'google', timestamp: new Date(AT) });
        const ours = billOf(model, { usageMetadata }) ?? NaN;
        expect(Math.abs(ours - (theirs?.total_price ?? NaN) * 1e9)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 500 },
  );
});
