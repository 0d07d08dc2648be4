import { expect, test } from 'vitest';
import type { SeriesRange } from '../../../shared/contract/usage-views.ts';
import { ZERO } from '../../../shared/money.ts';
import { timeAxis } from './axis.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SATURDAY = Date.parse('2026-11-21T00:00:00+01:00');

/** The labels under so many buckets. */
function labels(from: number, width: number, count: number, range?: SeriesRange): readonly string[] {
  const rows = Array.from({ length: count }, (_, index) => ({
    at: from + index * width,
    end: from + (index + 1) * width,
    total: ZERO,
    byGroup: {},
    before: ZERO,
  }));
  const { ticks, labelOf } = timeAxis(rows, range, 'Europe/Berlin');
  return ticks.map(labelOf);
}

test('of a range: round moments on the person’s own clock', () => {
  expect(labels(SATURDAY + 11 * HOUR + 55 * MINUTE, MINUTE, 60, 'hour')).toEqual([
    '12:00',
    '12:10',
    '12:20',
    '12:30',
    '12:40',
    '12:50',
  ]);
  expect(labels(SATURDAY + HOUR, HOUR / 2, 48, 'day')).toEqual([
    '03:00',
    '06:00',
    '09:00',
    '12:00',
    '15:00',
    '18:00',
    '21:00',
    '00:00',
  ]);
});

test('of a range: every day of a week, every month of a year', () => {
  expect(labels(SATURDAY, DAY, 7, 'week')).toEqual([
    'Sat 21',
    'Sun 22',
    'Mon 23',
    'Tue 24',
    'Wed 25',
    'Thu 26',
    'Fri 27',
  ]);
  expect(labels(SATURDAY, DAY, 30, 'month').slice(0, 2)).toEqual(['21 Nov', '22 Nov']);
  expect(labels(Date.parse('2026-10-05T00:00:00+02:00'), 7 * DAY, 15, 'year')).toEqual(['Nov 2026', 'Dec', 'Jan 2027']);
});

test('of a stretch: as fine as it is long, the first bucket too when it is round', () => {
  expect(labels(SATURDAY + 10 * HOUR, 1_000, 40)).toEqual([
    '10:00:00',
    '10:00:05',
    '10:00:10',
    '10:00:15',
    '10:00:20',
    '10:00:25',
    '10:00:30',
    '10:00:35',
  ]);
  expect(labels(SATURDAY + 10 * HOUR, 5 * MINUTE, 48)).toEqual([
    '10:00',
    '10:30',
    '11:00',
    '11:30',
    '12:00',
    '12:30',
    '13:00',
    '13:30',
  ]);
  expect(labels(SATURDAY + 10 * HOUR, HOUR, 72)).toEqual(['Sun 22', 'Mon 23', 'Tue 24']);
  expect(labels(SATURDAY, 6 * HOUR, 40).slice(0, 2)).toEqual(['21 Nov', '22 Nov']);
  expect(labels(SATURDAY, 7 * DAY, 30)).toEqual(['Dec 2026', 'Jan 2027', 'Feb', 'Mar', 'Apr', 'May', 'Jun']);
  expect(labels(SATURDAY, 30 * DAY, 40)).toEqual(['2027', '2028', '2029', '2030']);
});

test('of nothing: nothing', () => {
  expect(labels(SATURDAY, HOUR, 0)).toEqual([]);
});
