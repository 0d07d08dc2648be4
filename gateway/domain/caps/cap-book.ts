import type { Cap } from '../../../shared/cap.ts';
import { addMoney, nanodollarsOf, subtractMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { dateBy } from '../time/clock-back.ts';
import type { WindowCalendar } from '../time/windows.ts';
import { leftOf } from './cap-account.ts';
import type { CapAccount, CapRaise, HeldRequest, Hold } from './cap-account.ts';
import { createCapAccounts, earliestOf, minuteOf, windowName } from './cap-accounts.ts';
import type { CapAccounts, CapOwner, Mutable } from './cap-accounts.ts';
import { createSpendHistory } from './spend-history.ts';

export type { CapAccount, CapRaise, Hold } from './cap-account.ts';

/** The hold, or the first cap that has no room for it. */
export type HoldResult =
  | { readonly held: true; readonly hold: Hold }
  | { readonly held: false; readonly account: CapAccount };

/** What else is known of a request that is held. */
export interface HowHeld {
  /** A person has allowed this one although it does not fit: it counts against every cap all the same. */
  readonly overCap?: boolean;
  /** Lets the request be found again, when a part of the spending gets caps while it runs. */
  readonly about?: HeldRequest;
}

/** Money of one owner in the ledger: spent in requests that began at `at`. */
export interface PastSpend {
  readonly at: number;
  readonly cost: Nanodollars;
}

/**
 * The book of all caps: reserve and settle, all or nothing, in one synchronous step that no other request
 * can interleave. Knows no clock and writes nothing; the caller makes it durable.
 */
export interface CapBook {
  /** Begins to keep an owner's spending, with its past from the ledger. */
  open(owner: string, past: Iterable<PastSpend>): void;
  /** Sets an owner's caps, at any time: its spending and its holds count against the new ones too. */
  setCaps(owner: string, caps: readonly Cap[], now: number): void;
  /**
   * Counts the spending and the running requests of one owner as another's, whose caps hold; its own end. From then on
   * its name is another one of that owner.
   */
  merge(owner: string, into: string, now: number): void;
  /**
   * Makes an owner of what others have spent and hold now, in place of what it counted before: a group, by its members.
   * Its caps stay.
   */
  compose(owner: string, members: readonly string[], now: number): void;
  /**
   * Counts running requests of one owner under another too: a part of it, which is new.
   * @returns the ids of those that belong to it
   */
  join(owner: string, from: string, belongs: (about: HeldRequest) => boolean, now: number): readonly string[];
  /** The requests that run and count under an owner. */
  held(owner: string): readonly HeldRequest[];
  /** Adds spending that an open owner did not know of yet. */
  addPast(owner: string, past: Iterable<PastSpend>, now: number): void;
  /** Forgets an owner that holds nothing. @returns false while it does */
  forget(owner: string): boolean;
  /** Adds to a cap of an owner until a moment. It takes the place of an earlier one on the same cap. */
  raise(raise: CapRaise): void;
  /** The money that the tightest cap of all owners has left. Never negative. @returns ZERO without any cap: no cap, no money. */
  left(owners: readonly string[], now: number): Nanodollars;
  /** The money that it would have left if every running request settled at nothing. */
  leftIdle(owners: readonly string[], now: number): Nanodollars;
  /**
   * Holds `amount` against every cap, or names the first that it does not fit.
   * @throws where there is no cap at all
   */
  hold(owners: readonly string[], amount: Nanodollars, now: number, how?: HowHeld): HoldResult;
  /**
   * Holds another amount for a request that runs, in one step: less of it always, more of it only where every cap of
   * the windows that it belongs to has room.
   * @returns undefined when it is held, else the first cap without room; then nothing has changed
   */
  resize(hold: Hold, amount: Nanodollars, now: number): CapAccount | undefined;
  /** Replaces a hold by its true cost, which may be higher when a provider overran its own limit. */
  settle(hold: Hold, cost: Nanodollars, now: number): void;
  /** Corrects the cost of a request that began at `at`: the ledger may have too much or too little. */
  correct(owners: readonly string[], at: number, difference: Nanodollars, now: number): void;
  /**
   * The clock went back, and is believed. Money that was spent or is held at a later minute counts in the windows of
   * `now` from here on, and in no later one; a raise that was made later ends with the day of `now`.
   */
  goBack(now: number): void;
  accounts(owner: string, now: number): readonly CapAccount[];
}

/** @see CapBook */
export function createCapBook(calendar: WindowCalendar): CapBook {
  const accounts = createCapAccounts(calendar);
  return {
    ...keepOwners(accounts, calendar),
    ...keepParts(accounts),
    ...readRemaining(accounts),
    ...keepHolds(accounts),
  };
}

/** Owners, their caps and raises, and the clock that all of them share. */
function keepOwners(
  { owners, enter, roll }: CapAccounts,
  calendar: WindowCalendar,
): Pick<CapBook, 'open' | 'setCaps' | 'merge' | 'raise' | 'goBack' | 'accounts'> {
  return {
    open(name, past) {
      const history = createSpendHistory();
      for (const { at, cost } of past) history.add(at, cost);
      owners.set(name, { ...nobody(), history });
    },
    setCaps(name, caps, now) {
      const owner = owners.get(name);
      if (!owner) throw new Error(`${name} is not in the book`);
      // The clock may have come back to an earlier window: an account does not.
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
    merge(name, into, now) {
      const [from, to] = [owners.get(name), owners.get(into)];
      if (!from || !to || from === to) return;
      to.history.addAll(from.history);
      for (const hold of from.holds) to.holds.add(hold);
      owners.set(name, to);
      const at = Math.max(now, ...to.accounts.map(earliestOf));
      to.minute = Number.NaN;
      for (const account of to.accounts) enter(account, to, at);
    },
    raise(raise) {
      const owner = owners.get(raise.owner);
      if (!owner) return;
      owner.raises.set(windowName(raise), raise);
      owner.minute = Number.NaN;
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

function nobody(): CapOwner {
  return { history: createSpendHistory(), holds: new Set(), raises: new Map(), accounts: [], minute: Number.NaN };
}

/** Owners that are made of others, or are a part of one. */
function keepParts({ owners, enter }: CapAccounts): Pick<CapBook, 'compose' | 'join' | 'held' | 'addPast' | 'forget'> {
  const enterAgain = (owner: CapOwner, now: number): void => {
    const from = Math.max(now, ...owner.accounts.map(earliestOf));
    owner.minute = Number.NaN;
    for (const account of owner.accounts) enter(account, owner, from);
  };
  return {
    compose(name, members, now) {
      const before = owners.get(name) ?? nobody();
      const of = members.flatMap((one) => owners.get(one) ?? []);
      const history = createSpendHistory();
      for (const member of of) history.addAll(member.history);
      const holds = new Set(of.flatMap((member) => [...member.holds]));
      for (const hold of before.holds) hold.owners = hold.owners.filter((owner) => owner !== name);
      for (const hold of holds) hold.owners = [...hold.owners.filter((owner) => owner !== name), name];
      const owner = { ...before, history, holds };
      owners.set(name, owner);
      enterAgain(owner, now);
    },
    join(name, from, belongs, now) {
      const [part, whole] = [owners.get(name), owners.get(from)];
      if (!part || !whole) return [];
      const joined = [...whole.holds].filter(({ about }) => about !== undefined && belongs(about));
      for (const hold of joined) {
        part.holds.add(hold);
        if (!hold.owners.includes(name)) hold.owners = [...hold.owners, name];
      }
      enterAgain(part, now);
      return joined.flatMap(({ about }) => (about === undefined ? [] : [about.id]));
    },
    held: (name) => [...(owners.get(name)?.holds ?? [])].flatMap(({ about }) => about ?? []),
    addPast(name, past, now) {
      const owner = owners.get(name);
      if (!owner) return;
      for (const { at, cost } of past) owner.history.add(at, cost);
      enterAgain(owner, now);
    },
    forget(name) {
      if ((owners.get(name)?.holds.size ?? 0) > 0) return false;
      owners.delete(name);
      return true;
    },
  };
}

/** The money that caps have left. */
function readRemaining({ roll }: CapAccounts): Pick<CapBook, 'left' | 'leftIdle'> {
  /** The smallest amount, never negative; nothing where there are no caps. */
  const tightest = (names: readonly string[], now: number, amountOf: (account: CapAccount) => number): Nanodollars => {
    let least = Infinity;
    for (const name of names) for (const account of roll(name, now)) least = Math.min(least, amountOf(account));
    return least === Infinity ? ZERO : nanodollarsOf(Math.max(0, least));
  };
  return {
    left: (names, now) => tightest(names, now, leftOf),
    leftIdle: (names, now) => tightest(names, now, (account) => account.allowed - account.spent),
  };
}

/** Money that is held, settled and corrected, against every cap of its owners at once. */
function keepHolds({
  owners,
  roll,
  rollAll,
  chargedTo,
}: CapAccounts): Pick<CapBook, 'hold' | 'resize' | 'settle' | 'correct'> {
  return {
    hold(names, amount, now, { overCap = false, about } = {}) {
      const accounts = rollAll(names, now);
      if (accounts.length === 0) throw new Error(`no caps are kept for ${names.join(', ')}`);
      const tight = accounts.find((account) => leftOf(account) < amount);
      if (tight && !overCap) return { held: false, account: { ...tight } };
      // After the clock went backward, caps stay in the later window, and so do their charges.
      const at = Math.max(now, ...accounts.map(earliestOf));
      const hold: Mutable<Hold> = { owners: names, amount, at, ...(about && { about }) };
      for (const name of names) owners.get(name)?.holds.add(hold);
      for (const account of accounts) account.reserved = addMoney(account.reserved, amount);
      return { held: true, hold };
    },
    resize(hold, amount, now) {
      const change = amount - hold.amount;
      const accounts = rollAll(hold.owners, now);
      // A request that has been settled meanwhile holds nothing any more.
      if (!hold.owners.some((name) => owners.get(name)?.holds.has(hold))) return undefined;
      for (const account of change > 0 ? accounts : []) {
        const charges = chargedTo(account, hold.at);
        if (leftOf(charges) < change) return { ...charges };
      }
      for (const account of accounts) {
        if (countsAgainst(account, hold)) account.reserved = nanodollarsOf(account.reserved + change);
      }
      const held: Mutable<Hold> = hold;
      held.amount = amount;
      return undefined;
    },
    settle(hold, cost, now) {
      for (const name of hold.owners) {
        // First into the windows of now, while the hold still counts; then the cost takes its place.
        const accounts = roll(name, now);
        const owner = owners.get(name);
        if (!owner?.holds.delete(hold)) continue;
        owner.history.add(hold.at, cost);
        for (const account of accounts) {
          if (countsAgainst(account, hold)) account.reserved = subtractMoney(account.reserved, hold.amount);
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
  };
}

/** A running request counts against a rolling cap as long as it runs, and against others in the window it began in. */
function countsAgainst({ cap, span }: CapAccount, { at }: Hold): boolean {
  return cap.rolling || minuteOf(at) >= minuteOf(span.start);
}
