import type { Writing } from '../../../shared/refusals/writing.ts';
import { clockTime, formatter, timeOfDay } from './format.ts';
import { moneyText, moneyTextSo } from './money-text.ts';
import { numberText } from './number-text.ts';

/** How amounts and moments stand in the gateway's sentences on a page: as the person has them everywhere. */
export function writingFor(timeZone: string): Writing {
  return {
    usd: moneyText,
    usdSo: moneyTextSo,
    number: (value) => numberText(value),
    clock: (at) => clockTime(at, timeZone),
    timeOfDay,
    weekday: (at) => formatter(timeZone, { weekday: 'long', day: 'numeric', month: 'long' }).format(at),
    day: (at) => formatter(timeZone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at),
  };
}
