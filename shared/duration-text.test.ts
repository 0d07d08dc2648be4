import { expect, test } from 'vitest';
import { durationText } from './duration-text.ts';

test.each([
  [0, '0 ms'],
  [1.44, '1.4 ms'],
  [12, '12 ms'],
  [99.94, '99.9 ms'],
  [99.96, '0.1 s'],
  [962, '1.0 s'],
  [5000, '5.0 s'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
