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

/**
 * Replies in the shape of ai.google.dev ("GenerateContentResponse", and the guides named below); prices of its pricing
 * page, in nano-dollars a token, worked out by hand.
 */
describe('a Gemini reply costs', () => {
  it.each<[string, string, number, JsonObject, JsonObject?]>([
    ['text and thoughts ("Gemini thinking")', 'gemini-2.5-flash', 4 * 300 + (715 + 808) * 2_500, { promptTokenCount: 4, candidatesTokenCount: 715, thoughtsTokenCount: 808, totalTokenCount: 1_527 }],
    [
      'what a cache held ("Context caching")', 'gemini-2.5-flash', 1_808 * 300 + 8_192 * 30 + 100 * 2_500,
      { promptTokenCount: 10_000, cachedContentTokenCount: 8_192, candidatesTokenCount: 100, totalTokenCount: 10_100, promptTokensDetails: [tokens('TEXT', 10_000)], cacheTokensDetails: [tokens('TEXT', 8_192)] },
    ],
    // A minute of sound at 32 tokens a second.
    ['sound ("Audio understanding")', 'gemini-2.5-flash', 12 * 300 + 1_920 * 1_000 + 50 * 2_500, { promptTokenCount: 1_932, candidatesTokenCount: 50, totalTokenCount: 1_982, promptTokensDetails: [tokens('TEXT', 12), tokens('AUDIO', 1_920)] }],
    [
      'sound that a cache held', 'gemini-2.5-flash', 40 * 300 + 960 * 1_000 + 40 * 30 + 960 * 100 + 10 * 2_500,
      { promptTokenCount: 2_000, cachedContentTokenCount: 1_000, candidatesTokenCount: 10, totalTokenCount: 2_010, promptTokensDetails: [tokens('TEXT', 80), tokens('AUDIO', 1_920)], cacheTokensDetails: [tokens('TEXT', 40), tokens('AUDIO', 960)] },
    ],
    // Ten seconds at 263 tokens, and its sound.
    ['film ("Video understanding")', 'gemini-2.5-flash', (2_630 + 10) * 300 + 320 * 1_000 + 20 * 2_500, { promptTokenCount: 2_960, candidatesTokenCount: 20, totalTokenCount: 2_980, promptTokensDetails: [tokens('VIDEO', 2_630), tokens('AUDIO', 320), tokens('TEXT', 10)] }],
    ['three pages ("Document understanding")', 'gemini-2.5-flash', (774 + 20) * 300 + 10 * 2_500, { promptTokenCount: 794, candidatesTokenCount: 10, totalTokenCount: 804, promptTokensDetails: [tokens('DOCUMENT', 774), tokens('TEXT', 20)] }],
    ['a picture it made ("Image generation")', 'gemini-2.5-flash-image', 20 * 300 + 10 * 2_500 + 1_290 * 30_000, { promptTokenCount: 20, candidatesTokenCount: 1_300, totalTokenCount: 1_320, candidatesTokensDetails: [tokens('IMAGE', 1_290)] }],
    ['speech it made ("Speech generation")', 'gemini-2.5-flash-preview-tts', 20 * 500 + 250 * 10_000, { promptTokenCount: 20, candidatesTokenCount: 250, totalTokenCount: 270, candidatesTokensDetails: [tokens('AUDIO', 250)] }],
    ['up to the long context', 'gemini-2.5-pro', 200_000 * 1_250 + 1_000 * 10_000, { promptTokenCount: 200_000, candidatesTokenCount: 1_000, totalTokenCount: 201_000 }],
    ['the long context', 'gemini-2.5-pro', 250_000 * 2_500 + 1_000 * 15_000, { promptTokenCount: 250_000, candidatesTokenCount: 1_000, totalTokenCount: 251_000 }],
    ['pages that it has fetched ("URL context")', 'gemini-2.5-flash', (27 + 10_309) * 300 + (45 + 31) * 2_500, { promptTokenCount: 27, toolUsePromptTokenCount: 10_309, candidatesTokenCount: 45, thoughtsTokenCount: 31, totalTokenCount: 10_412, toolUsePromptTokensDetails: [tokens('TEXT', 10_309)] }],
    ['a prompt that was blocked', 'gemini-2.5-flash', 9 * 300, { promptTokenCount: 9, totalTokenCount: 9 }],
    ['thoughts that only the total tells of', 'gemini-2.5-flash', 10 * 300 + 120 * 2_500, { promptTokenCount: 10, candidatesTokenCount: 20, totalTokenCount: 130 }],
    ['nothing', 'gemini-2.5-flash', 0, { promptTokenCount: 0 }],
    // Introductory prices until the end of 2026: 0.75 and 3.75.
    ['the priority tier ("Priority inference")', 'gemini-3.8-flash', (1_000 * 750 + 100 * 3_750) * 1.8, { promptTokenCount: 1_000, candidatesTokenCount: 100, totalTokenCount: 1_100 }, { serviceTier: 'priority' }],
    ['the flex tier ("Flex inference")', 'gemini-3.8-flash', (1_000 * 750 + 100 * 3_750) / 2, { promptTokenCount: 1_000, candidatesTokenCount: 100, totalTokenCount: 1_100 }, { service_tier: 'SERVICE_TIER_FLEX' }],
    ['the ordinary tier where there was no room', 'gemini-3.8-flash', 1_000 * 750 + 100 * 3_750, { promptTokenCount: 1_000, candidatesTokenCount: 100, totalTokenCount: 1_100, serviceTier: 'standard' }, { serviceTier: 'priority' }],
  ])('%s: %s', (_what, model, bill, usageMetadata, body) => expect(billOf(model, { usageMetadata }, body)).toBe(bill));

  it('a search: 35 USD for a thousand prompts that were grounded, however often they searched', () => {
    const usageMetadata = { promptTokenCount: 10, candidatesTokenCount: 100, totalTokenCount: 110 };
    const grounded = (groundingMetadata: JsonObject) => billOf('gemini-2.5-flash', { usageMetadata, candidates: [{ groundingMetadata }] });
    const text = 10 * 300 + 100 * 2_500;
    expect(grounded({ webSearchQueries: ['a', 'b', 'c'], groundingChunks: [{ web: { uri: 'https://a.example' } }] })).toBe(text + 35_000_000);
    expect(grounded({ groundingChunks: [{ maps: { uri: 'https://maps.example' } }] })).toBe(text + 25_000_000);
    expect(grounded({})).toBe(text);
  });

  it('an embedding', () => {
    const bill = (model: string, usageMetadata: JsonObject) => {
      const usage = embedContent.readUsage({ embedding: { values: [1] }, usageMetadata }, askOf(model));
      return usage && priceOf(model).costOf(usage);
    };
    expect(bill('gemini-embedding-001', { promptTokenCount: 100 })).toBe(100 * 150);
    expect(bill('gemini-embedding-2', { promptTokenCount: 268, promptTokenDetails: [tokens('TEXT', 10), tokens('IMAGE', 258)] })).toBe(10 * 200 + 258 * 450);
    expect(embedContent.readUsage({ embedding: { values: [1] } }, askOf('gemini-embedding-001'))).toBeUndefined();
  });
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
