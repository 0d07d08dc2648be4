import type { SubKeyId } from '../../../shared/ids.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { dateBy } from '../../domain/time/clock-back.ts';
import type { BucketRow } from '../../ledger/read/read-usage.ts';

/** A sub-key's spending over its whole life, settled requests only. */
export interface KeyTally {
  readonly spent: Nanodollars;
  readonly requests: number;
  /** When its newest settled request began; null when there is none. After a start, to the quarter hour. */
  readonly lastUsedAt: number | null;
}

interface KeyTallies {
  of(id: SubKeyId): KeyTally;
  add(id: SubKeyId, startedAt: number, cost: Nanodollars): void;
  /** Corrects the cost of a request that was added earlier. */
  correct(id: SubKeyId, difference: Nanodollars): void;
  /** Handles a clock that went back: nothing was used later than `now`. */
  goBack(now: number): void;
}

const UNUSED: KeyTally = { spent: ZERO, requests: 0, lastUsedAt: null };

/** Keeps a running tally for each sub-key, so that no list of them waits for a query. */
export function createKeyTally(history: readonly BucketRow[]): KeyTallies {
  const keys = new Map<string, KeyTally>();
  const add = (id: string, startedAt: number, cost: Nanodollars, requests: number): void => {
    const before = keys.get(id) ?? UNUSED;
    keys.set(id, {
      spent: addMoney(before.spent, cost),
      requests: before.requests + requests,
      lastUsedAt: Math.max(before.lastUsedAt ?? startedAt, startedAt),
    });
  };
  for (const row of history) add(row.subKeyId, row.bucket, row.cost, row.requests);
  return {
    of: (id) => keys.get(id) ?? UNUSED,
    add: (id, startedAt, cost) => add(id, startedAt, cost, 1),
    correct(id, difference) {
      const before = keys.get(id);
      if (before) keys.set(id, { ...before, spent: addMoney(before.spent, difference) });
    },
    goBack(now) {
      for (const [id, tally] of keys)
        if (tally.lastUsedAt !== null) keys.set(id, { ...tally, lastUsedAt: dateBy(tally.lastUsedAt, now) });
    },
  };
}
