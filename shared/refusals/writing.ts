import { formatUsd, formatUsdSo } from '../money.ts';
import type { Nanodollars } from '../money.ts';

/** How amounts and moments stand in a sentence: a person's own way on a page, one way for all in what a tool gets. */
export interface Writing {
  usd(amount: Nanodollars): string;
  /** Amounts with as many digits as it takes to see what the sentence says: `formatUsdSo`. */
  usdSo(shows: (see: (amount: Nanodollars) => Nanodollars) => boolean): (amount: Nanodollars) => string;
  number(value: number): string;
  /** `14:05` */
  clock(at: number): string;
  /** Such a time of day as a policy has it, in no time zone: `09:00`. */
  timeOfDay(time: string): string;
  /** `Monday 23 November` */
  weekday(at: number): string;
  /** `23 November 2026` */
  day(at: number): string;
}

/** As tools and the record have it: the same for everybody but for the time zone. */
export function plainWriting(timeZone: string): Writing {
  const write = (options: Intl.DateTimeFormatOptions, at: number): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(at);
  return {
    usd: formatUsd,
    usdSo: formatUsdSo,
    number: String,
    clock: (at) => write({ hour: '2-digit', minute: '2-digit' }, at),
    timeOfDay: (time) => time,
    weekday: (at) => write({ weekday: 'long', day: 'numeric', month: 'long' }, at),
    day: (at) => write({ dateStyle: 'long' }, at),
  };
}
