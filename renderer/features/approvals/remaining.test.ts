import { expect, test } from 'vitest';
import { remainingText } from './remaining.ts';

test.each([
  [120_000, '2:00 left'],
  [61_500, '1:02 left'],
  [900, '0:01 left'],
  [0, 'no time left'],
  [-5_000, 'no time left'],
])('%d milliseconds are %s', (left, text) => {
  expect(remainingText(1_000_000 + left, 1_000_000)).toBe(text);
});
