import { formatter } from './format.ts';

/** `2026-11-01T00:00:00+01:00`: a moment on the person's own clock, as spreadsheets and scripts read it. */
export function isoTime(at: number, timeZone: string): string {
  const parts = new Map<string, string>(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: string): string => parts.get(type) ?? '';
  const local = `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`;
  const minutes = Math.round((Date.parse(`${local}Z`) - Math.floor(at / 1000) * 1000) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `2026-11-01`: the day of a moment on the person's own calendar. */
export function isoDay(at: number, timeZone: string): string {
  return isoTime(at, timeZone).slice(0, 10);
}

/** `1 Nov`, `1 Nov 2025`: a day of the calendar, YYYY-MM-DD, as the person writes it; with the year when it is another. */
export function dayText(day: string, year: string): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  return formatter('UTC', day.startsWith(year) ? options : { ...options, year: 'numeric' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );
}
