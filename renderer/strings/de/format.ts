import { numberText } from '../../state/time-and-money/number-text.ts';
import type { Strings } from '../say.ts';
import { count } from './count.ts';

/**
 * Words around numbers and times, wherever they are shown. None ends in a full stop: a sentence may end behind it.
 */
export const format: Strings['format'] = {
  justNow: 'gerade eben',
  minutesAgo: (minutes) => `vor ${numberText(minutes)} min`,
  hoursAgo: (hours) => `vor ${numberText(hours)} h`,
  daysAgo: (days) => `vor ${count(days, 'Tag', 'Tagen')}`,
  resetsAt: (clock) => `wird um ${clock} zurückgesetzt`,
  resetsOn: (day) => `wird am ${day} zurückgesetzt`,
  moment: (day, clock) => `${day}, ${clock}`,
  /** From one day, or one moment, to another. */
  span: (from, to) => `${from} bis ${to}`,
  spanOfDay: (day, from, to) => `${day}, ${from} bis ${to}`,
  thousands: (amount) => `${amount}k`,
  millions: (amount) => `${amount}M`,
  seconds: (amount) => `${amount} s`,
  milliseconds: (amount) => `${amount} ms`,
};
