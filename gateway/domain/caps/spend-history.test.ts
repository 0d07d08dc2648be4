import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { createSpendHistory } from './spend-history.ts';

const MINUTE = 60_000;
const entries = fc.array(fc.record({ at: fc.nat(100 * MINUTE), cost: fc.nat(1_000) }), { maxLength: 40 });
const minuteOf = (at: number): number => Math.floor(at / MINUTE);

function historyOf(past: readonly { readonly at: number; readonly cost: number }[]) {
  const history = createSpendHistory();
  for (const { at, cost } of past) history.add(at, nanodollarsOf(cost));
  return history;
}
const sum = (costs: readonly { readonly cost: number }[]): number => costs.reduce((total, { cost }) => total + cost, 0);

describe('a history of spending', () => {
  it('sums whole minutes, from one on and between two', () => {
    const instant = fc.nat(120 * MINUTE);
    fc.assert(
      fc.property(entries, instant, instant, (past, from, to) => {
        const history = historyOf(past);
        const since = past.filter(({ at }) => minuteOf(at) >= minuteOf(from));
        expect(history.since(from)).toBe(sum(since));
        expect(history.between(from, to)).toBe(sum(since.filter(({ at }) => minuteOf(at) < minuteOf(to))));
      }),
    );
  });

  it('sums a stretch of years as it does an hour', () => {
    const history = historyOf([
      { at: 0, cost: 1 },
      { at: 10 * MINUTE, cost: 2 },
    ]);
    expect(history.between(0, 5 * 365 * 86_400_000)).toBe(3);
    expect(history.between(0, 10 * MINUTE)).toBe(1);
  });

  it('loses nothing when the clock goes back, and has nothing later than it', () => {
    fc.assert(
      fc.property(entries, fc.nat(100 * MINUTE), (past, now) => {
        const history = historyOf(past);
        history.goBack(now);
        expect(history.since(0)).toBe(sum(past));
        expect(history.since(now + MINUTE)).toBe(0);
        expect(history.between(0, now)).toBe(sum(past.filter(({ at }) => minuteOf(at) < minuteOf(now))));
      }),
    );
  });
});
