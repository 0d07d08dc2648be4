import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Policy } from '../../../shared/policy.ts';
import type { RatedLevel } from '../../domain/caps/rate-book.ts';
import { openMoneyPath } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { reserveRequest } from '../../testing/reserve-requests.ts';
import type { Bounded } from './bounded.ts';
import { firstCost, isWorthCounting, LIMIT_OF_UNKNOWN, planMoney } from './plan-money.ts';

// gpt-4o, in nano-dollars a token.
const [IN, OUT] = [2_500, 10_000];
/** What the cap must have for its input and so many tokens of output. */
const moneyFor = (output: number): number => 1_000 * IN + output * OUT;

let path: MoneyPath;
beforeAll(async () => {
  path = await openMoneyPath();
});
afterAll(() => path.remove());

/** A request of 1,000 tokens of input, that asks for 2,000 of output and is of use from 256 on. */
function boundedOf(
  { choices = 1, fixedOutput = false, cheaper = false }: Record<string, number | boolean> = {},
  over: Partial<Bounded> = {},
): Bounded {
  const { ask } = reserveRequest(path);
  return {
    request: reserveRequest(path, {
      choices: Number(choices),
      fixedOutput: fixedOutput === true,
      ...(cheaper === true && { cheaper: ask }),
    }),
    price: path.priceOf('gpt-4o'),
    under: [],
    read: { input: 1_000, cacheWrites: 'none' },
    wanted: 2_000,
    mustLimit: false,
    floor: 256,
    limits: { context: 128_000, output: 16_384 },
    rolling: undefined,
    ...over,
  };
}

const under = (policy: Policy): RatedLevel[] => [{ kind: 'key', owner: 'key', whose: 'This sub-key', policy }];

describe('the plan for the money of a request', () => {
  it('is all that it asks for, and sets nothing, where the cap can pay it to the last token', () => {
    const whole = { output: 2_000, limit: undefined, lowered: false };
    expect(planMoney(boundedOf(), moneyFor(2_000))).toEqual(whole);
    expect(planMoney(boundedOf(), moneyFor(2_000) - 1)).toEqual({ output: 1_999, limit: 1_999, lowered: true });
  });

  it('is nothing where the cap cannot pay the least that is of use', () => {
    expect(planMoney(boundedOf(), moneyFor(256))).toEqual({ output: 256, limit: 256, lowered: true });
    expect(planMoney(boundedOf(), moneyFor(256) - 1)).toBeUndefined();
  });

  it('is all or nothing where no field can lower the output', () => {
    expect(planMoney(boundedOf({ fixedOutput: true }), moneyFor(2_000))).toMatchObject({ output: 2_000 });
    expect(planMoney(boundedOf({ fixedOutput: true }), moneyFor(2_000) - 1)).toBeUndefined();
  });

  it('keeps to the tightest limit on one request too', () => {
    const levels = [
      ...under({ maxCost: nanodollarsOf(moneyFor(700)) }),
      ...under({ maxCost: nanodollarsOf(moneyFor(500)) }),
      ...under({}),
    ];
    expect(planMoney(boundedOf({}, { under: levels }), Infinity)).toMatchObject({ output: 500, lowered: true });
  });

  it('sets the limit of a policy without calling it lowered by a cap', () => {
    const plan = planMoney(boundedOf({}, { mustLimit: true }), Infinity);
    expect(plan).toEqual({ output: 2_000, limit: 2_000, lowered: false });
  });

  it('gives each of several answers the same limit, and never more together than there is money for', () => {
    const plan = planMoney(boundedOf({ choices: 3 }), moneyFor(1_000));
    expect(plan).toEqual({ output: 999, limit: 333, lowered: true });
  });

  it('gives an answer without end the limit of a long one, for each answer', () => {
    const plan = planMoney(boundedOf({ choices: 2 }, { wanted: Infinity, limits: {} }), Infinity);
    expect(plan).toEqual({ output: 2 * LIMIT_OF_UNKNOWN, limit: LIMIT_OF_UNKNOWN, lowered: false });
  });

  it('leaves room for the input where both share one window', () => {
    const limits = { context: 2_500 };
    expect(planMoney(boundedOf({}, { mustLimit: true, limits }), Infinity)).toMatchObject({ limit: 1_500 });
    // Never less than what is of use: then the provider says no.
    expect(planMoney(boundedOf({}, { mustLimit: true, limits: { context: 1_001 } }), Infinity)).toMatchObject({
      limit: 256,
    });
  });

  it('is too dear from a quarter of the whole cap on, where another form costs less', () => {
    const quarter = moneyFor(256) * 4;
    expect(planMoney(boundedOf({ cheaper: true }), quarter)).toMatchObject({ lowered: true });
    expect(planMoney(boundedOf({ cheaper: true }), quarter - 4)).toBe('dear');
    expect(planMoney(boundedOf({ cheaper: true }), Infinity)).toMatchObject({ output: 2_000 });
    const rolling = { firstCost: () => ZERO };
    expect(planMoney(boundedOf({ cheaper: true }, { rolling }), quarter - 4)).not.toBe('dear');
  });
});

describe('a proper count of the input', () => {
  const whole = { output: 2_000, limit: undefined, lowered: false };
  const TENTH = nanodollarsOf(1_000 * IN * 10);

  it('is worth it where the input takes more than a tenth of what is left', () => {
    expect(isWorthCounting(boundedOf(), whole, TENTH)).toBe(false);
    expect(isWorthCounting(boundedOf(), whole, nanodollarsOf(TENTH - 10))).toBe(true);
  });

  it('is worth it where the answer would be cut short, or the request refused', () => {
    const rich = nanodollarsOf(1e12);
    expect(isWorthCounting(boundedOf(), { ...whole, lowered: true }, rich)).toBe(true);
    expect(isWorthCounting(boundedOf(), undefined, rich)).toBe(true);
  });

  it('is worth nothing where nothing costs anything', () => {
    const price = { ...path.priceOf('gpt-4o'), free: true };
    expect(isWorthCounting(boundedOf({}, { price }), undefined, ZERO)).toBe(false);
  });
});

describe('what is held at first', () => {
  it('is the whole of the plan, or the first slice of what rolls', () => {
    const plan = { output: 700, limit: 700, lowered: true };
    expect(firstCost(boundedOf(), plan)).toBe(moneyFor(700));
    const rolling = { firstCost: ({ output }: { readonly output: number }) => nanodollarsOf(output) };
    expect(firstCost(boundedOf({}, { rolling }), plan)).toBe(700);
  });
});
