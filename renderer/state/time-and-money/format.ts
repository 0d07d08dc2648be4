import { locale } from './locale.ts';
import { say } from '../../strings/say.ts';
import { fixedText, numberText } from './number-text.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make and used on every row, so each is made once. */
export function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { words, hourCycle } = locale;
  const key = `${words} ${hourCycle} ${timeZone} ${JSON.stringify(options)}`;
  const cycle = hourCycle !== undefined && options.hour !== undefined ? { hourCycle } : {};
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(words, { timeZone, ...options, ...cycle });
  formatters.set(key, made);
  return made;
}

/** With or without am and pm, as the person's region has it: `2:05 PM`, `14:05`, and at night `02:05`. */
function clock(): { readonly hour: 'numeric' | '2-digit'; readonly minute: '2-digit' } {
  const halfDays =
    (locale.hourCycle === undefined ? undefined : locale.hourCycle === 'h12') ??
    halves.get(locale.words) ??
    new Intl.DateTimeFormat(locale.words, { hour: 'numeric' }).resolvedOptions().hour12 === true;
  if (locale.hourCycle === undefined) halves.set(locale.words, halfDays);
  return { hour: halfDays ? 'numeric' : '2-digit', minute: '2-digit' };
}

const halves = new Map<string, boolean>();

/** `14:05` in the person's time zone. */
export function clockTime(at: number, timeZone: string): string {
  return formatter(timeZone, clock()).format(at);
}

/** A time of day of a policy, `09:00`, as the person's clock has it: `9:00 AM`. */
export function timeOfDay(time: string): string {
  return clockTime(Date.parse(`2026-01-01T${time}:00Z`), 'UTC');
}

/** `14:05:09` today, `17 Nov, 14:05` on another day. */
export function requestTime(at: number, now: number, timeZone: string): string {
  return dayOf(at, timeZone) === dayOf(now, timeZone)
    ? formatter(timeZone, { ...clock(), second: '2-digit' }).format(at)
    : formatter(timeZone, { day: 'numeric', month: 'short', ...clock() }).format(at);
}

/** `Thu 19 Nov 2026, 14:05:09`: a moment of its own, with everything. */
export function exactMoment(at: number, timeZone: string): string {
  const day = formatter(timeZone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return say.format.moment(
    day.format(at).replace(',', ''),
    formatter(timeZone, { ...clock(), second: '2-digit' }).format(at),
  );
}

/** `resets at 00:00`, or with the day when that is not within a day. */
export function resetText(at: number, now: number, timeZone: string): string {
  if (at - now < 86_400_000) return say.format.resetsAt(clockTime(at, timeZone));
  return say.format.resetsOn(weekday(at, timeZone));
}

/** `14:05` today, `Sun 22 Nov, 14:05` on another day, `22 Nov 2027` when that is most of a year away. */
export function momentText(at: number, now: number, timeZone: string): string {
  if (dayOf(at, timeZone) === dayOf(now, timeZone)) return clockTime(at, timeZone);
  if (Math.abs(at - now) > FAR_MS)
    return formatter(timeZone, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
  return say.format.moment(weekday(at, timeZone), clockTime(at, timeZone));
}

const FAR_MS = 300 * 86_400_000;

/** `just now`, `3 min ago`, `2 h ago`, `4 days ago`. */
export function agoText(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return say.format.justNow;
  if (minutes < 60) return say.format.minutesAgo(minutes);
  if (minutes < 48 * 60) return say.format.hoursAgo(Math.floor(minutes / 60));
  return say.format.daysAgo(Math.floor(minutes / (24 * 60)));
}

/** The heading of a tooltip: which stretch of time a bucket is. */
export function bucketLabel(at: number, end: number, timeZone: string): string {
  const day = weekday(at, timeZone);
  const width = end - at;
  if (width > 2 * DAY_MS) return say.format.span(day, weekday(end - 1, timeZone));
  if (width > DAY_MS / 2) return day;
  const exact = width < 60_000 ? { ...clock(), second: '2-digit' as const } : clock();
  return say.format.spanOfDay(day, formatter(timeZone, exact).format(at), formatter(timeZone, exact).format(end));
}

const DAY_MS = 86_400_000;
/**
 * Any stretch of time: `Sat 21 Nov, 10:00 to 14:30`, `Sat 21 Nov, 22:00 to Sun 22 Nov, 02:00`; of whole days the days
 * alone, `Sat 21 Nov to Fri 27 Nov`.
 */
export function spanText(from: number, to: number, timeZone: string): string {
  const [first, last] = [weekday(from, timeZone), weekday(to - 1, timeZone)];
  const whole = secondOfDay(from, timeZone) === 0 && secondOfDay(to, timeZone) === 0;
  if (whole) return first === last ? first : say.format.span(first, last);
  const exact = from % 60_000 === 0 && to % 60_000 === 0 ? clock() : { ...clock(), second: '2-digit' as const };
  const [begin, end] = [formatter(timeZone, exact).format(from), formatter(timeZone, exact).format(to)];
  if (first === last) return say.format.spanOfDay(first, begin, end);
  return say.format.span(say.format.moment(first, begin), say.format.moment(weekday(to, timeZone), end));
}

/** `950`, `12.3k`, `1.2M`. */
export function tokenText(tokens: number): string {
  if (tokens < 1000) return numberText(tokens);
  if (tokens < 999_950) return say.format.thousands(numberText(tokens / 1000, 1));
  return say.format.millions(numberText(tokens / 1_000_000, 1));
}

/** The same in a column: always one decimal, so that `5.0k` and `18.5k` compare by eye. */
export function columnTokens(tokens: number): string {
  if (tokens < 1000) return numberText(tokens);
  if (tokens < 999_950) return say.format.thousands(fixedText(tokens / 1000, 1));
  return say.format.millions(fixedText(tokens / 1_000_000, 1));
}

/** `0.4 ms`, `12 ms`, and from a tenth of a second on `0.9 s`, `5.0 s`: a column of them can be compared. */
export function durationText(milliseconds: number): string {
  if (milliseconds >= 99.5) return say.format.seconds(fixedText(milliseconds / 1000, 1));
  return say.format.milliseconds(numberText(milliseconds, milliseconds < 10 ? 1 : 0));
}

/** `Sat 21 Nov`. Whether a comma follows the weekday depends on the ICU of the host, so it is taken out. */
function weekday(at: number, timeZone: string): string {
  return formatter(timeZone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at).replace(',', '');
}

/** The same for all moments of a local day. */
export function dayOf(at: number, timeZone: string): string {
  return formatter(timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** Seconds since midnight on the clock of that place, whatever the person's region makes of it. */
export function secondOfDay(at: number, timeZone: string): number {
  const key = `seconds ${timeZone}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  formatters.set(key, made);
  const [hour = 0, minute = 0, second = 0] = made.format(at).split(':').map(Number);
  return (hour * 60 + minute) * 60 + second;
}
