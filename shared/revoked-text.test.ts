import { expect, test } from 'vitest';
import { durationText, revokedText } from './revoked-text.ts';

test('the result is counted and measured', () => {
  expect(revokedText({ revoked: 3, cutRequests: 2, cutMs: 1.4321 })).toBe(
    'Revoked 3 sub-keys, cut 2 running requests in 1.4 ms.',
  );
  expect(revokedText({ revoked: 1, cutRequests: 1, cutMs: 2 })).toBe(
    'Revoked 1 sub-key, cut 1 running request in 2 ms.',
  );
  expect(revokedText({ revoked: 2, cutRequests: 0, cutMs: 0 })).toBe('Revoked 2 sub-keys. No request was running.');
});

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
