import { describe, expect, test } from 'vitest';
import {
  agoText,
  bucketLabel,
  durationText,
  momentText,
  requestTime,
  resetText,
  spanText,
  columnTokens,
  tokenText,
} from './format.ts';

const BERLIN = 'Europe/Berlin';
const at = (iso: string): number => Date.parse(iso);
const NOON = at('2026-11-21T12:05:09+01:00');

describe('times are in the zone of the gateway', () => {
  test('a request of today has seconds, an older one its day', () => {
    expect(requestTime(NOON, NOON + 1000, BERLIN)).toBe('12:05:09');
    expect(requestTime(NOON - 86_400_000, NOON, BERLIN)).toBe('20 Nov, 12:05');
  });

  test('a reset within a day has its hour', () => {
    expect(resetText(at('2026-11-22T00:00:00+01:00'), NOON, BERLIN)).toBe('resets at 00:00');
    expect(resetText(at('2026-12-01T00:00:00+01:00'), NOON, BERLIN)).toBe('resets Tue 1 Dec');
  });

  test('a moment has its day when that is not today, and its year when it is far away', () => {
    expect(momentText(at('2026-11-21T23:05:00+01:00'), NOON, BERLIN)).toBe('23:05');
    expect(momentText(at('2026-11-22T12:05:00+01:00'), NOON, BERLIN)).toBe('Sun 22 Nov, 12:05');
    expect(momentText(at('2027-12-22T12:05:00+01:00'), NOON, BERLIN)).toBe('22 Dec 2027');
  });

  test('a bucket says from when to when', () => {
    const noon = at('2026-11-21T12:00:00+01:00');
    const midnight = at('2026-11-21T00:00:00+01:00');
    expect(bucketLabel(noon, noon + 1_800_000, BERLIN)).toBe('Sat 21 Nov, 12:00 to 12:30');
    expect(bucketLabel(noon, noon + 15_000, BERLIN)).toBe('Sat 21 Nov, 12:00:00 to 12:00:15');
    expect(bucketLabel(midnight, midnight + 86_400_000, BERLIN)).toBe('Sat 21 Nov');
    expect(bucketLabel(midnight, midnight + 7 * 86_400_000, BERLIN)).toBe('Sat 21 Nov to Fri 27 Nov');
  });

  test('a stretch is told by its days, its hours, or both', () => {
    const midnight = at('2026-11-21T00:00:00+01:00');
    expect(spanText(midnight, midnight + 86_400_000, BERLIN)).toBe('Sat 21 Nov');
    expect(spanText(midnight, midnight + 7 * 86_400_000, BERLIN)).toBe('Sat 21 Nov to Fri 27 Nov');
    expect(spanText(midnight + 36_000_000, midnight + 52_200_000, BERLIN)).toBe('Sat 21 Nov, 10:00 to 14:30');
    expect(spanText(midnight + 36_000_000, midnight + 36_020_000, BERLIN)).toBe('Sat 21 Nov, 10:00:00 to 10:00:20');
    expect(spanText(midnight + 79_200_000, midnight + 93_600_000, BERLIN)).toBe(
      'Sat 21 Nov, 22:00 to Sun 22 Nov, 02:00',
    );
    expect(spanText(midnight + 79_200_000, midnight + 86_400_000, BERLIN)).toBe('Sat 21 Nov, 22:00 to 00:00');
  });
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1k'],
  [12_345, '12.3k'],
  [999_949, '999.9k'],
  [999_950, '1M'],
  [1_234_567, '1.2M'],
])('%d tokens are %s', (tokens, text) => {
  expect(tokenText(tokens)).toBe(text);
});

test('tokens in a column have one decimal, always', () => {
  expect([999, 5_000, 18_500, 999_950].map(columnTokens)).toEqual(['999', '5.0k', '18.5k', '1.0M']);
});

test.each([
  [0.42, '0.4 ms'],
  [3, '3 ms'],
  [12.6, '13 ms'],
  [99.4, '99 ms'],
  [99.7, '0.1 s'],
  [962, '1.0 s'],
  [1234, '1.2 s'],
  [5000, '5.0 s'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});

test.each([
  [-5_000, 'just now'],
  [59_000, 'just now'],
  [180_000, '3 min ago'],
  [47 * 3_600_000, '47 h ago'],
  [49 * 3_600_000, '2 days ago'],
])('%d milliseconds before now is %s', (before, text) => {
  expect(agoText(NOON - before, NOON)).toBe(text);
});
