const DAY_MS = 86_400_000;

/** One day of the person's calendar. */
export interface LocalDay {
  /** `2026-11-21` */
  readonly date: string;
  /** Its midnight. On a day on which clocks change, an hour beside it may do: the work is made up. */
  readonly start: number;
  readonly isWeekend: boolean;
  readonly daysAgo: number;
}

/** The days up to the one of `now`, the oldest first. */
export function localDays(count: number, now: number, timeZone: string): readonly LocalDay[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const partsAt = (at: number): Readonly<Record<string, string>> =>
    Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const days: LocalDay[] = [];
  let at = now;
  for (let daysAgo = 0; daysAgo < count; daysAgo += 1) {
    const { year, month, day, weekday = '', hour, minute, second } = partsAt(at);
    const intoDay = (Number(hour) * 3_600 + Number(minute) * 60 + Number(second)) * 1_000 + (at % 1_000);
    const start = at - intoDay;
    days.push({ date: `${year}-${month}-${day}`, start, isWeekend: weekday.startsWith('S'), daysAgo });
    // The noon before: a day of 23 or of 25 hours is not left out, nor counted twice.
    at = start - DAY_MS / 2;
  }
  return days.toReversed();
}
