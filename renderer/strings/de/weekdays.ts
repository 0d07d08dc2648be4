import type { Weekday } from '../../../shared/policy.ts';

/** As short as they are in a list. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Mo',
  tue: 'Di',
  wed: 'Mi',
  thu: 'Do',
  fri: 'Fr',
  sat: 'Sa',
  sun: 'So',
};
