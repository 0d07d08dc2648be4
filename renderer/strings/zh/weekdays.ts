import type { Weekday } from '../../../shared/policy.ts';

/** As short as they are in a list. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: '周一',
  tue: '周二',
  wed: '周三',
  thu: '周四',
  fri: '周五',
  sat: '周六',
  sun: '周日',
};
