import type { Left } from './play-left.ts';

/** A stream that was left, with what the ledger says of it in nano-dollars. */
export type Settled = Left & { readonly cost: number };

/** Figures are rounded up at most once on each side. */
const NANODOLLAR = 1;

/** Those that were left before their end and that have a row. */
export function settledOf(all: readonly Left[]): readonly Settled[] {
  return all.flatMap((left) => (left.end === 'left' && left.row ? [{ ...left, cost: left.row.cost }] : []));
}

/** The ledger says less than the provider bills: a cap would not hold. */
export function isBelow({ cost, bill }: Settled): boolean {
  return cost < bill - NANODOLLAR;
}
