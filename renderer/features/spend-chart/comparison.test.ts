import { expect, test } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { comparedWith } from './comparison.ts';

test.each([
  [12, 10, '20% more than this time yesterday'],
  [7, 10, '30% less than this time yesterday'],
  [1000, 1001, 'about as much as this time yesterday'],
  [0, 10, '100% less than this time yesterday'],
  [5, 0, undefined],
  [500_000_000_000, 1_000_000_000, '$1.00 by this time yesterday'],
])('%d after %d', (now, before, text) => {
  expect(comparedWith(nanodollarsOf(now), nanodollarsOf(before), 'day')).toBe(text);
});
