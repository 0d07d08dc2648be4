import { readLocal, startOfDay, startOfMonth } from './zoned.ts';

/** Stretches of time that a list can be of, in the order in which they are offered. */
export const TIME_RANGES = ['hour', 'day', 'today', 'yesterday', 'week', 'days30', 'month', 'lastMonth'] as const;
export type TimeRange = (typeof TIME_RANGES)[number];
/** Two moments of a person's own choice. */
export const CUSTOM = 'custom';

/** A stretch of time, `[from, to)`, in milliseconds since the Unix epoch; what is left out has no end there. */
export interface Span {
  readonly from?: number;
  readonly to?: number;
}

interface TimeFilter {
  /** A {@link TimeRange}, `custom`, or empty for any time. */
  readonly when: string;
  /** Of `custom`, as a browser's field has them: `2026-11-19T14:32`, empty where there is no end. */
  readonly from: string;
  readonly to: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

/** The stretch of time that is meant, in the days and months of the person's own time zone. */
export function spanOf({ when, from, to }: TimeFilter, now: number, timeZone: string): Span {
  switch (when) {
    case 'hour':
      return { from: now - HOUR_MS };
    case 'day':
      return { from: now - DAY_MS };
    case 'today':
      return { from: startOfDay(now, timeZone) };
    case 'yesterday':
      return { from: startOfDay(now, timeZone, -1), to: startOfDay(now, timeZone) };
    case 'week':
      return { from: startOfDay(now, timeZone, -6) };
    case 'days30':
      return { from: startOfDay(now, timeZone, -29) };
    case 'month':
      return { from: startOfMonth(now, timeZone) };
    case 'lastMonth':
      return { from: startOfMonth(now, timeZone, -1), to: startOfMonth(now, timeZone) };
    case CUSTOM:
      return between(readLocal(from, timeZone), readLocal(to, timeZone));
    default:
      return {};
  }
}

/** The same counted from this moment. @param today when the day begins: another one is another stretch of time */
export function spanFromNow(filter: TimeFilter, today: number, timeZone: string): Span {
  return spanOf(filter, Math.max(today, Date.now()), timeZone);
}

/** The last minute counts in full. */
function between(from: number | undefined, to: number | undefined): Span {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to: to + MINUTE_MS }) };
}
