import { expect, test } from 'vitest';
import { aState } from '../../state/testing.ts';
import { periodsViewSchema } from '../../../shared/contract/usage-views.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { paceText } from './pace-text.ts';

const NOW = Date.parse('2026-11-21T15:10:00+01:00');
const pace = { points: [{ at: NOW - 60_000, group: 'agt_aaaaaaaaaaa0', nanodollars: nanodollarsOf(500_000_000) }] };
const key = (amount: number, spent = 0): object => ({
  caps: [
    {
      window: 'day',
      rolling: false,
      amount: amount * 1e9,
      raisedBy: 0,
      spent: spent * 1e9,
      reserved: 0,
      resetsAt: Date.parse('2026-11-22T00:00:00+01:00'),
    },
  ],
});
const saved = periodsViewSchema.parse({ periods: [], cacheSavedToday: 400_000_000 });

test('says the pace, and the clock time at which a cap is reached', () => {
  expect(paceText(aState({ keys: [key(3)] }), pace, saved, NOW)).toEqual({
    speed: '$2.00 an hour.',
    outlook: 'At this pace Agent 0 reaches $3.00 today at 16:40.',
    saved: 'Prompt caches saved $0.40 today.',
  });
});

test('a cap that is nearly used up says what is left of it, not a moment that moves on', () => {
  const outlook = (...keys: readonly object[]): string => paceText(aState({ keys }), pace, undefined, NOW).outlook;
  expect(outlook(key(0.5, 0.498))).toBe('Agent 0 has $0.002 left of $0.50 today.');
  expect(outlook(key(0.5, 0.5))).toBe('Agent 0 has nothing left of $0.50 today.');
  expect(outlook(key(3), key(3))).toBe('At this pace a cap of Agent 0 may be reached before it resets.');
});

test('says so when no cap is reached, and when nobody spends', () => {
  expect(paceText(aState({ keys: [key(300)] }), pace, undefined, NOW)).toMatchObject({
    outlook: 'At this pace no cap is reached before it resets.',
    saved: '',
  });
  expect(paceText(aState(), { points: [] }, undefined, NOW).outlook).toBe('Nobody spent in the last 15 minutes.');
});
