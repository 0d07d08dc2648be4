import { calcPrice, extractUsage, findProvider } from '@pydantic/genai-prices';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrice } from '../../domain/price.ts';
import type { ModelPrice } from '../../domain/price.ts';
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

/** What a reply costs, in nano-dollars. */
function billOf(model: string, reply: JsonObject, body: JsonObject = {}): number | undefined {
  const usage = generateContent.readUsage(reply, askOf(model, body));
  return usage && priceOf(model).costOf(usage);
}
const tokens = (modality: string, tokenCount: number) => ({ modality, tokenCount });

it('an embedding without a figure has none', () => {
  expect(embedContent.readUsage({ embedding: { values: [1] } }, askOf('gemini-embedding-001'))).toBeUndefined();
});

describe('a reply without a figure', () => {
  it.each([undefined, null, 5, {}, { candidatesTokenCount: 5 }, { promptTokenCount: -1 }, { promptTokenCount: '5' }, { promptTokenCount: 5, candidatesTokenCount: null }, { promptTokenCount: 5, thoughtsTokenCount: 1.5 }, { promptTokenCount: 1e18 }])(
    'has none: %j', (usageMetadata) => expect(generateContent.readUsage({ usageMetadata }, askOf('gemini-2.5-flash'))).toBeUndefined(),
  );
});

it('what we work out is what the price library works out, wherever it knows the model', () => {
  const provider = findProvider({ providerId: 'google' });
  if (!provider) throw new Error('no provider');
  const share = fc.record({ text: fc.nat(150_000), audio: fc.nat(100_000), image: fc.nat(50_000) });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const models = fc.constantFrom('gemini-2.5-flash', 'gemini-2.5-flash-lite', 'gemini-2.5-pro', 'gemini-3-flash-preview', 'gemini-3.1-pro-preview', 'gemini-3.8-flash', 'gemini-2.5-flash-image');
  fc.assert(fc.property(models, share, part, part, fc.nat(5_000), fc.nat(5_000), fc.nat(3_000), (model, read, ofText, ofAudio, candidates, thoughts, tools) => {
    const cached = { text: Math.floor(read.text * ofText), audio: Math.floor(read.audio * ofAudio) };
    const [prompt, fromCache] = [read.text + read.audio + read.image, cached.text + cached.audio];
    const usageMetadata = {
      promptTokenCount: prompt, cachedContentTokenCount: fromCache, candidatesTokenCount: candidates, thoughtsTokenCount: thoughts, toolUsePromptTokenCount: tools, totalTokenCount: prompt + candidates + thoughts + tools,
      promptTokensDetails: [tokens('TEXT', read.text), tokens('AUDIO', read.audio), tokens('IMAGE', read.image)],
      cacheTokensDetails: [tokens('TEXT', cached.text), tokens('AUDIO', cached.audio)],
      toolUsePromptTokensDetails: [tokens('TEXT', tools)],
    };
    const { usage } = extractUsage(provider, { modelVersion: model, usageMetadata });
    const theirs = calcPrice(usage, model, { providerId: 'google', timestamp: new Date(AT) });
    const ours = billOf(model, { usageMetadata }) ?? NaN;
    expect(Math.abs(ours - (theirs?.total_price ?? NaN) * 1e9)).toBeLessThanOrEqual(1);
  }), { numRuns: 500 });
});
