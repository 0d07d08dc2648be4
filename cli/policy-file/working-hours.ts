import { WEEKDAYS } from '../../shared/policy.ts';
import type { Policy, Weekday } from '../../shared/policy.ts';
import type { Spot } from './spot.ts';
import { didYouMean } from './suggest.ts';
import { readText } from './values.ts';

type WorkingHours = NonNullable<Policy['workingHours']>;

const FORM = 'Working hours are days and a stretch of the day, such as mon-fri 09:00-18:00 or sat,sun 22:00-06:00.';
const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;

/** Reads `mon-fri 09:00-18:00`, `mon,wed,fri 09:00-18:00` or `daily 22:00-06:00`. */
export function readWorkingHours(spot: Spot): WorkingHours | undefined {
  const text = readText(spot, FORM);
  if (text === undefined) return undefined;
  const parts = splitHours(text);
  if (!parts) return spot.fail(`"${text}" are not working hours. ${FORM}`);
  const { daysText, from, to } = parts;
  for (const time of [from, to])
    if (!TIME.test(time))
      return spot.fail(`"${time}" is not a time of day. It is HH:MM from 00:00 to 23:59, such as 09:00.`);
  const days = readDays(spot, daysText === 'daily' ? 'mon-sun' : daysText);
  return days && { days: [...days], from: from.padStart(5, '0'), to: to.padStart(5, '0') };
}

/** The three parts of `mon-fri 09:00-18:00`, however it is spaced; undefined where there are more or fewer. */
function splitHours(
  text: string,
): { readonly daysText: string; readonly from: string; readonly to: string } | undefined {
  const [daysText = '', hoursText = '', ...rest] = text
    .toLowerCase()
    .replaceAll(/\s*([-,])\s*/g, '$1')
    .split(/\s+/);
  const [from, to, ...more] = hoursText.split('-');
  if (from === undefined || to === undefined || rest.length > 0 || more.length > 0) return undefined;
  return { daysText, from, to };
}

/** Reads `mon,wed-fri`. */
function readDays(spot: Spot, text: string): readonly Weekday[] | undefined {
  const days: Weekday[] = [];
  for (const part of text.split(',')) {
    const names = part.split('-');
    const ends = names.map((name) => WEEKDAYS.findIndex((day) => day === name));
    const unknown = names.find((_, index) => ends[index] === -1);
    if (unknown !== undefined || ends.length > 2)
      return spot.fail(
        `"${unknown ?? part}" is not a day of the week.${didYouMean(unknown ?? '', WEEKDAYS)} They ` +
          `are ${WEEKDAYS.join(', ')}.`,
      );
    const [first = 0, last = first] = ends;
    days.push(...daysFrom(first, last));
  }
  return days;
}

/** The days from one to another, by their numbers; `fri-mon` goes over the weekend. */
function daysFrom(first: number, last: number): readonly Weekday[] {
  return first <= last ? WEEKDAYS.slice(first, last + 1) : [...WEEKDAYS.slice(first), ...WEEKDAYS.slice(0, last + 1)];
}

/** The text that {@link readWorkingHours} reads back, days in the same order. */
export function workingHoursText({ days, from, to }: WorkingHours): string {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const follows =
      run?.at(-1) !== undefined && WEEKDAYS.indexOf(day) === WEEKDAYS.findIndex((known) => known === run.at(-1)) + 1;
    if (run && follows) run.push(day);
    else runs.push([day]);
  }
  const parts = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}-${run.at(-1)}`] : run));
  return `${parts.join(',').replace(/^mon-sun$/, 'daily')} ${from}-${to}`;
}
