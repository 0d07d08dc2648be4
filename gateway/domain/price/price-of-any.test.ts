import { expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { NO_USAGE } from '../usage.ts';
import { findPrice } from './price.ts';
import { priceOfAny } from './price-of-any.ts';

const SOURCE = {
  id: undefined,
  modelRates: {
    reads: { source: 'test', asOf: '2026-11-30', prices: { input_mtok: 10, output_mtok: 1 } },
    writes: { source: 'test', asOf: '2026-11-30', prices: { input_mtok: 1, output_mtok: 10 } },
  },
};

function priceOf(model: string) {
  const price = findPrice({ source: SOURCE, model, at: 0, overrides: [] });
  if (!price) throw new Error(model);
  return price;
}

it('holds the dearest of the models that may serve a request', () => {
  const any = priceOfAny(priceOf('reads'), [priceOf('writes')]);
  expect(any.worstCost({ input: 1_000, output: 0 })).toBe(10_000_000);
  expect(any.worstCost({ input: 0, output: 1_000 })).toBe(10_000_000);
  expect(any.outputFor({ input: 0 }, nanodollarsOf(10_000_000))).toBe(1_000);
  expect(any.listed).toEqual({ input: 10, output: 10 });
});

it('costs what its own model does, where the reply names the one that served', () => {
  const any = priceOfAny(priceOf('reads'), [priceOf('writes')]);
  expect(any.costOf({ ...NO_USAGE, output: 1_000, model: 'reads' })).toBe(1_000_000);
  expect(any.costOf({ ...NO_USAGE, output: 1_000 })).toBe(10_000_000);
});

it('is its own price where nothing may stand in', () => {
  const own = priceOf('reads');
  expect(priceOfAny(own, [])).toBe(own);
});
