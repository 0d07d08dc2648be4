import { expect, test } from 'vitest';
import { strike } from './strikes.ts';

const rule = { limit: 3, windowMs: 60_000 };

test('the third crash within a minute is out', () => {
  const first = strike([], 0, rule);
  const second = strike(first.strikes, 30_000, rule);
  const third = strike(second.strikes, 59_999, rule);
  expect([first.out, second.out, third.out]).toEqual([false, false, true]);
});

test('a crash leaves the window after a minute', () => {
  const result = strike([0, 30_000], 60_000, rule);
  expect(result).toEqual({ strikes: [30_000, 60_000], out: false });
});
