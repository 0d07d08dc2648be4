import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { BillCause } from '../../../shared/reconcile/reconcile-views.ts';

/** A possible cause of a difference. Causes overlap: two can explain the same dollar. */
export interface Candidate {
  readonly cause: BillCause;
  /** The most of the difference that it explains; negative where Purser has more than the provider. */
  readonly amount: Nanodollars;
  /** Models, or the provider's own words for what it billed. */
  readonly names: readonly string[];
}

/** Collects candidates: those of one cause and one direction are one. */
export interface Causes {
  /** @returns whether that is a candidate at all: one that explains nothing is none */
  add(cause: BillCause, amount: number, names: readonly string[]): boolean;
  all(): readonly Candidate[];
}

/** More names than these nobody reads. */
const MOST_NAMES = 5;

/** @see Causes */
export function createCauses(): Causes {
  const found = new Map<string, Candidate>();
  return {
    add(cause, amount, names) {
      if (amount === 0) return false;
      const key = `${cause} ${Math.sign(amount)}`;
      const before = found.get(key);
      found.set(key, {
        cause,
        amount: nanodollarsOf((before?.amount ?? 0) + amount),
        names: [...new Set([...(before?.names ?? []), ...names])].slice(0, MOST_NAMES),
      });
      return true;
    },
    all: () => [...found.values()].toSorted((left, right) => Math.abs(right.amount) - Math.abs(left.amount)),
  };
}
