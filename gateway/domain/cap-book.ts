import type { Cap } from '../../shared/cap.ts';
import { addMoney, nanodollarsOf, subtractMoney, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { WindowCalendar, WindowSpan } from './windows.ts';

/** One cap in its running window. `spent` is settled, `reserved` is held by requests under way. */
export interface CapAccount {
  readonly cap: Cap;
  readonly span: WindowSpan;
  readonly spent: Nanodollars;
  readonly reserved: Nanodollars;
}

/** Money held against every cap of one owner, for one request. */
export interface Hold {
  readonly owner: string;
  readonly amount: Nanodollars;
  /** The windows it was taken from: a request that settles after midnight still belongs to the day it began. */
  readonly spans: readonly WindowSpan[];
}

export type HoldResult = { readonly held: true; readonly hold: Hold } | { readonly held: false; readonly account: CapAccount };

/**
 * The book of all caps: reserve and settle, all or nothing, in one synchronous step that no other request
 * can interleave. Knows no clock and writes nothing; the caller makes it durable.
 */
export interface CapBook {
  /**
   * Begins to keep an owner's caps. `spentIn` tells what the ledger held for a span at that moment. It is asked for
   * every later window too: after a clock that went back, the ledger knows of money spent in windows still to come.
   */
  open(owner: string, caps: readonly Cap[], now: number, spentIn: (cap: Cap, span: WindowSpan) => Nanodollars): void;
  /** What the tightest cap has left. Never negative. @returns ZERO for an unknown owner: no cap, no money. */
  left(owner: string, now: number): Nanodollars;
  /** What it would have left if every running request settled at nothing. */
  leftIdle(owner: string, now: number): Nanodollars;
  /** Holds `amount` against every cap, or names the first that it does not fit. Unknown owners are refused by throwing. */
  hold(owner: string, amount: Nanodollars, now: number): HoldResult;
  /** Replaces a hold by its true cost, which may be higher when a provider overran its own limit. */
  settle(hold: Hold, cost: Nanodollars): void;
  accounts(owner: string, now: number): readonly CapAccount[];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Account extends CapAccount {
  readonly spentIn: (span: WindowSpan) => Nanodollars;
}

/** @see CapBook */
export function createCapBook(calendar: WindowCalendar): CapBook {
  const owners = new Map<string, Mutable<Account>[]>();

  /** Moves accounts into their current windows. A clock that goes back never reopens a window that was left. */
  const roll = (owner: string, now: number): Mutable<Account>[] => {
    const accounts = owners.get(owner) ?? [];
    for (const account of accounts) {
      if (account.span.end === null || now < account.span.end) continue;
      account.span = calendar.spanAt(account.cap.window, now);
      account.spent = account.spentIn(account.span);
      account.reserved = ZERO;
    }
    return accounts;
  };

  const viewOf = ({ cap, span, spent, reserved }: CapAccount): CapAccount => ({ cap, span, spent, reserved });
  const leftOf = (account: CapAccount): number => account.cap.amount - account.spent - account.reserved;

  return {
    open(owner, caps, now, spentIn) {
      owners.set(
        owner,
        caps.map((cap) => {
          const span = calendar.spanAt(cap.window, now);
          return { cap, span, spent: spentIn(cap, span), reserved: ZERO, spentIn: (later) => spentIn(cap, later) };
        }),
      );
    },
    left: (owner, now) => tightest(roll(owner, now).map(leftOf)),
    leftIdle: (owner, now) => tightest(roll(owner, now).map((account) => account.cap.amount - account.spent)),
    hold(owner, amount, now) {
      const accounts = roll(owner, now);
      if (accounts.length === 0) throw new Error(`no caps are kept for ${owner}`);
      const tight = accounts.find((account) => leftOf(account) < amount);
      if (tight) return { held: false, account: viewOf(tight) };
      for (const account of accounts) account.reserved = addMoney(account.reserved, amount);
      return { held: true, hold: { owner, amount, spans: accounts.map((account) => account.span) } };
    },
    settle(hold, cost) {
      const accounts = owners.get(hold.owner) ?? [];
      for (const [index, account] of accounts.entries()) {
        if (account.span.start !== hold.spans[index]?.start) continue;
        account.reserved = subtractMoney(account.reserved, hold.amount);
        account.spent = addMoney(account.spent, cost);
      }
    },
    accounts: (owner, now) => roll(owner, now).map(viewOf),
  };
}

/** The smallest amount, never negative; nothing where there are no caps. */
function tightest(amounts: readonly number[]): Nanodollars {
  return amounts.length === 0 ? ZERO : nanodollarsOf(Math.max(0, Math.min(...amounts)));
}
