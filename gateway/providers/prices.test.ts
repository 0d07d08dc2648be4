import { calcPrice, findProvider } from '@pydantic/genai-prices';
import type { ModelPrice as Rates } from '@pydantic/genai-prices';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrice } from '../domain/price/price.ts';
import type { PriceSource } from '../domain/price/price.ts';
import type { TokenUsage } from '../domain/usage.ts';
import { PROVIDERS } from './providers.ts';

const DAY_MS = 86_400_000;
/** A Friday: of DeepSeek's weekends the library knows nothing. */
const NOW = Date.parse('2026-11-20T00:00:00Z');

/**
 * Every model of the library that one of our providers can name, by a name that requests have for it, with that
 * provider's prices.
 */
const MODELS = Object.values(PROVIDERS).flatMap(({ kind, prices }) =>
  (prices.id === undefined ? [] : (findProvider({ providerId: prices.id })?.models ?? []))
    .flatMap(({ id, match }) => [id, ...('equals' in match ? [match.equals] : [])])
    .filter(
      (model) =>
        ![undefined, 'assumed'].includes(findPrice({ source: prices, model, at: NOW, overrides: [] })?.origin) &&
        !Object.hasOwn(prices.modelRates ?? {}, model),
    )
    .map((model) => ({ kind, source: prices, model })),
);

/** Those that only the records here know, or know better. */
const OWN_MODELS = Object.values(PROVIDERS).flatMap(({ kind, prices }) =>
  Object.keys(prices.modelRates ?? {}).map((model) => ({ kind, source: prices, model })),
);

const share = fc.nat(100).map((percent) => percent / 100);
const count = fc.oneof(
  fc.nat(1_000),
  fc.nat(2_000_000),
  fc.constantFrom(199_999, 200_000, 200_001, 271_999, 272_000, 272_001),
);
/** Any usage whose parts fit into each other, whatever a model can do. */
const usages: fc.Arbitrary<TokenUsage> = fc
  .record({
    input: count,
    output: count,
    shares: fc.array(share, { minLength: 9, maxLength: 9 }),
    seconds: fc.nat(10_000),
    pages: fc.nat(500),
    searches: fc.nat(20),
    files: fc.nat(20),
  })
  .map(({ input, output, shares, seconds, pages, searches, files }) => {
    const of = (whole: number, index: number): number => Math.floor(whole * (shares[index] ?? 0));
    const cacheRead = of(input, 0);
    const cacheWrite = of(input - cacheRead, 1);
    const fresh = input - cacheRead - cacheWrite;
    const cacheReadAudio = of(cacheRead, 3);
    const cacheReadImage = of(cacheRead - cacheReadAudio, 4);
    const freshAudio = of(fresh, 5);
    const outputAudio = of(output, 7);
    const outputImage = of(output - outputAudio, 8);
    return {
      input,
      output,
      cacheRead,
      cacheWrite,
      cacheWriteHour: of(cacheWrite, 2),
      parts: {
        cacheReadAudio,
        cacheReadImage,
        inputAudio: cacheReadAudio + freshAudio,
        inputImage: cacheReadImage + of(fresh - freshAudio, 6),
        outputAudio,
        outputImage,
        reasoning: output - outputAudio - outputImage,
        audioSeconds: seconds,
        pages,
        webSearches: searches,
        fileSearches: files,
        requests: 1,
      },
    };
  });

/** What a rate is named in the library, and what it calls the count that the rate is for. */
function libraryUsage(
  rates: Rates,
  { input, output, cacheRead, cacheWrite, cacheWriteHour, parts = {} }: TokenUsage,
): Record<string, number> {
  const all: Readonly<Record<string, readonly [name: string, value: number | undefined]>> = {
    cache_read_mtok: ['cache_read_tokens', cacheRead],
    cache_write_mtok: ['cache_write_tokens', cacheWrite],
    cache_write_1h_mtok: ['cache_write_1h_tokens', cacheWriteHour],
    input_audio_mtok: ['input_audio_tokens', parts.inputAudio],
    cache_audio_read_mtok: ['cache_audio_read_tokens', parts.cacheReadAudio],
    input_image_mtok: ['input_image_tokens', parts.inputImage],
    cache_image_read_mtok: ['cache_image_read_tokens', parts.cacheReadImage],
    output_audio_mtok: ['output_audio_tokens', parts.outputAudio],
    output_image_mtok: ['output_image_tokens', parts.outputImage],
    output_reasoning_mtok: ['output_reasoning_tokens', parts.reasoning],
    audio_hours: ['audio_seconds', parts.audioSeconds],
    input_audio_hours: ['input_audio_seconds', parts.audioSeconds],
    input_document_kpages: ['input_document_pages', parts.pages],
    web_searches_kcount: ['web_searches', parts.webSearches],
    storage_searches_kcount: ['storage_searches', parts.fileSearches],
  };
  const named = Object.entries(all)
    .filter(([rate]) => rates[rate] !== undefined)
    .map(([, [name, value]]) => [name, value ?? 0] as const);
  return { input_tokens: input, output_tokens: output, ...Object.fromEntries(named) };
}

/** Only what the library itself has a rate for: beyond that, the records say more than it does. */
function withinLibrary(
  rates: Rates,
  usage: TokenUsage,
  { cacheReadPercent, cacheHourPercent }: PriceSource,
): TokenUsage {
  const { parts = {} } = usage;
  const cached = cacheReadPercent === undefined || rates['cache_read_mtok'] !== undefined;
  const known = (rate: string, value: number | undefined): number => (rates[rate] === undefined ? 0 : (value ?? 0));
  return {
    ...usage,
    ...(cached ? {} : { cacheRead: 0 }),
    ...(cacheHourPercent === undefined || rates['cache_write_1h_mtok'] !== undefined ? {} : { cacheWriteHour: 0 }),
    parts: {
      ...parts,
      ...(cached ? {} : { cacheReadAudio: 0, cacheReadImage: 0 }),
      audioSeconds: known('input_audio_hours', parts.audioSeconds),
      pages: known('input_document_kpages', parts.pages),
      webSearches: known('web_searches_kcount', parts.webSearches),
      fileSearches: known('storage_searches_kcount', parts.fileSearches),
    },
  };
}

function libraryRates({ id }: PriceSource, model: string, at: number): Rates {
  const found = id === undefined ? null : calcPrice({}, model, { providerId: id, timestamp: new Date(at) });
  if (!found) throw new Error(`the library does not know ${model}`);
  return found.model_price;
}

describe('the bill of any model of any provider', () => {
  it('is looked at for hundreds of models, of every provider with prices', () => {
    const priced = Object.values(PROVIDERS)
      .filter(({ prices }) => prices.id !== undefined)
      .map(({ kind }) => kind);
    expect(MODELS.length).toBeGreaterThan(900);
    expect([...new Set(MODELS.map(({ kind }) => kind))].toSorted()).toEqual(priced.toSorted());
  });

  it('is what the price library says of every kind of usage, at any time of any day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MODELS), usages, fc.nat(DAY_MS), ({ source, model }, usage, within) => {
        const at = NOW + within;
        const rates = libraryRates(source, model, at);
        const counted = withinLibrary(rates, usage, source);
        const said = calcPrice(libraryUsage(rates, counted), model, {
          providerId: source.id ?? '',
          timestamp: new Date(at),
        });
        const ours = findPrice({ source, model, at, overrides: [] })?.costOf(counted) ?? Number.NaN;
        const off = ours - (said?.total_price ?? Number.NaN) * 1e9;
        // Up to the next nano-dollar, and the noise of doubles on large sums.
        const noise = 1e-3 + ours * 1e-12;
        expect([off > -noise, off < 1 + noise]).toEqual([true, true]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is exact where a rate is a third of another', () => {
    const price = findPrice({
      source: PROVIDERS.openrouter.prices,
      model: 'google/gemini-3.1-flash-lite',
      at: NOW,
      overrides: [],
    });
    // Written to the cache at a third of $0.25.
    expect(price?.costOf({ input: 1_439_767, output: 0, cacheRead: 0, cacheWrite: 1_439_767, cacheWriteHour: 0 })).toBe(
      Math.ceil((1_439_767 * 250) / 3),
    );
  });

  it('is never above what was held for it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MODELS, ...OWN_MODELS, ...OWN_MODELS),
        usages,
        fc.boolean(),
        fc.nat(DAY_MS),
        ({ source, model }, usage, marked, within) => {
          const price = findPrice({ source, model, at: NOW + within, overrides: [] });
          const { input, output, cacheRead, parts = {} } = usage;
          const worst = price?.worstCost({
            input,
            output,
            media: ['audio', 'image'],
            extras: { requests: 1, ...parts },
          });
          const used = marked
            ? {
                ...usage,
                parts: {
                  ...parts,
                  cacheReadMarked: cacheRead,
                  cacheReadAudio: 0,
                  cacheReadImage: 0,
                  inputAudio: 0,
                  inputImage: 0,
                },
              }
            : usage;
          expect(worst).toBeGreaterThanOrEqual(price?.costOf(used) ?? Number.NaN);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('has no kind of usage that the library bills and Purser does not know, but for those named here', () => {
    const ours = new Set([
      'input_mtok',
      'output_mtok',
      'cache_read_mtok',
      'cache_write_mtok',
      'cache_write_1h_mtok',
      'input_audio_mtok',
      'cache_audio_read_mtok',
      'input_image_mtok',
      'cache_image_read_mtok',
      'output_audio_mtok',
      'output_image_mtok',
      'output_reasoning_mtok',
      'web_searches_kcount',
      'storage_searches_kcount',
      'requests_kcount',
      'input_audio_hours',
      'input_document_kpages',
      // The same seconds once more, under the name of the family.
      'audio_hours',
    ]);
    const unknown = MODELS.flatMap(({ kind, source, model }) =>
      Object.keys(libraryRates(source, model, NOW))
        .filter((rate) => !ours.has(rate))
        .map((rate) => `${kind}: ${rate}`),
    );
    expect([...new Set(unknown)].toSorted()).toEqual([
      // Video of Gemini's models counts as text or pictures; their audio messages, annotated pages and voice sessions
      // are on no endpoint that Purser serves.
      'gemini: input_video_mtok',
      'gemini: output_video_mtok',
      'mistral: input_annotated_document_kpages',
      'vertex: input_video_mtok',
      'vertex: output_video_mtok',
      'xai: input_text_messages_kcount',
    ]);
  });
});
