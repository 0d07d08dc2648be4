import type { Cap } from '../../../shared/cap.ts';
import { addMoney, nanodollarsOf, subtractMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { dateBy } from '../time/clock-back.ts';
import { createSpendHistory } from './spend-history.ts';
import type { SpendHistory } from './spend-history.ts';
import { ROLLING_MS } from '../time/windows.ts';
import type { WindowCalendar, WindowSpan } from '../time/windows.ts';

/** One cap in its running window. `spent` is settled, `reserved` is held by requests under way. */
export interface CapAccount {
  /** Whom the cap is on. */
  readonly owner: string;
  readonly cap: Cap;
  /** What may be spent in it now: the cap, and what a person has added to it for a while. */
  readonly allowed: Nanodollars;
  /** Of a rolling cap: the stretch it looks back on, and no end. */
  readonly span: WindowSpan;
  readonly spent: Nanodollars;
  readonly reserved: Nanodollars;
}

/** Money held against every cap of all its owners, for one request. */
export interface Hold {
  readonly owners: readonly string[];
  /** What is held now: it grows and shrinks while the request runs. */
  readonly amount: Nanodollars;
  /**
   * When it began: it belongs to the windows of that moment, however late it settles. A clock that goes back moves it.
   */
  readonly at: number;
}

export type HoldResult =
  | { readonly held: true; readonly hold: Hold }
  | { readonly held: false; readonly account: CapAccount };

/** A cap that a person has raised until some moment. */
export interface CapRaise {
  readonly owner: string;
  readonly window: Cap['window'];
  readonly rolling: boolean;
  readonly extra: Nanodollars;
  readonly until: number;
}

/** What the ledger knows of an owner: money spent in requests that began at `at`. */
export interface PastSpend {
  readonly at: number;
  readonly cost: Nanodollars;
}

/**
 * The book of all caps: reserve and settle, all or nothing, in one synchronous step that no other request
 * can interleave. Knows no clock and writes nothing; the caller makes it durable.
 */
export interface CapBook {
  /** Begins to keep an owner's spending, with what the ledger holds. */
  open(owner: string, past: Iterable<PastSpend>): void;
  /** Sets an owner's caps, at any time: what it spent and holds counts against the new ones too. */
  setCaps(owner: string, caps: readonly Cap[], now: number): void;
  /** Adds to a cap of an owner until a moment. It takes the place of an earlier one on the same cap. */
  raise(raise: CapRaise): void;
  /** What the tightest cap of all owners has left. Never negative. @returns ZERO without any cap: no cap, no money. */
  left(owners: readonly string[], now: number): Nanodollars;
  /** What it would have left if every running request settled at nothing. */
  leftIdle(owners: readonly string[], now: number): Nanodollars;
  /**
   * Holds `amount` against every cap, or names the first that it does not fit.
   * @param beyond a person has allowed this one although it does not fit: it counts against every cap all the same
   * @throws where there is no cap at all
   */
  hold(owners: readonly string[], amount: Nanodollars, now: number, beyond?: boolean): HoldResult;
  /**
   * Holds another amount for a request that runs, in one step: less of it always, more of it only where every cap of
   * the windows that it belongs to has room.
   * @returns undefined when it is held, else the first cap without room; then nothing has changed
   */
  resize(hold: Hold, amount: Nanodollars, now: number): CapAccount | undefined;
  /** Replaces a hold by its true cost, which may be higher when a provider overran its own limit. */
  settle(hold: Hold, cost: Nanodollars, now: number): void;
  /** Corrects what was spent in a request that began at `at`: it may have been more or less than was thought. */
  correct(owners: readonly string[], at: number, difference: Nanodollars, now: number): void;
  /**
   * The clock went back, and is believed. Whatever was spent or is held at a later minute counts in the windows of
   * `now` from here on, and in no later one; a raise that was made later ends with the day of `now`.
   */
  goBack(now: number): void;
  accounts(owner: string, now: number): readonly CapAccount[];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Owner {
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

/** @see CapBook */
export function createCapBook(calendar: WindowCalendar): CapBook {
  const owners = new Map<string, Owner>();

  const spanAt = (cap: Cap, now: number): WindowSpan =>
    cap.rolling && cap.window !== 'total'
      ? { start: now - ROLLING_MS[cap.window] + 1, end: null }
      : calendar.spanAt(cap.window, now);

  /** Puts an account into the window of `now`, with everything that belongs there. */
  const enter = (account: Mutable<CapAccount>, { history, holds }: Owner, now: number): void => {
    account.span = spanAt(account.cap, now);
    // What was spent later counts too: the clock is a little behind it.
    account.spent = history.since(account.span.start);
    account.reserved = ZERO;
    // A running request counts against a rolling cap as long as it runs, however long ago it began.
    for (const hold of holds)
      if (account.cap.rolling || hold.at >= account.span.start)
        account.reserved = addMoney(account.reserved, hold.amount);
  };

  /** Lets go of the minutes that a rolling window has left behind. What is held stays held. */
  const slide = (account: Mutable<CapAccount>, history: SpendHistory, now: number): void => {
    const span = spanAt(account.cap, now);
    if (minuteOf(span.start) <= minuteOf(account.span.start)) return;
    account.spent = subtractMoney(account.spent, history.between(account.span.start, span.start));
    account.span = span;
  };

  /** Moves accounts into their current windows. Back into one that was left they come with `goBack` only. */
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
  const rollAll = (names: readonly string[], now: number): readonly Mutable<CapAccount>[] =>
    names.flatMap((name) => roll(name, now));
  /** The smallest amount, never negative; nothing where there are no caps. */
  const tightest = (names: readonly string[], now: number, amountOf: (account: CapAccount) => number): Nanodollars => {
    let least = Infinity;
    for (const name of names) for (const account of roll(name, now)) least = Math.min(least, amountOf(account));
    return least === Infinity ? ZERO : nanodollarsOf(Math.max(0, least));
  };
  const leftOf = (account: CapAccount): number => account.allowed - account.spent - account.reserved;
  /**
   * A running request counts against a rolling cap as long as it runs, and against others in the window it began in.
   */
  const counts = ({ cap, span }: CapAccount, { at }: Hold): boolean =>
    cap.rolling || minuteOf(at) >= minuteOf(span.start);
  /**
   * The account as a request is charged to it that began at `at` and still runs, though its window has moved on or been
   * left.
   */
  const charged = (account: CapAccount, at: number): CapAccount => {
    const owner = owners.get(account.owner);
    const span = spanAt(account.cap, at);
    if (!owner || minuteOf(span.start) >= minuteOf(account.span.start)) return account;
    // What a rolling window has let go of since then was in it with the beginning of this request.
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
    open(name, past) {
      const history = createSpendHistory();
      for (const { at, cost } of past) history.add(at, cost);
      owners.set(name, { history, holds: new Set(), raises: new Map(), accounts: [], minute: Number.NaN });
    },
    setCaps(name, caps, now) {
      const owner = owners.get(name);
      if (!owner) throw new Error(`${name} is not in the book`);
      // A window that the clock has left and come back to stays left.
      const from = Math.max(now, ...owner.accounts.map(earliestOf));
      owner.minute = Number.NaN;
      owner.accounts = caps.map((cap) => {
        const account = {
          owner: name,
          cap,
          allowed: cap.amount,
          span: { start: 0, end: null },
          spent: ZERO,
          reserved: ZERO,
        };
        enter(account, owner, from);
        return account;
      });
    },
    raise(raise) {
      const owner = owners.get(raise.owner);
      if (!owner) return;
      owner.raises.set(nameOf(raise), raise);
      owner.minute = Number.NaN;
    },
    left: (names, now) => tightest(names, now, leftOf),
    leftIdle: (names, now) => tightest(names, now, (account) => account.allowed - account.spent),
    hold(names, amount, now, beyond = false) {
      const accounts = rollAll(names, now);
      if (accounts.length === 0) throw new Error(`no caps are kept for ${names.join(', ')}`);
      const tight = accounts.find((account) => leftOf(account) < amount);
      if (tight && !beyond) return { held: false, account: { ...tight } };
      // After a clock that went backward caps stay in the later window, and so does what is charged to them.
      const at = Math.max(now, ...accounts.map(earliestOf));
      const hold: Mutable<Hold> = { owners: names, amount, at };
      for (const name of names) owners.get(name)?.holds.add(hold);
      for (const account of accounts) account.reserved = addMoney(account.reserved, amount);
      return { held: true, hold };
    },
    resize(hold, amount, now) {
      const change = amount - hold.amount;
      const accounts = rollAll(hold.owners, now);
      // What has been settled meanwhile holds nothing any more.
      if (!hold.owners.some((name) => owners.get(name)?.holds.has(hold))) return undefined;
      for (const account of change > 0 ? accounts : []) {
        const charges = charged(account, hold.at);
        if (leftOf(charges) < change) return { ...charges };
      }
      for (const account of accounts) {
        if (counts(account, hold)) account.reserved = nanodollarsOf(account.reserved + change);
      }
      const held: Mutable<Hold> = hold;
      held.amount = amount;
      return undefined;
    },
    settle(hold, cost, now) {
      for (const name of hold.owners) {
        // Into the windows of now first, while the hold still counts; then it gives way to its cost where it stood.
        const accounts = roll(name, now);
        const owner = owners.get(name);
        if (!owner?.holds.delete(hold)) continue;
        owner.history.add(hold.at, cost);
        for (const account of accounts) {
          if (counts(account, hold)) account.reserved = subtractMoney(account.reserved, hold.amount);
          if (minuteOf(hold.at) >= minuteOf(account.span.start)) account.spent = addMoney(account.spent, cost);
        }
      }
    },
    correct(names, at, difference, now) {
      for (const name of names) {
        const accounts = roll(name, now);
        owners.get(name)?.history.add(at, difference);
        for (const account of accounts)
          if (minuteOf(at) >= minuteOf(account.span.start)) account.spent = addMoney(account.spent, difference);
      }
    },
    goBack(now) {
      const endOfDay = calendar.spanAt('day', now).end ?? now;
      for (const owner of owners.values()) {
        owner.history.goBack(now);
        for (const hold of owner.holds) hold.at = dateBy(hold.at, now);
        for (const [name, raise] of owner.raises) {
          owner.raises.set(name, { ...raise, until: Math.min(raise.until, endOfDay) });
        }
        for (const account of owner.accounts) enter(account, owner, now);
        owner.minute = Number.NaN;
      }
    },
    accounts: (owner, now) => roll(owner, now).map((account) => ({ ...account })),
  };
}

/** When a request that begins now may be dated at the earliest, so that a cap still counts it when it has settled. */
function earliestOf({ cap, span }: CapAccount): number {
  return cap.rolling && cap.window !== 'total' ? span.start + ROLLING_MS[cap.window] - 1 : span.start;
}

const nameOf = ({ window, rolling }: Pick<Cap, 'window' | 'rolling'>): string =>
  `${rolling ? 'rolling ' : ''}${window}`;

function allowedNow({ raises }: Owner, cap: Cap, now: number): Nanodollars {
  const raise = raises.size === 0 ? undefined : raises.get(nameOf(cap));
  return raise && now < raise.until ? addMoney(cap.amount, raise.extra) : cap.amount;
}

function minuteOf(instant: number): number {
  return Math.floor(instant / 60_000);
}
