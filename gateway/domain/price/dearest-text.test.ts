import { expect, it } from 'vitest';
import { dearestText } from './dearest-text.ts';
import { libraryOf } from './price-library.ts';
import type { Rates } from './rates.ts';

const AT = Date.parse('2026-11-27T12:00:00Z');

function dearest(models: Readonly<Record<string, Rates>>, records: Readonly<Record<string, Rates>> = {}) {
  const library = libraryOf([
    {
      id: 'x',
      name: 'X',
      api_pattern: '^$',
      models: Object.entries(models).map(([id, prices]) => ({ id, match: { equals: id }, prices })),
    },
  ]);
  const modelRates = Object.fromEntries(
    Object.entries(records).map(([id, prices]) => [id, { source: 'a page', asOf: '2026-11-20', prices }]),
  );
  return dearestText(library, { id: 'x', modelRates }, 'unlike', AT)?.price;
}

it('is the dearest of every rate, whichever model has it, however long the prompt', () => {
  const models = {
    a: {
      input_mtok: { base: 1, tiers: [{ start: 200_000, price: 4 }] },
      output_mtok: 2,
      cache_read_mtok: 0.1,
      cache_write_mtok: 1.25,
      cache_write_1h_mtok: 8,
    },
    b: { input_mtok: 3, output_mtok: 9, cache_read_mtok: 0.3, cache_write_mtok: 3.75 },
  };
  expect(dearest(models)).toEqual({ input: 4e9, output: 9e9, cacheRead: 0.3e9, cacheWrite: 8e9 });
  expect(
    dearest(models, { c: { input_mtok: 2, output_mtok: 50, cache_read_mtok: 0.2, cache_write_mtok: 2 } }),
  ).toMatchObject({ input: 4e9, output: 50e9 });
});

it('has no cheaper cache than a model without a price for it', () => {
  expect(
    dearest({ a: { input_mtok: 1, output_mtok: 2, cache_read_mtok: 0.1 }, b: { input_mtok: 5, output_mtok: 2 } }),
  ).toEqual({ input: 5e9, output: 2e9, cacheRead: null, cacheWrite: null });
});

it('leaves out what does not read and write text, and is none where nothing is known', () => {
  expect(
    dearest({
      a: { input_mtok: 1, output_mtok: 2 },
      speech: { input_mchars: 900 },
      embeddings: { input_mtok: 70 },
      nothing: {},
    }),
  ).toEqual({ input: 1e9, output: 2e9, cacheRead: null, cacheWrite: null });
  expect(dearest({ nothing: {} })).toBeUndefined();
});
