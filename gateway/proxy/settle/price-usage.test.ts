import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { findPrice } from '../../domain/price/price.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import type { PriceOverride } from '../../domain/price/price-override.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import { NOON, openMoneyPath } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { priceUsage } from './price-usage.ts';

// Nano-dollars a token: gpt-4o, and gpt-4o-mini.
const [IN, OUT] = [2_500, 10_000];
const [MINI_IN, MINI_OUT] = [150, 600];
/** The whole bound of the request that stands here: 1,000 tokens in and 4,000 out of gpt-4o. */
const WHOLE = 1_000 * IN + 4_000 * OUT;

let path: MoneyPath;
let before = 0;
beforeAll(async () => {
  path = await openMoneyPath();
});
beforeEach(() => void (before = path.told.length));
afterAll(() => path.remove());

const used = (input: number, output: number, more: Partial<TokenUsage> = {}): TokenUsage => ({
  ...NO_USAGE,
  input,
  output,
  ...more,
});
/** What was told in this test. */
const told = () => path.told.slice(before);

function priceAt(kind: 'openai' | 'openrouter' | 'gemini', model: string, overrides: PriceOverride[] = []): ModelPrice {
  const price = findPrice({ source: PROVIDERS[kind].prices, model, at: NOON, overrides });
  if (!price) throw new Error(`${model} has no price`);
  return price;
}

describe("a provider's own charge", () => {
  const charged = used(10, 5, { reportedCost: nanodollarsOf(1_500_000) });

  it('is the cost where the provider is believed, whatever the tokens come to', () => {
    const held = path.hold({ price: priceAt('openrouter', 'openai/gpt-4o') });
    expect(priceUsage(held, charged)).toMatchObject({ cost: 1_500_000, certainty: 'exact', basis: 'charged' });
  });

  it('is not believed of others, nor against a price that a person has set', () => {
    expect(priceUsage(path.hold(), charged)).toMatchObject({ cost: 10 * IN + 5 * OUT, basis: 'usage' });
    const own = { model: 'openai/gpt-4o', provider: null, cacheRead: null, cacheWrite: null };
    const price = priceAt('openrouter', 'openai/gpt-4o', [
      { ...own, input: nanodollarsOf(1_000_000_000), output: nanodollarsOf(1_000_000_000) },
    ]);
    expect(priceUsage(path.hold({ price }), charged)).toMatchObject({ cost: 15 * 1_000, basis: 'usage' });
  });
});

describe('a part that has no price', () => {
  it('costs what was held at least, and is no exact figure', () => {
    const priced = priceUsage(path.hold(), used(10, 5, { tier: 'velvet' }));
    expect(priced).toMatchObject({ cost: WHOLE, certainty: 'estimated', basis: 'unpriced' });
  });

  it('costs its tokens where these alone are dearer than what was held', () => {
    const priced = priceUsage(path.hold({ reserved: nanodollarsOf(1_000) }), used(10, 5, { tier: 'velvet' }));
    expect(priced).toMatchObject({ cost: 10 * IN + 5 * OUT, basis: 'unpriced' });
  });
});

describe('figures that cannot be', () => {
  it('count as the most that the model can do, and the person is told', () => {
    const usage = used(10_000_000, 5_000_000, { cacheRead: 9_000_000, cacheWrite: 500_000, parts: { reasoning: 9 } });
    const priced = priceUsage(path.hold(), usage);
    expect(priced).toMatchObject({ certainty: 'estimated', basis: 'impossible' });
    expect(priced.usage).toEqual(used(128_000, 16_384, { cacheRead: 128_000 }));
    expect(priced.cost).toBe((128_000 * IN) / 2 + 16_384 * OUT);
    expect(told()).toEqual(['impossible']);
  });

  it('are no such figures up to the limit of the model, though it was held for less', () => {
    const priced = priceUsage(path.hold(), used(128_000, 16_384));
    expect(priced).toMatchObject({ certainty: 'exact', basis: 'usage', usage: { input: 128_000, output: 16_384 } });
  });

  it('are no such figures up to what was held, though the model is said to do less', () => {
    const limits = { input: 500, output: 100 };
    expect(priceUsage(path.hold({ limits }), used(1_000, 4_000))).toMatchObject({ cost: WHOLE, basis: 'usage' });
    expect(priceUsage(path.hold({ limits }), used(1_001, 4_000))).toMatchObject({ cost: WHOLE, basis: 'impossible' });
  });

  it('are believed where nobody knows what the model can do', () => {
    const priced = priceUsage(path.hold({ limits: undefined }), used(10_000_000, 10));
    expect(priced).toMatchObject({ cost: 10_000_000 * IN + 10 * OUT, basis: 'usage' });
  });
});

describe('figures that contradict themselves', () => {
  it('that say that nothing was read cost all that may have been read', () => {
    const priced = priceUsage(path.hold(), used(0, 10, { suspect: 'zero-input' }));
    expect(priced).toMatchObject({ cost: 1_000 * IN + 10 * OUT, certainty: 'estimated', basis: 'suspect' });
    expect(priced.usage).toMatchObject({ input: 0, output: 10 });
  });

  it('of any other kind cost what they come to, and are no exact figures', () => {
    const priced = priceUsage(path.hold(), used(20, 10, { suspect: 'share-above-whole' }));
    expect(priced).toMatchObject({ cost: 20 * IN + 10 * OUT, certainty: 'estimated', basis: 'suspect' });
  });
});

describe('another model than the one that was asked for', () => {
  it('costs its own price where that is dearer', () => {
    const priced = priceUsage(path.hold({ model: 'gpt-4o-mini' }), used(10, 5, { model: 'gpt-4o' }));
    expect(priced).toMatchObject({ cost: 10 * IN + 5 * OUT, certainty: 'exact', basis: 'served-model' });
  });

  it('costs the price of the one that was asked for where it is cheaper', () => {
    const priced = priceUsage(path.hold(), used(10, 5, { model: 'gpt-4o-mini' }));
    expect(priced).toMatchObject({ cost: 10 * IN + 5 * OUT, certainty: 'exact', basis: 'usage' });
  });

  it('costs its own price, cheaper or not, where the request allowed it to stand in', () => {
    const priced = priceUsage(path.hold({ standIns: ['gpt-4o-mini'] }), used(10, 5, { model: 'gpt-4o-mini' }));
    expect(priced).toMatchObject({ cost: 10 * MINI_IN + 5 * MINI_OUT, basis: 'served-model' });
  });

  it('changes nothing where nobody knows its price, or where a person has set what the request costs', () => {
    expect(priceUsage(path.hold(), used(10, 5, { model: 'gpt-nobody' })).cost).toBe(10 * IN + 5 * OUT);
    const own = { model: 'gpt-4o-mini', provider: null, cacheRead: null, cacheWrite: null };
    const price = priceAt('openai', 'gpt-4o-mini', [{ ...own, input: nanodollarsOf(0), output: nanodollarsOf(1e9) }]);
    const priced = priceUsage(path.hold({ model: 'gpt-4o-mini', price }), used(10, 5, { model: 'gpt-4o' }));
    expect(priced).toMatchObject({ cost: 5 * 1_000, basis: 'usage' });
  });

  it('is what was meant where an alias may mean several, and is exact then', () => {
    const price = priceAt('gemini', 'gemini-flash-latest');
    const priceOf = (model: string) => priceAt('gemini', model);
    const held = path.hold({ price, priceOf });
    expect(priceUsage(held, used(10, 5, { model: 'gemini-2.5-flash' }))).toMatchObject({
      cost: 10 * 300 + 5 * 2_500,
      certainty: 'exact',
      basis: 'served-model',
    });
    expect(priceUsage(held, used(10, 5))).toMatchObject({
      cost: 10 * 1_500 + 5 * 9_000,
      certainty: 'estimated',
      basis: 'usage',
    });
  });
});

describe('models that worked beside it', () => {
  it('cost their own price on top, and the price of the request where nobody knows theirs', () => {
    const others = [
      { model: 'gpt-4o-mini', usage: used(100, 10) },
      { model: 'gpt-nobody', usage: used(1, 1) },
    ];
    const beside = 100 * MINI_IN + 10 * MINI_OUT + IN + OUT;
    expect(priceUsage(path.hold(), used(10, 5, { others })).cost).toBe(10 * IN + 5 * OUT + beside);
  });
});

describe('a cost above the bound', () => {
  it('is told: a bound was wrong', () => {
    expect(priceUsage(path.hold(), used(1_000, 4_001))).toMatchObject({ cost: WHOLE + OUT, certainty: 'exact' });
    expect(told()).toEqual(['above-bound']);
  });

  it('is not told of what is within it, nor a second time of what cannot be', () => {
    priceUsage(path.hold(), used(1_000, 4_000));
    expect(told()).toEqual([]);
    priceUsage(path.hold(), used(1_000, 20_000));
    expect(told()).toEqual(['impossible']);
  });
});

describe('a service tier', () => {
  it('whose discount is known costs less, exactly', () => {
    const priced = priceUsage(path.hold({ model: 'gpt-5' }), used(100, 10, { tier: 'flex' }));
    expect(priced).toMatchObject({ cost: (100 * 1_250 + 10 * 10_000) / 2, certainty: 'exact' });
  });

  it('whose discount nobody knows costs the whole price, which is then no exact figure', () => {
    const priced = priceUsage(path.hold(), used(100, 10, { tier: 'flex' }));
    expect(priced).toMatchObject({ cost: 100 * IN + 10 * OUT, certainty: 'estimated', basis: 'usage' });
  });
});
