import { addMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';

/** Settled money by minute, for one owner of caps: any window can be summed from it, also one that comes later. */
export interface SpendHistory {
  add(at: number, cost: Nanodollars): void;
  /** Adds everything that another history has. */
  addAll(other: Pick<SpendHistory, 'entries'>): void;
  /** The money of each minute, and the moment at which it begins. */
  entries(): Iterable<readonly [at: number, cost: Nanodollars]>;
  /** Everything that began at `from` or later. A minute counts whole. */
  since(from: number): Nanodollars;
  /** The money of the minutes between `from` and `to`: it leaves a sum whose beginning moves from one to the other. */
  between(from: number, to: number): Nanodollars;
  /** Everything that is dated after the minute of `now` is of that minute from here on: the clock went back. */
  goBack(now: number): void;
}

const MINUTE_MS = 60_000;

/** @see SpendHistory. Begins empty. */
export function createSpendHistory(): SpendHistory {
  const minutes = new Map<number, Nanodollars>();
  const add: SpendHistory['add'] = (at, cost) => {
    const minute = Math.floor(at / MINUTE_MS);
    minutes.set(minute, addMoney(minutes.get(minute) ?? ZERO, cost));
  };
  return {
    add,
    addAll(other) {
      for (const [at, cost] of other.entries()) add(at, cost);
    },
    entries: () => [...minutes].map(([minute, cost]) => [minute * MINUTE_MS, cost] as const),
    since(from) {
      const first = Math.floor(from / MINUTE_MS);
      let total = ZERO;
      for (const [minute, cost] of minutes) if (minute >= first) total = addMoney(total, cost);
      return total;
    },
    between(from, to) {
      const [first, end] = [Math.floor(from / MINUTE_MS), Math.floor(to / MINUTE_MS)];
      let total = ZERO;
      if (end - first > minutes.size) {
        for (const [minute, cost] of minutes) if (minute >= first && minute < end) total = addMoney(total, cost);
      } else {
        for (let minute = first; minute < end; minute += 1) total = addMoney(total, minutes.get(minute) ?? ZERO);
      }
      return total;
    },
    goBack(now) {
      const last = Math.floor(now / MINUTE_MS);
      let later = ZERO;
      for (const [minute, cost] of minutes) {
        if (minute <= last) continue;
        later = addMoney(later, cost);
        minutes.delete(minute);
      }
      if (later !== ZERO) minutes.set(last, addMoney(minutes.get(last) ?? ZERO, later));
    },
  };
}
