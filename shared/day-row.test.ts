import { expect, test } from 'vitest';
import { tellDays } from './day-row.ts';

test('three days that follow each other are a row; others are told one by one, from Monday on', () => {
  expect(tellDays(['wed', 'mon', 'tue', 'mon'])).toEqual({ first: 'mon', last: 'wed' });
  expect(tellDays(['sun', 'mon'])).toEqual({ days: ['mon', 'sun'] });
  expect(tellDays(['mon', 'tue', 'fri'])).toEqual({ days: ['mon', 'tue', 'fri'] });
  expect(tellDays([])).toEqual({ days: [] });
});
