import type { SeriesRange } from '../../../shared/contract/usage-views.ts';
import type { WindowCalendar } from './windows.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** The buckets of a chart and the same number before them. Each list ends with the end of its last bucket. */
export interface SeriesEdges {
  readonly edges: readonly number[];
  readonly previous: readonly number[];
}

/**
 * The beginnings of the buckets of a range. Long ranges are made of local days, or of weeks from Monday, so that a bar
 * is a day as people know it, 23 or 25 hours long when the clock changes. A day is cut into half hours from its
 * midnight.
 */
export function seriesEdges(range: SeriesRange, now: number, calendar: WindowCalendar): SeriesEdges {
  switch (range) {
    case '15min':
      return evenly(15 * SECOND_MS, 60, now);
    case 'hour':
      return evenly(MINUTE_MS, 60, now);
    case 'day': {
      const midnight = calendar.spanAt('day', now).start;
      return evenly(30 * MINUTE_MS, 48, now, midnight);
    }
    case 'week':
      return byCalendar('day', 7, now, calendar);
    case 'month':
      return byCalendar('day', 30, now, calendar);
    case 'quarter':
      return byCalendar('day', 91, now, calendar);
    case 'year':
      return byCalendar('week', 53, now, calendar);
  }
}

function evenly(widthMs: number, count: number, now: number, origin = 0): SeriesEdges {
  const end = origin + (Math.floor((now - origin) / widthMs) + 1) * widthMs;
  const back = (from: number): readonly number[] =>
    Array.from({ length: count + 1 }, (_, index) => from - (count - index) * widthMs);
  return { edges: back(end), previous: back(end - count * widthMs) };
}

function byCalendar(window: 'day' | 'week', count: number, now: number, calendar: WindowCalendar): SeriesEdges {
  const current = calendar.spanAt(window, now);
  const starts = [current.end ?? now, current.start];
  while (starts.length < 2 * count + 1) starts.push(calendar.spanAt(window, (starts.at(-1) ?? now) - 1).start);
  const edges = starts.toReversed();
  return { edges: edges.slice(count), previous: edges.slice(0, count + 1) };
}
