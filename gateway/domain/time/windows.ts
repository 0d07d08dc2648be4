import type { CapWindow } from '../../../shared/cap.ts';
import type { WeekStart } from '../../../shared/settings/settings.ts';

/** A running window: `[start, end)` in epoch milliseconds; `end` is null for `total`, which never ends. */
export interface WindowSpan {
  readonly start: number;
  readonly end: number | null;
}

/** Finds the window of each kind that an instant falls into, in one time zone. */
export interface WindowCalendar {
  spanAt(window: CapWindow, instant: number): WindowSpan;
  /** The local calendar day of an instant, as YYYY-MM-DD. */
  dayOf(instant: number): string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Longer than any window of the kind, clock changes included. */
const REACH_MS = { hour: 3 * HOUR_MS, day: 26 * HOUR_MS, week: 8 * DAY_MS, month: 33 * DAY_MS } as const;
type Calendar = keyof typeof REACH_MS;

/** The length of each rolling window, in milliseconds. */
export const ROLLING_MS = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS } as const;

/**
 * @param timeZone IANA name. A window begins at the first instant of its local hour, date, week or month. Days of 23
 *   or 25 hours (daylight saving) and a midnight that does not exist are right; an hour that the clock repeats is one.
 * @throws RangeError when the time zone is unknown
 */
export function createWindowCalendar(timeZone: string, weekStart: WeekStart = 'monday'): WindowCalendar {
  const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const hourFormat = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const dayOf = (instant: number): string => dayFormat.format(instant);
  /** Names the window an instant is in; names grow with time. */
  const nameOf: Readonly<Record<Calendar, (instant: number) => string>> = {
    hour: (instant) => hourFormat.format(instant),
    day: dayOf,
    week: (instant) => weekOf(dayOf(instant), FIRST_DAY[weekStart]),
    month: (instant) => dayOf(instant).slice(0, 7),
  };
  const latest = new Map<Calendar, { readonly start: number; readonly end: number }>();

  return {
    dayOf,
    spanAt(window, instant) {
      if (window === 'total') return { start: 0, end: null };
      const known = latest.get(window);
      if (known && instant >= known.start && instant < known.end) return known;
      const name = nameOf[window];
      const current = name(instant);
      const reach = REACH_MS[window];
      const start = firstInstant(instant - reach, instant, (at) => name(at) >= current);
      const end = firstInstant(instant, instant + reach, (at) => name(at) > current);
      const span = { start, end };
      latest.set(window, span);
      return span;
    },
  };
}

/** As `getUTCDay` counts. */
const FIRST_DAY: Readonly<Record<WeekStart, number>> = { sunday: 0, monday: 1, saturday: 6 };

/** The first day of the week that a date is in, both as YYYY-MM-DD. */
function weekOf(day: string, first: number): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const since = (new Date(midnight).getUTCDay() - first + 7) % 7;
  return new Date(midnight - since * DAY_MS).toISOString().slice(0, 10);
}

/** Binary search for the first whole minute in `(low, high]` at which `reached` holds. */
function firstInstant(low: number, high: number, reached: (instant: number) => boolean): number {
  let before = Math.floor(low / MINUTE_MS);
  let after = Math.ceil(high / MINUTE_MS);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (reached(middle * MINUTE_MS)) after = middle;
    else before = middle;
  }
  return after * MINUTE_MS;
}
