import type { SeriesRange } from '../../../shared/contract/usage-views.ts';
import { clockTime, dayOf, formatter, secondOfDay } from '../time-and-money/format.ts';
import type { ChartRow } from './series.ts';

/** The buckets that get a label under the axis, and those labels. */
export interface TimeAxis {
  readonly ticks: readonly number[];
  labelOf(at: number): string;
}

/** The parts of time that the labels of an axis tell apart. */
type Scale = 'seconds' | 'minutes' | 'weekdays' | 'days' | 'months' | 'years';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_MS = 86_400_000;

const SCALES = {
  '15min': 'minutes',
  hour: 'minutes',
  day: 'minutes',
  week: 'weekdays',
  month: 'days',
  quarter: 'days',
  year: 'months',
} as const satisfies Readonly<Record<SeriesRange, Scale>>;
/** Seconds between two labels. */
const STEPS_S = { '15min': 5 * MINUTE_S, hour: 10 * MINUTE_S, day: 3 * HOUR_S } as const;
/** Distances that people count in. */
const ROUND_S = [
  5,
  10,
  15,
  30,
  MINUTE_S,
  2 * MINUTE_S,
  5 * MINUTE_S,
  10 * MINUTE_S,
  15 * MINUTE_S,
  30 * MINUTE_S,
  HOUR_S,
  2 * HOUR_S,
  3 * HOUR_S,
  6 * HOUR_S,
];
const MOST_LABELS = 10;
const NUMERIC_MONTH = { month: 'numeric' } as const;

/** @param range undefined for a stretch that was zoomed into: its labels are as fine as it is long */
export function timeAxis(rows: readonly ChartRow[], range: SeriesRange | undefined, timeZone: string): TimeAxis {
  const length = (rows.at(-1)?.end ?? 0) - (rows[0]?.at ?? 0);
  const step = range === '15min' || range === 'hour' || range === 'day' ? STEPS_S[range] : stepFor(length);
  const scale = range === undefined ? scaleFor(length, step) : SCALES[range];
  const groups = rows.map(({ at }) => groupOf(at, scale, step, timeZone));
  const starts = rows.map(({ at }) => at);
  // One where a step, a day, a month begins; the first bucket may be in the middle of one.
  const begun = starts.filter((at, index) =>
    index === 0 ? range === undefined && isRound(at, scale, step, timeZone) : groups[index] !== groups[index - 1],
  );
  const whole = (scale === 'weekdays' || scale === 'days') && rows.length <= 60 && new Set(groups).size === rows.length;
  const ticks = whole ? starts : begun;
  // Months of two years are on one axis: the first says which, and each January.
  const saysYear = (at: number): boolean => at === ticks[0] || formatter(timeZone, NUMERIC_MONTH).format(at) === '1';
  return {
    ticks,
    labelOf: (at) =>
      scale === 'months' && saysYear(at)
        ? formatter(timeZone, { month: 'short', year: 'numeric' }).format(at)
        : label(at, scale, timeZone),
  };
}

function stepFor(length: number): number {
  return ROUND_S.find((step) => length / (step * 1_000) <= MOST_LABELS) ?? 6 * HOUR_S;
}

function scaleFor(length: number, step: number): Scale {
  if (length <= 1.5 * DAY_MS) return step < MINUTE_S ? 'seconds' : 'minutes';
  if (length <= 8 * DAY_MS) return 'weekdays';
  if (length <= 140 * DAY_MS) return 'days';
  return length <= 800 * DAY_MS ? 'months' : 'years';
}

function isRound(at: number, scale: Scale, step: number, timeZone: string): boolean {
  if (scale === 'months' || scale === 'years') return false;
  return secondOfDay(at, timeZone) % (scale === 'seconds' || scale === 'minutes' ? step : 24 * HOUR_S) === 0;
}

/** The same for all buckets that share a label. */
function groupOf(at: number, scale: Scale, step: number, timeZone: string): string {
  if (scale === 'years') return formatter(timeZone, FORMATS.years).format(at);
  if (scale === 'months') return formatter(timeZone, { month: 'short', year: 'numeric' }).format(at);
  const day = dayOf(at, timeZone);
  return scale === 'seconds' || scale === 'minutes' ? `${day} ${Math.floor(secondOfDay(at, timeZone) / step)}` : day;
}

function label(at: number, scale: Scale, timeZone: string): string {
  if (scale === 'minutes') return clockTime(at, timeZone);
  return formatter(timeZone, FORMATS[scale]).format(at);
}

const FORMATS = {
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  weekdays: { weekday: 'short', day: 'numeric' },
  days: { day: 'numeric', month: 'short' },
  months: { month: 'short' },
  years: { year: 'numeric' },
} as const;
