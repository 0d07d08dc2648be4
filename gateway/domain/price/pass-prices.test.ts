import { describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { withPassCost, worstOfPasses } from './pass-prices.ts';
import { findPrice } from './price.ts';
import type { ModelPrice } from './price.ts';
import type { PriceOverride } from './price-override.ts';

/** 1 and 2 USD per million tokens: 1,000 and 2,000 nano-dollars a token. */
const OVERRIDE: PriceOverride = {
  model: 'm',
  provider: null,
  input: nanodollarsOf(1_000_000_000),
  output: nanodollarsOf(2_000_000_000),
  cacheRead: null,
  cacheWrite: null,
};

function priceOf(model: string): ModelPrice | undefined {
  return findPrice({ source: { id: undefined }, model, at: 0, overrides: [OVERRIDE] });
}
function known(): ModelPrice {
  const price = priceOf('m');
  if (!price) throw new Error('no price');
  return price;
}

describe('passes by other models', () => {
  it('cost together what each can cost at most', () => {
    const passes = [
      { model: 'm', input: 10, output: 1 },
      { model: 'm', input: 0, output: 5 },
    ];
    expect(worstOfPasses(passes, priceOf)).toBe(10_000 + 2_000 + 10_000);
    expect(worstOfPasses([], priceOf)).toBe(0);
  });

  it('are never free where one of them has no price', () => {
    const passes = [
      { model: 'm', input: 10, output: 1 },
      { model: 'unheard-of', input: 1, output: 1 },
    ];
    expect(worstOfPasses(passes, priceOf)).toBe('unheard-of');
  });

  it('come on top of the request, and leave less money for its output', () => {
    const price = withPassCost(known(), nanodollarsOf(7_000));
    expect(price.worstCost({ input: 10, output: 1 })).toBe(12_000 + 7_000);
    expect(price.outputFor({ input: 10 }, nanodollarsOf(21_000))).toBe(2);
    expect(price.outputFor({ input: 10 }, nanodollarsOf(17_000))).toBe(0);
    expect([6_999, 16_999].map((money) => price.outputFor({ input: 10 }, nanodollarsOf(money)))).toEqual([-1, -1]);
  });

  it('of no cost change nothing', () => {
    const price = known();
    expect(withPassCost(price, nanodollarsOf(0))).toBe(price);
  });
});
