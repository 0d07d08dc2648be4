import { expect, test } from 'vitest';
import { NO_LIMITS, readLimits } from './read-limits.ts';

const NOON = new Date(2026, 10, 21, 12).getTime();

test('no limits are no policy', () => {
  expect(readLimits(NO_LIMITS, NOON)).toEqual({ policy: {} });
  expect(readLimits({ ...NO_LIMITS, models: ' , ' }, NOON)).toEqual({ policy: {} });
});

test('models are globs with commas between them', () => {
  expect(readLimits({ ...NO_LIMITS, models: 'claude-*, gpt-5*,' }, NOON)).toEqual({
    policy: { models: { allow: ['claude-*', 'gpt-5*'] } },
  });
  expect(readLimits({ ...NO_LIMITS, models: 'x'.repeat(201) }, NOON)).toHaveProperty('problem');
});

test('expiry is so long from now, or the end of a day', () => {
  expect(readLimits({ ...NO_LIMITS, expiry: '8h' }, NOON)).toEqual({ policy: { expiresAt: NOON + 8 * 3_600_000 } });
  expect(readLimits({ ...NO_LIMITS, expiry: 'date', lastDay: '2026-11-30' }, NOON)).toEqual({
    policy: { expiresAt: new Date(2026, 11, 1).getTime() },
  });
  expect(readLimits({ ...NO_LIMITS, expiry: 'date', lastDay: '2026-11-21' }, NOON)).toEqual({
    policy: { expiresAt: new Date(2026, 10, 22).getTime() },
  });
});

test.each(['', '2026-11', 'soon-or-later', '2026-11-20'])('%s is no last day', (lastDay) => {
  expect(readLimits({ ...NO_LIMITS, expiry: 'date', lastDay }, NOON)).toHaveProperty('problem');
});
