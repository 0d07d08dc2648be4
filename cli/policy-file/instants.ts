import { createWindowCalendar } from '../../gateway/domain/time/windows.ts';
import type { Spot } from './spot.ts';
import { readText } from './values.ts';

const FORM =
  'An expiry is a day, such as 2026-12-31 (nothing can be spent from its first minute on), or an instant ' +
  'with its zone, such as 2026-12-31T18:00+01:00.';
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT = /^((?:\d{4}|[+-]\d{6})-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?) ?(Z|[+-]\d\d:\d\d)$/i;
const EPOCH = /^@(-?\d{1,16})$/;
const DAY_MS = 86_400_000;
const WRITABLE_AS_DATE = { from: Date.parse('1971-01-01T00:00Z'), to: Date.parse('9998-01-01T00:00Z') } as const;

/** Reads a day (its start in the person's time zone) or an instant, in epoch milliseconds. */
export function readInstant(spot: Spot, timeZone: string): number | undefined {
  const text = readText(spot, FORM);
  if (text === undefined) return undefined;
  if (DATE.test(text)) return startOfDay(text, timeZone) ?? spot.fail(`There is no day ${text}. ${FORM}`);
  const [, day = '', time = '', zone = ''] = INSTANT.exec(text) ?? [];
  const instant =
    day === '' ? Number(EPOCH.exec(text)?.[1] ?? Number.NaN) : Date.parse(`${day}T${time}${zone.toUpperCase()}`);
  // Date.parse takes 30 February for 2 March.
  const dayExists = day === '' || isDay(day);
  return Number.isSafeInteger(instant) && dayExists ? instant : spot.fail(`"${text}" is not an expiry. ${FORM}`);
}

/** The text that {@link readInstant} reads back: `2026-12-31` for the start of that day, else the instant in UTC. */
export function instantText(instant: number, timeZone: string): string {
  if (instant > WRITABLE_AS_DATE.from && instant < WRITABLE_AS_DATE.to) {
    const calendar = createWindowCalendar(timeZone);
    if (calendar.spanAt('day', instant).start === instant) return calendar.dayOf(instant);
  }
  const date = new Date(instant);
  // A moment that no calendar can name is kept exactly all the same.
  return Number.isNaN(date.getTime()) ? `@${instant}` : date.toISOString().replace('.000Z', 'Z');
}

/** The first moment of a day, such as 2026-11-01. @returns undefined when there is no such day */
export function startOfDay(day: string, timeZone: string): number | undefined {
  if (!isDay(day)) return undefined;
  const calendar = createWindowCalendar(timeZone);
  const noon = Date.parse(`${day}T12:00Z`);
  // At noon UTC it may be the day before or after elsewhere.
  const within = [noon - DAY_MS, noon, noon + DAY_MS].find((instant) => calendar.dayOf(instant) === day);
  return within === undefined ? undefined : calendar.spanAt('day', within).start;
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
