import type { CostRange } from '../../../shared/contract/cost-views.ts';
import type { WindowCalendar } from './windows.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A stretch of time, `[from, to)` in epoch milliseconds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Whole days of the person's calendar, and as long a stretch just before; null: there is none before everything. */
export interface DayRange extends Stretch {
  readonly before: Stretch | null;
}

/** The days that are asked for: a range with a name, or the first and the last day as YYYY-MM-DD. */
export interface AskedDays {
  readonly range: CostRange;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** The first instant of a local day; of the next one, where a change of the calendar has left it out. */
export function startOfDay(day: string, calendar: WindowCalendar): number {
  const noon = Date.parse(`${day}T12:00:00Z`);
  // A local day begins at most 14 hours away from that of UTC.
  const shift = [-12 * HOUR_MS, 0, 12 * HOUR_MS].find((hours) => calendar.dayOf(noon + hours) >= day);
  return calendar.spanAt('day', noon + (shift ?? DAY_MS)).start;
}

/** So many days later on the calendar, both as YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Where the days begin and end, and what they are compared with: the calendar window before, or as many days. A stretch
 * that still runs is compared with as much of the one before as has passed, to the quarter hour.
 */
export function dayRange({ range, since, until }: AskedDays, now: number, calendar: WindowCalendar): DayRange {
  const today = calendar.dayOf(now);
  if (since === undefined && until === undefined) return namedRange(range, now, calendar);
  const last = until ?? (since !== undefined && since > today ? since : today);
  if (since === undefined) return { from: 0, to: startOfDay(addDays(last, 1), calendar), before: null };
  return ofDays(since, last, now, calendar);
}

function namedRange(range: CostRange, now: number, calendar: WindowCalendar): DayRange {
  const today = calendar.dayOf(now);
  switch (range) {
    case 'today':
    case 'week':
    case 'month': {
      const window = range === 'today' ? 'day' : range;
      return ofWindow(window, now, now, calendar);
    }
    case 'yesterday':
      return ofWindow('day', calendar.spanAt('day', now).start - 1, now, calendar);
    case 'last-month':
      return ofWindow('month', calendar.spanAt('month', now).start - 1, now, calendar);
    case '7-days':
      return ofDays(addDays(today, -6), today, now, calendar);
    case '30-days':
      return ofDays(addDays(today, -29), today, now, calendar);
    case 'all':
      return { from: 0, to: calendar.spanAt('day', now).end ?? now, before: null };
  }
}

function ofWindow(window: 'day' | 'week' | 'month', at: number, now: number, calendar: WindowCalendar): DayRange {
  const { start, end } = calendar.spanAt(window, at);
  const before = calendar.spanAt(window, start - 1);
  return compared({ from: start, to: end ?? now }, before.start, now);
}

function ofDays(first: string, last: string, now: number, calendar: WindowCalendar): DayRange {
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  const from = startOfDay(first, calendar);
  const to = startOfDay(addDays(last, 1), calendar);
  return compared({ from, to }, startOfDay(addDays(first, -days), calendar), now);
}

function compared({ from, to }: Stretch, begun: number, now: number): DayRange {
  if (now >= to) return { from, to, before: { from: begun, to: from } };
  const passed = Math.max(0, now - from);
  const end = Math.min(begun + passed, from);
  return { from, to, before: { from: begun, to: Math.max(begun, end - (end % (HOUR_MS / 4))) } };
}
