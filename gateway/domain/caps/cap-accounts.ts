import type { Cap } from '../../../shared/cap.ts';
import { addMoney, subtractMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { ROLLING_MS } from '../time/windows.ts';
import type { WindowCalendar, WindowSpan } from '../time/windows.ts';
import type { CapAccount, CapRaise, Hold } from './cap-account.ts';
import type { SpendHistory } from './spend-history.ts';

/** The same object for the one place that changes it. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** An owner of caps, with everything that counts against them. */
export interface CapOwner {
  readonly history: SpendHistory;
  readonly holds: Set<Mutable<Hold>>;
  readonly raises: Map<string, CapRaise>;
  accounts: readonly Mutable<CapAccount>[];
  /**
   * The minute its accounts were last moved to. Windows and raises begin and end at whole minutes: within one nothing
   * moves.
   */
  minute: number;
}

/** The accounts of all owners of caps, each in its running window. */
export interface CapAccounts {
  readonly owners: Map<string, CapOwner>;
  /** Puts an account into the window of `now`, with everything that belongs there. */
  enter(account: Mutable<CapAccount>, owner: CapOwner, now: number): void;
  /** Moves an owner's accounts into their current windows. `goBack` alone moves them back into an earlier one. */
  roll(name: string, now: number): readonly Mutable<CapAccount>[];
  rollAll(names: readonly string[], now: number): readonly Mutable<CapAccount>[];
  /**
   * The account that a running request is charged to, though the account's window has moved on since it began.
   * @param at when the request began
   */
  chargedTo(account: CapAccount, at: number): CapAccount;
}

/** @see CapAccounts. @param calendar bounds windows in the person's time zone */
export function createCapAccounts(calendar: WindowCalendar): CapAccounts {
  const owners = new Map<string, CapOwner>();

  const spanAt = (cap: Cap, now: number): WindowSpan =>
    cap.rolling && cap.window !== 'total'
      ? { start: now - ROLLING_MS[cap.window] + 1, end: null }
      : calendar.spanAt(cap.window, now);

  const enter = (account: Mutable<CapAccount>, { history, holds }: CapOwner, now: number): void => {
    account.span = spanAt(account.cap, now);
    // Money that was spent later counts too: the clock is a little behind it.
    account.spent = history.since(account.span.start);
    account.reserved = ZERO;
    // A running request counts against a rolling cap as long as it runs, however long ago it began.
    for (const hold of holds)
      if (account.cap.rolling || hold.at >= account.span.start)
        account.reserved = addMoney(account.reserved, hold.amount);
  };

  /** Drops the minutes that a rolling window has left behind. Held money stays held. */
  const slide = (account: Mutable<CapAccount>, history: SpendHistory, now: number): void => {
    const span = spanAt(account.cap, now);
    if (minuteOf(span.start) <= minuteOf(account.span.start)) return;
    account.spent = subtractMoney(account.spent, history.between(account.span.start, span.start));
    account.span = span;
  };

  const roll = (name: string, now: number): readonly Mutable<CapAccount>[] => {
    const owner = owners.get(name);
    if (!owner) return [];
    const minute = minuteOf(now);
    if (minute === owner.minute) return owner.accounts;
    owner.minute = minute;
    for (const account of owner.accounts) {
      account.allowed = allowedNow(owner, account.cap, now);
      if (account.cap.rolling) slide(account, owner.history, now);
      else if (account.span.end !== null && now >= account.span.end) enter(account, owner, now);
    }
    return owner.accounts;
  };
  const chargedTo = (account: CapAccount, at: number): CapAccount => {
    const owner = owners.get(account.owner);
    const span = spanAt(account.cap, at);
    if (!owner || minuteOf(span.start) >= minuteOf(account.span.start)) return account;
    // The minutes that a rolling window has dropped since then were in it when this request began.
    if (account.cap.rolling) return { ...account, span, spent: owner.history.since(span.start) };
    const end = span.end ?? Infinity;
    const inside = [...owner.holds].filter((hold) => hold.at >= span.start && hold.at < end);
    const reserved = inside.reduce((sum, { amount }) => addMoney(sum, amount), ZERO);
    return {
      ...account,
      span,
      allowed: allowedNow(owner, account.cap, at),
      spent: owner.history.between(span.start, end),
      reserved,
    };
  };

  return {
    owners,
    enter,
    roll,
    rollAll: (names, now) => names.flatMap((name) => roll(name, now)),
    chargedTo,
  };
}

function allowedNow({ raises }: CapOwner, cap: Cap, now: number): Nanodollars {
  const raise = raises.size === 0 ? undefined : raises.get(windowName(cap));
  return raise && now < raise.until ? addMoney(cap.amount, raise.extra) : cap.amount;
}

/** The name of a cap's window; no owner has two caps of one name. */
export function windowName({ window, rolling }: Pick<Cap, 'window' | 'rolling'>): string {
  return `${rolling ? 'rolling ' : ''}${window}`;
}

/** The minute of an instant: windows and histories know nothing finer. */
export function minuteOf(instant: number): number {
  return Math.floor(instant / 60_000);
}

/** When a request that begins now may be dated at the earliest, so that a cap still counts it when it has settled. */
export function earliestOf({ cap, span }: CapAccount): number {
  return cap.rolling && cap.window !== 'total' ? span.start + ROLLING_MS[cap.window] - 1 : span.start;
}
