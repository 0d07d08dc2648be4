import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { settleDay } from './settle-day.ts';

const money = (max: number) => fc.integer({ min: 0, max }).map(nanodollarsOf);
const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

it('lowers in proportion to what the bill leaves', () => {
  const uncertain = [300, 100].map(nanodollarsOf);
  expect(settleDay({ billed: nanodollarsOf(1_200), exact: nanodollarsOf(1_000), uncertain })).toEqual([150, 50]);
});

it.each([
  ['the bill leaves nothing', 1_000, [5]],
  ['the bill leaves less than nothing', 900, [5]],
  ['the bill leaves enough', 1_010, [5]],
  ['there is none', 2_000, []],
] as const)('lowers nothing where %s', (_why, billed, uncertain) => {
  const facts = { billed: nanodollarsOf(billed), exact: nanodollarsOf(1_000), uncertain: uncertain.map(nanodollarsOf) };
  expect(settleDay(facts)).toBeUndefined();
});

it('never raises a cost, never falls below the bill, and is at most a nano-dollar a request above it', () => {
  const facts = fc.record({
    billed: money(1e12),
    exact: money(1e12),
    uncertain: fc.array(money(1e12), { maxLength: 30 }),
  });
  fc.assert(
    fc.property(facts, ({ billed, exact, uncertain }) => {
      const costs = settleDay({ billed, exact, uncertain });
      if (costs === undefined) return;
      expect(costs).toHaveLength(uncertain.length);
      costs.forEach((cost, index) => expect(cost).toBeLessThanOrEqual(uncertain[index] ?? -1));
      expect(exact + sum(costs)).toBeGreaterThanOrEqual(billed);
      expect(exact + sum(costs)).toBeLessThanOrEqual(billed + uncertain.length);
    }),
    { numRuns: 1_000 },
  );
});
