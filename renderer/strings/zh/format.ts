import type { Strings } from '../say.ts';
import { count } from './count.ts';

/** Words around numbers and times, wherever they are shown. */
export const format: Strings['format'] = {
  justNow: '刚刚',
  minutesAgo: (minutes) => count(minutes, '分钟前'),
  hoursAgo: (hours) => count(hours, '小时前'),
  daysAgo: (days) => count(days, '天前'),
  resetsAt: (clock) => `${clock} 重置`,
  resetsOn: (day) => `${day}重置`,
  moment: (day, clock) => `${day} ${clock}`,
  /** From one day, or one moment, to another. */
  span: (from, to) => `${from} 至 ${to}`,
  spanOfDay: (day, from, to) => `${day} ${from} 至 ${to}`,
  thousands: (amount) => `${amount}k`,
  millions: (amount) => `${amount}M`,
  seconds: (amount) => `${amount} 秒`,
  milliseconds: (amount) => `${amount} 毫秒`,
};
