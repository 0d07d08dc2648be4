import { expect, test } from 'vitest';
import { localText, readLocal, startOfDay, startOfMonth } from './zoned.ts';

const BERLIN = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);

test('a moment is written as clocks there show it', () => {
  expect(localText(at('2026-10-31T23:00:05Z'), BERLIN)).toBe('2026-11-01 00:00:05');
  expect(localText(at('2026-07-01T12:00:00Z'), 'Asia/Kolkata')).toBe('2026-07-01 17:30:00');
});

test('days and months begin at their own midnight, whatever the clocks do', () => {
  expect(startOfDay(at('2026-11-19T14:32:00Z'), BERLIN)).toBe(at('2026-11-18T23:00:00Z'));
  expect(startOfDay(at('2026-10-25T20:00:00Z'), BERLIN)).toBe(at('2026-10-24T22:00:00Z'));
  expect(startOfDay(at('2026-10-25T20:00:00Z'), BERLIN, 1)).toBe(at('2026-10-25T23:00:00Z'));
  expect(startOfDay(at('2026-11-01T02:00:00Z'), 'UTC', -1)).toBe(at('2026-10-31T00:00:00Z'));
  expect(startOfMonth(at('2026-01-15T00:00:00Z'), BERLIN, -1)).toBe(at('2025-11-30T23:00:00Z'));
});

test('what a field holds is read as local time', () => {
  expect(readLocal('2026-11-19T14:32', BERLIN)).toBe(at('2026-11-19T13:32:00Z'));
  expect(readLocal('2026-07-19', BERLIN)).toBe(at('2026-07-18T22:00:00Z'));
  for (const nothing of ['', '19.11.2026', '2026-11-19T14:32:05Z']) expect(readLocal(nothing, BERLIN)).toBeUndefined();
});
