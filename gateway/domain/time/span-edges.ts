import type { SeriesEdges } from './series-edges.ts';
import type { WindowCalendar } from './windows.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Buckets that a day is cut into from its midnight. From a quarter of an hour up, all of them begin on one: rollups
 * hold the spending of each quarter.
 */
const WIDTHS_MS = [
  SECOND_MS,
  2 * SECOND_MS,
  5 * SECOND_MS,
  15 * SECOND_MS,
  30 * SECOND_MS,
  MINUTE_MS,
  2 * MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
] as const;
const WINDOWS = ['day', 'week', 'month'] as const;
const WINDOW_MS = { day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS, month: 30 * 24 * HOUR_MS } as const;

const FEWEST = 20;
const MOST = 120;

/** A stretch of time, `[from, to)` in epoch milliseconds. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The buckets of a stretch that a person picked: between 20 and 120 as a rule, as fine as that allows, on the person's
 * own clock. The stretch grows to whole buckets, and to twenty seconds when it is shorter. The period before is as
 * long and ends where this one begins.
 */
export function spanEdges({ from, to }: Span, calendar: WindowCalendar): SeriesEdges {
  const length = Math.max(to - from, FEWEST * SECOND_MS);
  const end = from + length;
  const unit = unitFor(length);
  if (typeof unit !== 'number') return byWindow(unit, from, end, calendar);
  const edges = cutDays(unit, from, end, calendar);
  const [first = from, last = end] = [edges[0], edges.at(-1)];
  return { edges, previous: edges.map((edge) => edge - (last - first)) };
}

/** The finest width that gives no more than {@link MOST} buckets; the next finer one where that would give too few. */
function unitFor(length: number): number | (typeof WINDOWS)[number] {
  const units = [...WIDTHS_MS, ...WINDOWS];
  const countOf = (unit: (typeof units)[number]): number =>
    length / (typeof unit === 'number' ? unit : WINDOW_MS[unit]);
  const found = units.findIndex((unit) => countOf(unit) <= MOST);
  if (found === -1) return 'month';
  const unit = units[found] ?? 'month';
  return countOf(unit) < FEWEST ? (units[found - 1] ?? unit) : unit;
}

/** From the midnight of each local day on. The last bucket of a day is shorter when the clock changed. */
function cutDays(width: number, from: number, to: number, calendar: WindowCalendar): readonly number[] {
  const edges: number[] = [];
  let day = calendar.spanAt('day', from);
  for (let at = day.start + Math.floor((from - day.start) / width) * width; at < to; at += width) {
    const midnight = day.end ?? to;
    if (at >= midnight) {
      at = midnight;
      day = calendar.spanAt('day', at);
    }
    edges.push(at);
  }
  const last = edges.at(-1) ?? from;
  return [...edges, Math.min(last + width, day.end ?? Infinity)];
}

function byWindow(window: (typeof WINDOWS)[number], from: number, to: number, calendar: WindowCalendar): SeriesEdges {
  const edges = [calendar.spanAt(window, from).start];
  for (let at = edges[0] ?? from; at < to; edges.push(at)) at = calendar.spanAt(window, at).end ?? to;
  const before = [edges[0] ?? from];
  while (before.length < edges.length) before.push(calendar.spanAt(window, (before.at(-1) ?? from) - 1).start);
  return { edges, previous: before.toReversed() };
}
