import { describe, expect, it } from 'vitest';
import { lookUpPrice } from './look-up-price.ts';
import { builtInPrices, libraryOf } from './price-library.ts';
import type { PriceLibrary } from './price-library.ts';
import type { PriceSource } from './price-source.ts';
import type { Rates } from './rates.ts';

const AT = Date.parse('2026-11-27T12:00:00Z');
const READ = { source: 'a page', asOf: '2026-11-20' };
const rates = (input: number, output: number): Rates => ({ input_mtok: input, output_mtok: output });

/** A publication that knows these models of one provider. */
function publishing(
  models: Readonly<Record<string, Rates>>,
  second: Readonly<Record<string, Rates>> = {},
): PriceLibrary {
  const entries = Object.entries(models).map(([id, prices]) => ({ id, match: { equals: id }, prices }));
  const library = libraryOf([{ id: 'openai', name: 'OpenAI', api_pattern: '^$', models: entries }]);
  return {
    ...library,
    findSecond: (_id, model) =>
      second[model] ? { rates: second[model], contextWindow: 1_000, steady: true } : undefined,
  };
}

const found = (library: PriceLibrary, source: Partial<PriceSource>, model: string, at = AT) => {
  const price = lookUpPrice(library, { id: 'openai', secondId: 'openai', ...source }, model, at);
  return price && [price.rates['input_mtok'], price.rates['output_mtok'], price.origin];
};

describe('a price is', () => {
  it('that of the first publication, then of the record, then of the second publication', () => {
    const library = publishing({ a: rates(1, 2) }, { a: rates(9, 9), b: rates(9, 9), c: rates(3, 4) });
    const records = { a: { ...READ, prices: rates(8, 8) }, b: { ...READ, prices: rates(10, 10) } };
    expect(['a', 'b', 'c', 'd'].map((model) => found(library, { modelRates: records }, model))).toEqual([
      [1, 2, 'library'],
      [10, 10, 'record'],
      [3, 4, 'models-dev'],
      undefined,
    ]);
  });

  it('the dearer one where a record and the second publication differ', () => {
    expect(
      found(publishing({}, { b: rates(12, 12) }), { modelRates: { b: { ...READ, prices: rates(10, 10) } } }, 'b'),
    ).toEqual([12, 12, 'models-dev']);
  });

  it('published, with what the record has beside it', () => {
    const source = { id: 'openai', modelRates: { a: { ...READ, prices: { ...rates(8, 8), input_audio_mtok: 40 } } } };
    expect(lookUpPrice(publishing({ a: rates(1, 2) }), source, 'a', AT)?.rates).toEqual({
      ...rates(1, 2),
      input_audio_mtok: 40,
    });
  });

  it('what a correction says, until the publication says something else than what was corrected', () => {
    const corrected = { modelRates: { 'gpt-4o': { ...READ, prices: rates(5, 20), corrects: true as const } } };
    const published = builtInPrices.find('openai', 'gpt-4o', AT)?.rates ?? {};
    expect(found(builtInPrices, corrected, 'gpt-4o')).toEqual([5, 20, 'record']);
    expect(found(publishing({ 'gpt-4o': published }), corrected, 'gpt-4o')).toEqual([5, 20, 'record']);
    expect(found(publishing({ 'gpt-4o': { ...published, input_mtok: 4 } }), corrected, 'gpt-4o')).toEqual([
      4,
      10,
      'library',
    ]);
  });

  it('nothing where the second publication lists it at 0, if what that provider lists at 0 is free', () => {
    const library = {
      ...publishing({}),
      findSecond: () => ({ rates: { input_mtok: 0, output_mtok: 0 }, contextWindow: 1, steady: true, free: true }),
    };
    expect([found(library, {}, 'odd'), found(library, { freeAsListed: true }, 'odd')]).toEqual([
      undefined,
      [0, 0, 'models-dev'],
    ]);
  });

  it('what came with this version, where nobody else knows it', () => {
    const price = (input: number) => ({ rates: { input_mtok: input, output_mtok: 9 }, contextWindow: 1, steady: true });
    const catalogue = { names: () => ['odd'], find: () => price(2) };
    const fetched = { ...publishing({}), findSecond: () => price(1) };
    expect([
      found(publishing({}), { catalogue }, 'odd'),
      found(fetched, { catalogue }, 'odd'),
      found(publishing({ odd: { input_mtok: 3, output_mtok: 9 } }), { catalogue }, 'odd'),
      // Where hosts have prices of their own, the dearest that is known counts.
      found(fetched, { catalogue, variesByHost: true }, 'odd'),
    ]).toEqual([
      [2, 9, 'models-dev'],
      [1, 9, 'models-dev'],
      [3, 9, 'library'],
      [2, 9, 'models-dev'],
    ]);
  });

  it('unknown where a publication has a model and no rate, and nothing where that model is meant to be free', () => {
    const library = publishing({ odd: {}, 'odd:free': {} });
    const free = { freeModels: /:free$/ };
    expect([found(library, free, 'odd'), found(library, free, 'odd:free')]).toEqual([undefined, [0, 0, 'record']]);
  });

  it('the dearest of what a name may mean, and none of what means itself', () => {
    const library = publishing({ a: rates(1, 2), b: rates(3, 4) });
    const records = {
      latest: { ...READ, as: ['a', 'b', 'unheard-of'] },
      round: { ...READ, as: ['robin'] },
      robin: { ...READ, as: ['round'] },
    };
    expect(['latest', 'round'].map((model) => found(library, { modelRates: records }, model))).toEqual([
      [3, 4, 'record'],
      undefined,
    ]);
  });

  it('that of another spelling', () => {
    expect(found(publishing({ 'a.1': rates(1, 2) }), { alsoNamed: (model) => model.replace('-', '.') }, 'a-1')).toEqual(
      [1, 2, 'library'],
    );
  });

  it('what applies at the time', () => {
    const timed = [
      { rates: rates(1, 1) },
      { from: '2026-12-01T00:00:00Z', rates: rates(2, 2) },
      { from: '2026-12-01T00:00:00Z', hours: [1, 4] as const, rates: rates(4, 4) },
    ];
    const source = { modelRates: { a: { ...READ, prices: timed } } };
    const at = (day: string) => found(publishing({}), source, 'a', Date.parse(day))?.[0];
    expect(
      ['2026-11-30T23:59:59Z', '2026-12-01T00:00:00Z', '2026-12-01T01:00:00Z', '2026-12-01T04:00:00Z'].map(at),
    ).toEqual([1, 2, 4, 2]);
    expect(lookUpPrice(publishing({}), { id: 'openai', ...source }, 'a', AT)?.steady).toBe(false);
  });

  it('that of a snapshot, but not where snapshots cost what they like', () => {
    const modelRates = { a: { ...READ, prices: rates(1, 2) } };
    expect([
      found(publishing({}), { modelRates }, 'a-2026-11-17'),
      found(publishing({}), { modelRates, datedApart: true }, 'a-2026-11-17'),
    ]).toEqual([[1, 2, 'record'], undefined]);
  });
});
