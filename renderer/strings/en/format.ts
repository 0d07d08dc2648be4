import { numberText } from '../../state/time-and-money/number-text.ts';
import { count } from './count.ts';

/** Words around numbers and times, wherever they are shown. */
export const format = {
  justNow: 'just now',
  minutesAgo: (minutes: number) => `${numberText(minutes)} min ago`,
  hoursAgo: (hours: number) => `${numberText(hours)} h ago`,
  daysAgo: (days: number) => `${count(days, 'day')} ago`,
  resetsAt: (clock: string) => `resets at ${clock}`,
  resetsOn: (day: string) => `resets ${day}`,
  moment: (day: string, clock: string) => `${day}, ${clock}`,
  /** From one day, or one moment, to another. */
  span: (from: string, to: string) => `${from} to ${to}`,
  spanOfDay: (day: string, from: string, to: string) => `${day}, ${from} to ${to}`,
  thousands: (amount: string) => `${amount}k`,
  millions: (amount: string) => `${amount}M`,
  seconds: (amount: string) => `${amount} s`,
  milliseconds: (amount: string) => `${amount} ms`,
};
