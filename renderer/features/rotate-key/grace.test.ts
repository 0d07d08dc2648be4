import { expect, test } from 'vitest';
import { graceMs, rotatedSentence } from './grace.ts';

const NOON = Date.parse('2026-11-21T12:00:00+01:00');

test('says what becomes of the old secret', () => {
  expect(rotatedSentence(NOON + graceMs('hour'), NOON, 'Europe/Berlin')).toBe(
    'Same caps, same spend, new secret. The old secret works until 13:00.',
  );
  expect(rotatedSentence(NOON + graceMs('day'), NOON, 'Europe/Berlin')).toContain('works until Sun 22 Nov, 12:00.');
  expect(rotatedSentence(NOON + graceMs('now'), NOON, 'Europe/Berlin')).toContain(
    'The old secret has stopped working.',
  );
});
