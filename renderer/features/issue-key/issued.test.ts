import { expect, test } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import { issuedSentence } from './issued.ts';

const NOON = Date.parse('2026-11-21T12:00:00+01:00');
const caps = ['5/day', '20/total'].flatMap((text) => parseCap(text) ?? []);

test('says what a new sub-key may do', () => {
  expect(issuedSentence(caps, {}, NOON, 'Europe/Berlin')).toBe('Capped at $5.00 a day and $20.00 in total.');
  const policy = { models: { allow: ['claude-*'] }, expiresAt: NOON + 8 * 3_600_000 };
  expect(issuedSentence(caps, policy, NOON, 'Europe/Berlin')).toBe(
    'Capped at $5.00 a day and $20.00 in total, only claude-*. Works until 20:00.',
  );
});
