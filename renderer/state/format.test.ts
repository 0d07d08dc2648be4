import { describe, expect, test } from 'vitest';
import { axisLabel, bucketLabel, countText, durationText, isRoundMoment, requestTime, resetText, tokenText } from './format.ts';

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

  test('axis labels fit the range', () => {
    expect(axisLabel(NOON, 'hour', BERLIN)).toBe('12:05');
    expect(axisLabel(NOON, 'week', BERLIN)).toBe('Sat 21');
    expect(axisLabel(NOON, 'month', BERLIN)).toBe('21 Nov');
  });

  test('a bucket says from when to when', () => {
    expect(bucketLabel(at('2026-11-21T12:00:00+01:00'), 1_800_000, BERLIN)).toBe('Sat 21 Nov, 12:00 to 12:30');
    expect(bucketLabel(at('2026-11-21T00:00:00+01:00'), 86_400_000, BERLIN)).toBe('Sat 21 Nov');
  });

  test('round moments are round on the clock of the person', () => {
    const midnightInKolkata = at('2026-11-20T18:30:00Z');
    expect(isRoundMoment(midnightInKolkata, 'week', 'Asia/Kolkata')).toBe(true);
    expect(isRoundMoment(midnightInKolkata, 'week', BERLIN)).toBe(false);
    expect(isRoundMoment(at('2026-11-21T12:10:00Z'), 'hour', BERLIN)).toBe(true);
    expect(isRoundMoment(at('2026-11-21T12:10:00Z'), 'day', BERLIN)).toBe(false);
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

test.each([
  [0.42, '0.4 ms'],
  [3, '3 ms'],
  [12.6, '13 ms'],
  [1234, '1.2 s'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});

test('counts have their plural', () => {
  expect([0, 1, 1204].map((count) => countText(count, 'request'))).toEqual(['0 requests', '1 request', '1,204 requests']);
});
