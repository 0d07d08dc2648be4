/** A moment as a clock and a calendar in a time zone show it. */
interface WallClock {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function wallClock(at: number, timeZone: string): WallClock {
  const format =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  formatters.set(timeZone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

/** The moment, in epoch milliseconds, at which clocks there show this. Days and months may lie outside of their range. */
function momentOf(clock: WallClock, timeZone: string): number {
  const asUtc = utcOf(clock);
  const offsetAt = (at: number): number => utcOf(wallClock(at, timeZone)) - Math.floor(at / 1_000) * 1_000;
  return asUtc - offsetAt(asUtc - offsetAt(asUtc));
}

function utcOf({ year, month, day, hour, minute, second }: WallClock): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** `2026-11-19 14:32:05`: for files, in any language the same. */
export function localText(at: number, timeZone: string): string {
  const { year, month, day, hour, minute, second } = wallClock(at, timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** When the local day of a moment begins, or one so many days away. */
export function startOfDay(at: number, timeZone: string, days = 0): number {
  const { year, month, day } = wallClock(at, timeZone);
  return momentOf({ year, month, day: day + days, hour: 0, minute: 0, second: 0 }, timeZone);
}

/** When the local month of a moment begins, or one so many months away. */
export function startOfMonth(at: number, timeZone: string, months = 0): number {
  const { year, month } = wallClock(at, timeZone);
  return momentOf({ year, month: month + months, day: 1, hour: 0, minute: 0, second: 0 }, timeZone);
}

const TYPED = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/;

/** Reads `2026-11-19` and `2026-11-19T14:32`, as a browser's own fields have them. @returns undefined for anything else */
export function readLocal(text: string, timeZone: string): number | undefined {
  const match = TYPED.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  return momentOf({ year, month, day, hour, minute, second: 0 }, timeZone);
}
