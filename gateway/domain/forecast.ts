import { nanodollarsOf } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';

/** What a month may come to, and between what it ends four times out of five. */
export interface Forecast {
  readonly expected: Nanodollars;
  readonly low: Nanodollars;
  readonly high: Nanodollars;
  /** How many whole days it was made from. */
  readonly days: number;
}

/** A running month. */
export interface MonthSoFar {
  /** Spending of the month up to now, that of today included. */
  readonly spent: number;
  readonly today: number;
  /** Whole days that are over, oldest first, the last one is yesterday. */
  readonly past: readonly number[];
  /** Days of the month after today. */
  readonly daysLeft: number;
}

/** Fewer days than this say nothing about a week. */
const FEWEST_DAYS = 7;
/** Older habits count no more. */
const MOST_DAYS = 56;
/** From so many weeks on, each weekday has a mean of its own: most people rest on some of them. */
const WEEKS_FOR_WEEKDAYS = 3;

/**
 * Adds what the days that are left cost on average to what is spent already: each weekday by its own mean where there
 * are three weeks to go by. The band has the middle four fifths of what such months come to: it puts the days that
 * are left together at random from how far past days were off their mean, and shifts them by how sure that mean is. The
 * same past always gives the same band.
 * @returns undefined where fewer than seven days are known
 */
export function forecastMonth({ spent, today, past, daysLeft }: MonthSoFar): Forecast | undefined {
  const days = past.slice(-MOST_DAYS);
  if (days.length < FEWEST_DAYS) return undefined;
  const meanOf = meansByWeekday(days);
  // Day 0 is today, -1 yesterday, 1 tomorrow.
  const errors = days.map((amount, index) => amount - meanOf(index - days.length));
  const restOfToday = Math.max(0, meanOf(0) - today);
  const ahead = Array.from({ length: daysLeft }, (_, index) => meanOf(index + 1));
  const expected = spent + restOfToday + sum(ahead);
  const groups = days.length >= 7 * WEEKS_FOR_WEEKDAYS ? 7 : 1;
  // Residuals of fitted means are too small by the degrees of freedom that the means took.
  const widen = Math.sqrt(days.length / Math.max(1, days.length - groups));
  const draw = seeded(days.length);
  const pick = (): number => (errors[Math.floor(draw() * errors.length)] ?? 0) * widen;
  const totals = Array.from({ length: ROUNDS }, () => {
    // How wrong the means themselves may be: as the mean of as many days, drawn anew.
    const shift = sum(days.map(pick)) / days.length;
    // A day below nothing stays: cut off one by one, they would lift the whole band.
    const rest = restOfToday > 0 ? restOfToday + shift + pick() : 0;
    return spent + rest + sum(ahead.map((mean) => mean + shift + pick()));
  }).toSorted((left, right) => left - right);
  const at = (share: number): number => totals[Math.floor(share * (ROUNDS - 1))] ?? expected;
  const amount = (value: number): Nanodollars => nanodollarsOf(Math.round(Math.max(spent, value)));
  return {
    expected: amount(expected),
    low: amount(Math.min(at(0.1), expected)),
    high: amount(Math.max(at(0.9), expected)),
    days: days.length,
  };
}

const ROUNDS = 400;

function meansByWeekday(days: readonly number[]): (day: number) => number {
  const all = sum(days) / days.length;
  if (days.length < 7 * WEEKS_FOR_WEEKDAYS) return () => all;
  const weekdayOf = (day: number): number => ((day % 7) + 7) % 7;
  const means = Array.from({ length: 7 }, (_, weekday) => {
    const same = days.filter((_amount, index) => weekdayOf(index - days.length) === weekday);
    return sum(same) / Math.max(1, same.length);
  });
  return (day) => means[weekdayOf(day)] ?? all;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Even numbers in `[0, 1)`, the same for the same seed: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
