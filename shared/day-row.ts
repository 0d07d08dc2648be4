import { WEEKDAYS } from './policy.ts';
import type { Weekday } from './policy.ts';

/**
 * Days of the week as a sentence tells them: three or more that follow each other as a row, others one by one from
 * Monday on.
 */
export type DayList = { readonly first: Weekday; readonly last: Weekday } | { readonly days: readonly Weekday[] };

/** How to tell `days`: `mon, tue, wed` is a row, `mon, wed` is not. In any order, and a day may come twice. */
export function tellDays(days: readonly Weekday[]): DayList {
  const inOrder = WEEKDAYS.filter((day) => days.includes(day));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined || inOrder.length < 3) return { days: inOrder };
  const isRow = WEEKDAYS.indexOf(last) - WEEKDAYS.indexOf(first) === inOrder.length - 1;
  return isRow ? { first, last } : { days: inOrder };
}
