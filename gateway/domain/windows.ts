import type { CapWindow } from '../../shared/cap.ts';

/** A running window: `[start, end)` in epoch milliseconds; `end` is null for `total`, which never ends. */
export interface WindowSpan {
  readonly start: number;
  readonly end: number | null;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Finds the window of each kind that an instant falls into, in one time zone. */
export interface WindowCalendar {
  spanAt(window: CapWindow, instant: number): WindowSpan;
  /** The local calendar day of an instant, as YYYY-MM-DD. */
  dayOf(instant: number): string;
}

/**
 * @param timeZone IANA name. Days begin at the first instant of the local date, so a day of 23 or 25 hours
 *   (daylight saving) and a midnight that does not exist are both right.
 * @throws RangeError when the time zone is unknown
 */
export function createWindowCalendar(timeZone: string): WindowCalendar {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const dayOf = (instant: number): string => format.format(instant);
  let latest: { readonly start: number; readonly end: number } | undefined;

  return {
    dayOf,
    spanAt(window, instant) {
      if (window === 'total') return { start: 0, end: null };
      if (latest && instant >= latest.start && instant < latest.end) return latest;
      const today = dayOf(instant);
      const start = firstInstant(instant - 26 * 3_600_000, instant, (at) => dayOf(at) >= today);
      const end = firstInstant(instant, instant + 26 * 3_600_000, (at) => dayOf(at) > today);
      latest = { start, end };
      return latest;
    },
  };
}

/** Binary search for the first whole minute in `(low, high]` at which `reached` holds. */
function firstInstant(low: number, high: number, reached: (instant: number) => boolean): number {
  let before = Math.floor(low / MINUTE_MS);
  let after = Math.ceil(Math.min(high, low + 2 * DAY_MS) / MINUTE_MS);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (reached(middle * MINUTE_MS)) after = middle;
    else before = middle;
  }
  return after * MINUTE_MS;
}
