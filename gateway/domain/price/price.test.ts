// Long because each case has its own sample.
import { calcPrice } from '@pydantic/genai-prices';
import type { ModelPrice as Rates } from '@pydantic/genai-prices';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { findPrice } from './price.ts';
import type { ModelPrice } from './price.ts';
import type { PriceOverride } from './price-override.ts';
import { NO_USAGE } from '../usage.ts';
import type { CacheWrites, TokenBound, TokenUsage } from '../usage.ts';

const AT = Date.parse('2026-11-21T12:00:00Z');

function priceOf(provider: string, model: string, overrides: readonly PriceOverride[] = [], at = AT): ModelPrice {
  const price = findPrice({ source: { id: provider }, model, at, overrides });
  if (!price) throw new Error(`no price for ${model}`);
  return price;
}

/** Every model of a provider that can be asked for by its own id. */
function modelsOf(provider: string, known: string): readonly (readonly [provider: string, model: string])[] {
  const models = calcPrice({ input_tokens: 0 }, known, { providerId: provider })?.provider.models ?? [];
  return models
    .map(({ id }) => [provider, id] as const)
    .filter(([, model]) => findPrice({ source: { id: provider }, model, at: AT, overrides: [] }));
}
const MODELS = [...modelsOf('openai', 'gpt-4o-mini'), ...modelsOf('anthropic', 'claude-sonnet-4-5')];
const models = fc.constantFrom(...MODELS).map(([provider, model]) => priceOf(provider, model));

const own = (
  input: number,
  output: number,
  cacheRead: number | null = null,
  cacheWrite: number | null = null,
): PriceOverride => ({
  model: 'mine',
  provider: null,
  input: nanodollarsOf(input),
  output: nanodollarsOf(output),
  cacheRead: cacheRead === null ? null : nanodollarsOf(cacheRead),
  cacheWrite: cacheWrite === null ? null : nanodollarsOf(cacheWrite),
});
const rate = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000_000_000_000 }));
const ownPrices = fc
  .tuple(rate, rate, fc.option(rate), fc.option(rate))
  .map(([input, output, read, write]) => priceOf('openai', 'mine', [own(input, output, read, write)]));

const tokens = fc.oneof(
  fc.integer({ min: 0, max: 1_000 }),
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.constantFrom(199_999, 200_000, 200_001, 271_999, 272_000, 272_001),
);
/** Some split of at most `input` and `output` tokens. */
const usageWithin = ({ input, output, cacheWrites = 'hour' }: TokenBound): fc.Arbitrary<TokenUsage> =>
  fc
    .record({
      input: fc.oneof(fc.constant(input), fc.nat(input)),
      output: fc.nat(output),
      a: fc.nat(100),
      b: fc.nat(100),
      c: fc.nat(100),
    })
    .map(({ input: read, output: written, a, b, c }) => {
      const cacheRead = Math.floor((read * a) / 100);
      const cacheWrite = cacheWrites === 'none' ? 0 : Math.floor(((read - cacheRead) * b) / 100);
      return {
        input: read,
        output: written,
        cacheRead,
        cacheWrite,
        cacheWriteHour: cacheWrites === 'hour' ? Math.floor((cacheWrite * c) / 100) : 0,
      };
    });
const cacheWrites = fc.constantFrom<CacheWrites>('none', 'short', 'hour');
const boundAndUsage = fc
  .record({ input: tokens, output: tokens, cacheWrites })
  .chain((bound) => usageWithin(bound).map((usage) => ({ bound, usage })));

/** The same sum in whole numbers: rates of the price book have at most nine decimals. */
function exactCost(rates: Rates, usage: TokenUsage): bigint {
  const at = (key: string): bigint => {
    const found = rates[key];
    const usd =
      typeof found === 'object'
        ? found.tiers.reduce((price, tier) => (usage.input > tier.start ? tier.price : price), found.base)
        : (found ?? 0);
    return BigInt(Math.round(usd * 1e9));
  };
  const reads = rates['cache_read_mtok'] === undefined ? 0 : usage.cacheRead;
  const writes = rates['cache_write_mtok'] === undefined ? 0 : usage.cacheWrite;
  const hours = rates['cache_write_1h_mtok'] === undefined ? 0 : usage.cacheWriteHour;
  const sum =
    BigInt(usage.input - reads - writes) * at('input_mtok') +
    BigInt(reads) * at('cache_read_mtok') +
    BigInt(writes - hours) * at('cache_write_mtok') +
    BigInt(hours) * at('cache_write_1h_mtok') +
    BigInt(usage.output) * at('output_mtok');
  return (sum + 999_999n) / 1_000_000n;
}

describe('the cost of known models, by hand', () => {
  const mini = priceOf('openai', 'gpt-4o-mini');
  const sonnet = priceOf('anthropic', 'claude-sonnet-4-5');
  it.each([
    // 0.15 in, 0.075 cached, 0.60 out, USD per million.
    ['gpt-4o-mini', mini, { input: 1_000, output: 500 }, 150_000 + 300_000],
    ['gpt-4o-mini, cached', mini, { input: 1_000, cacheRead: 600, output: 500 }, 400 * 150 + 600 * 75 + 500 * 600],
    ['gpt-4o-mini, one token', mini, { input: 1, output: 0 }, 150],
    ['gpt-4o-mini, nothing', mini, {}, 0],
    // 3 in, 0.30 read, 3.75 written for 5 minutes, 6 for an hour, 15 out; twice and 22.50 above 200,000.
    ['claude-sonnet-4-5', sonnet, { input: 1_000, output: 500 }, 1_000 * 3_000 + 500 * 15_000],
    [
      'claude-sonnet-4-5, cache',
      sonnet,
      { input: 10_000, cacheRead: 6_000, cacheWrite: 3_000, cacheWriteHour: 1_000, output: 7 },
      1_000 * 3_000 + 6_000 * 300 + 2_000 * 3_750 + 1_000 * 6_000 + 7 * 15_000,
    ],
    ['claude-sonnet-4-5, at the tier', sonnet, { input: 200_000, output: 1 }, 200_000 * 3_000 + 15_000],
    ['claude-sonnet-4-5, above the tier', sonnet, { input: 200_001, output: 1 }, 200_001 * 6_000 + 22_500],
    [
      'claude-sonnet-4-5, above it by cache',
      sonnet,
      { input: 200_001, cacheRead: 200_000, output: 0 },
      6_000 + 200_000 * 600,
    ],
  ])('%s', (_what, price, usage, nanodollars) => expect(price.costOf({ ...NO_USAGE, ...usage })).toBe(nanodollars));

  it('rounds up what is less than a nano-dollar', () => {
    // gpt-5-nano reads its cache at 0.005 USD per million: 5 nano-dollars a token; an own price can be finer.
    expect(priceOf('openai', 'gpt-5-nano').costOf({ ...NO_USAGE, input: 1, cacheRead: 1 })).toBe(5);
    expect(priceOf('openai', 'mine', [own(1_500, 0)]).costOf({ ...NO_USAGE, input: 1_000 })).toBe(2);
  });

  it('takes the price of the day', () => {
    const rates = (at: string) => priceOf('openai', 'o3', [], Date.parse(at)).costOf({ ...NO_USAGE, input: 1_000_000 });
    expect(rates('2025-06-09T00:00:00Z')).toBeGreaterThan(rates('2025-06-11T00:00:00Z'));
  });
});

describe('the price of any model', () => {
  it('has many to look at', () => expect(MODELS.length).toBeGreaterThan(80));

  it('is never free: what has no price is named', () => {
    for (const [provider, model] of MODELS) {
      const price = priceOf(provider, model);
      const billed =
        (price.findUnpriced({ input: 1, output: 0 }) !== undefined ||
          price.costOf({ ...NO_USAGE, input: 1_000 }) > 0) &&
        (price.findUnpriced({ input: 0, output: 1 }) !== undefined || price.costOf({ ...NO_USAGE, output: 1_000 }) > 0);
      expect([model, billed]).toEqual([model, true]);
    }
  });

  it('is exact to the nano-dollar', () => {
    fc.assert(
      fc.property(
        fc.oneof(models, ownPrices),
        fc.record({ input: tokens, output: tokens }).chain(usageWithin),
        (price, usage) => {
          expect(BigInt(price.costOf(usage))).toBe(exactCost(JSON.parse(price.rates), usage));
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('is what the price library says, but for the noise of its doubles', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MODELS),
        fc.record({ input: tokens, output: tokens }).chain(usageWithin),
        ([provider, model], usage) => {
          const rates: Rates = JSON.parse(priceOf(provider, model).rates);
          const said = calcPrice(
            {
              input_tokens: usage.input,
              output_tokens: usage.output,
              ...(rates['cache_read_mtok'] === undefined ? {} : { cache_read_tokens: usage.cacheRead }),
              ...(rates['cache_write_mtok'] === undefined ? {} : { cache_write_tokens: usage.cacheWrite }),
              ...(rates['cache_write_1h_mtok'] === undefined ? {} : { cache_write_1h_tokens: usage.cacheWriteHour }),
            },
            model,
            { providerId: provider, timestamp: new Date(AT) },
          );
          const off = priceOf(provider, model).costOf(usage) - (said?.total_price ?? Number.NaN) * 1e9;
          expect(off).toSatisfy((value: number) => value > -1e-3 && value < 1.001);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has a worst case that no split within the bound exceeds', () => {
    fc.assert(
      fc.property(fc.oneof(models, ownPrices), boundAndUsage, (price, { bound, usage }) => {
        expect(price.worstCost(bound)).toBeGreaterThanOrEqual(price.costOf(usage));
      }),
      { numRuns: 1_500 },
    );
  });

  it('has a worst case that a split reaches', () => {
    fc.assert(
      fc.property(fc.oneof(models, ownPrices), tokens, tokens, (price, input, output) => {
        const all = { ...NO_USAGE, input, output };
        const splits = [
          all,
          { ...all, cacheRead: input },
          { ...all, cacheWrite: input },
          { ...all, cacheWrite: input, cacheWriteHour: input },
        ];
        expect(price.worstCost({ input, output })).toBe(Math.max(...splits.map((split) => price.costOf(split))));
      }),
    );
  });

  it('buys as much output as fits, and not one token more', () => {
    fc.assert(
      fc.property(
        fc.oneof(models, ownPrices),
        fc.record({ input: tokens, cacheWrites }),
        fc.oneof(fc.nat(100_000), fc.nat(2_000_000_000)),
        (price, bound, amount) => {
          const money = nanodollarsOf(amount);
          const fits = price.outputFor(bound, money);
          if (fits > 0) expect(price.worstCost({ ...bound, output: fits })).toBeLessThanOrEqual(money);
          if (fits < Number.MAX_SAFE_INTEGER)
            expect(price.worstCost({ ...bound, output: fits + 1 })).toBeGreaterThan(money);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe("prices of one's own", () => {
  it('beat the library, for that model only', () => {
    const mine = { ...own(1_000_000_000, 2_000_000_000), model: 'gpt-4o-mini' };
    expect(priceOf('openai', 'gpt-4o-mini', [mine]).costOf({ ...NO_USAGE, input: 10, output: 10 })).toBe(
      10_000 + 20_000,
    );
    expect(priceOf('openai', 'gpt-4o', [mine]).costOf({ ...NO_USAGE, input: 10 })).toBe(
      priceOf('openai', 'gpt-4o').costOf({ ...NO_USAGE, input: 10 }),
    );
  });

  it('bill the cache as plain input where they name no price for it', () => {
    const usage = { input: 100, cacheRead: 50, cacheWrite: 25, cacheWriteHour: 25, output: 0 };
    expect(priceOf('openai', 'mine', [own(1_000_000_000, 0)]).costOf(usage)).toBe(100_000);
    expect(priceOf('openai', 'mine', [own(1_000_000_000, 0, 100_000_000, 2_000_000_000)]).costOf(usage)).toBe(
      25_000 + 5_000 + 50_000,
    );
  });

  it('bound a cache that costs more than plain input', () => {
    expect(priceOf('openai', 'mine', [own(1_000_000_000, 0, 3_000_000_000)]).worstCost({ input: 100, output: 0 })).toBe(
      300_000,
    );
  });

  it('are narrowest first: of one provider, then of all', () => {
    const [here, there] = ['house', 'openai'].map((name) => providerNameSchema.parse(name));
    const overrides = [own(1_000_000_000, 0), { ...own(2_000_000_000, 0), provider: here ?? null }];
    const costAt = (provider: typeof here): number | undefined =>
      findPrice({ source: { id: 'openai' }, ...(provider && { provider }), model: 'mine', at: AT, overrides })?.costOf({
        ...NO_USAGE,
        input: 1_000,
      });
    expect([costAt(here), costAt(there), costAt(undefined)]).toEqual([2_000_000, 1_000_000, 1_000_000]);
    // The price of a model of that name at another server changes nothing at OpenAI.
    const elsewhere = { ...own(1, 1), model: 'gpt-4o', provider: here ?? null };
    const published = priceOf('openai', 'gpt-4o');
    expect(
      findPrice({
        source: { id: 'openai' },
        ...(there && { provider: there }),
        model: 'gpt-4o',
        at: AT,
        overrides: [elsewhere],
      })?.rates,
    ).toBe(published.rates);
  });

  it('know no context window', () => expect(priceOf('openai', 'mine', [own(1, 1)]).contextWindow).toBeUndefined());
});

describe('what nobody knows', () => {
  it.each(['gpt-99', '', 'constructor', '__proto__', 'claude-sonnet-4-5', 'GPT-99-mini', '*', '.*'])(
    'has no price at OpenAI: %j',
    (model) => {
      expect(findPrice({ source: { id: 'openai' }, model, at: AT, overrides: [] })).toBeUndefined();
    },
  );
  it('has none at a provider nobody knows', () =>
    expect(findPrice({ source: { id: 'nobody' }, model: 'gpt-4o', at: AT, overrides: [] })).toBeUndefined());
});

describe('absurd figures', () => {
  it.each([Number.MAX_SAFE_INTEGER, 2 ** 60])('are an absurd amount of money and no fault: %d tokens', (count) => {
    const price = priceOf('openai', 'o1-pro');
    expect(price.worstCost({ input: count, output: count })).toBe(Number.MAX_SAFE_INTEGER);
    expect(price.costOf({ ...NO_USAGE, input: count, output: count })).toBe(1e15);
    expect(price.outputFor({ input: count }, nanodollarsOf(5_000_000_000))).toBe(-1);
  });

  it('end quickly where a token costs next to nothing', () => {
    const began = performance.now();
    const price = priceOf('openai', 'mine', [own(0, 1)]);
    const fits = price.outputFor({ input: 0 }, nanodollarsOf(5_000_000_000));
    expect(price.worstCost({ input: 0, output: fits })).toBeLessThanOrEqual(5_000_000_000);
    // One token after the other would take minutes.
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('the context window', () => {
  it('is the larger one when the price book itself knows of longer input', () => {
    // 200,000 by default; a beta header makes it a million, at other rates.
    expect(priceOf('anthropic', 'claude-sonnet-4-5').contextWindow).toBe(2 ** 20);
    expect(priceOf('anthropic', 'claude-sonnet-4-6').contextWindow).toBe(2 ** 20);
    expect(priceOf('openai', 'gpt-4o-mini').contextWindow).toBe(2 ** 17);
  });
});

it('holds text at the price of text where a bound says how much can be sound', () => {
  const price = priceOf('openai', 'gpt-realtime');
  const bound = { input: 1_000, output: 0, cacheWrites: 'none', media: ['audio'] } as const;
  expect(price.worstCost(bound)).toBe(1_000 * 32_000);
  expect(price.worstCost({ ...bound, mediaInput: 100 })).toBe(100 * 32_000 + 900 * 4_000);
  expect(price.worstCost({ ...bound, mediaInput: 9_000 })).toBe(1_000 * 32_000);
});
