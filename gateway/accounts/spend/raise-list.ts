import type { CapBook, CapRaise } from '../../domain/caps/cap-book.ts';

/** What persons have added to caps for today: for owners that are opened later, too. */
export interface RaiseList {
  add(raise: CapRaise, now: number): void;
  of(owner: string): readonly CapRaise[];
}

/** @param raises those of the ledger */
export function createRaiseList(caps: Pick<CapBook, 'raise'>, raises: readonly CapRaise[]): RaiseList {
  let list = raises;
  for (const raise of list) caps.raise(raise);
  return {
    add(raise, now) {
      list = [...list.filter((one) => one.until > now && !isSameCap(one, raise)), raise];
      caps.raise(raise);
    },
    of: (owner) => list.filter((one) => one.owner === owner),
  };
}

function isSameCap(one: CapRaise, other: CapRaise): boolean {
  return one.owner === other.owner && one.window === other.window && one.rolling === other.rolling;
}
