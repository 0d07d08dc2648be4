import type { CallLimit, Cap } from '../../../shared/cap.ts';
import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import { createCapBook } from '../../domain/caps/cap-book.ts';
import type { CapAccount, PastSpend } from '../../domain/caps/cap-book.ts';
import { dateBy } from '../../domain/time/clock-back.ts';
import type { WindowCalendar } from '../../domain/time/windows.ts';
import { redatePast } from './rebuild-spend.ts';

/**
 * One request counts as this much money: the cap book counts any amount, so that windows, clock jumps and crashes are
 * handled here too.
 */
const ONE = nanodollarsOf(1);
const MINUTE_MS = 60_000;

/** Keeps counting a scope whose limits were removed, for the case that it gets limits again. */
const ENDLESS: Cap = { window: 'total', rolling: false, amount: nanodollarsOf(Number.MAX_SAFE_INTEGER) };

type Begun = { readonly begun: true; readonly end: (counts: boolean, now: number) => void };

/** Counts requests against limits on their number, in the same windows as caps. */
export interface CallBook {
  setLimits(scope: PolicyScope, limits: readonly CallLimit[], now: number): void;
  /**
   * Counts one request against every limit, or names the first that is used up. `end` gets whether the request was
   * really made.
   */
  begin(owners: readonly PolicyScope[], now: number): Begun | { readonly begun: false; readonly account: CapAccount };
  /** Counts the requests of one scope as another's. */
  merge(scope: PolicyScope, into: PolicyScope, now: number): void;
  /** Handles a clock that went back: later requests count in the windows of `now`. */
  goBack(now: number): void;
}

/** @param past how many requests the ledger has for each scope, and when; the book takes it over and adds to it */
export function createCallBook(calendar: WindowCalendar, past: Map<PolicyScope, PastSpend[]>): CallBook {
  const book = createCapBook(calendar);
  const limited = new Set<PolicyScope>();
  /** The start times of running requests, which no limit counts yet. */
  const running = new Set<{ at: number }>();

  /** Counts a request whose scope got its limits while it was running. */
  const late = (scope: PolicyScope, at: number): void => {
    const result = book.accounts(scope, at).length === 0 ? undefined : book.hold([scope], ONE, at, { overCap: true });
    if (result?.held) book.settle(result.hold, ONE, at);
  };

  /** For a scope without limits, keeps only the number of requests per minute, in case it gets some. */
  const note = (scope: PolicyScope, at: number): void => {
    if (limited.has(scope)) return late(scope, at);
    const list = past.get(scope) ?? [];
    past.set(scope, list);
    const last = list.at(-1);
    if (last && Math.floor(last.at / MINUTE_MS) === Math.floor(at / MINUTE_MS))
      list[list.length - 1] = { at: last.at, cost: addMoney(last.cost, ONE) };
    else list.push({ at, cost: ONE });
  };

  const open = (scope: PolicyScope): void => {
    if (limited.has(scope)) return;
    book.open(scope, past.get(scope) ?? []);
    past.delete(scope);
    limited.add(scope);
  };

  return {
    merge(scope, into, now) {
      for (const one of [scope, into]) {
        if (limited.has(one)) continue;
        open(one);
        book.setCaps(one, [ENDLESS], now);
      }
      book.merge(scope, into, now);
    },
    setLimits(scope, limits, now) {
      if (!limited.has(scope) && limits.length === 0) return;
      open(scope);
      const caps = limits.map(({ count, ...window }) => ({ ...window, amount: nanodollarsOf(count) }));
      book.setCaps(scope, caps.length > 0 ? caps : [ENDLESS], now);
    },
    begin(owners, now) {
      const kept = owners.filter((owner) => limited.has(owner));
      const free = owners.filter((owner) => !limited.has(owner));
      const isLimited = kept.some((owner) => book.accounts(owner, now).length > 0);
      const result = isLimited ? book.hold(kept, ONE, now) : undefined;
      if (result?.held === false) return { begun: false, account: result.account };
      const began = { at: now };
      running.add(began);
      return {
        begun: true,
        end(counts, at) {
          running.delete(began);
          if (result) book.settle(result.hold, counts ? ONE : ZERO, at);
          if (counts) for (const owner of free) note(owner, began.at);
        },
      };
    },
    goBack(now) {
      book.goBack(now);
      for (const began of running) began.at = dateBy(began.at, now);
      redatePast(past, now);
    },
  };
}
