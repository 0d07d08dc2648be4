import { describe, expect, it } from 'vitest';
import { createClockWatch, dateBy, isAhead } from './clock-back.ts';

const NOON = Date.parse('2026-11-21T12:00:30Z');
const MINUTE = 60_000;

describe('a clock watch', () => {
  it('believes a clock that goes back by a minute or more, all at once or in steps, and from there on', () => {
    const watch = createClockWatch(NOON);
    const read = [5, 4.5, 4, 4].map((minutes) => NOON + minutes * MINUTE);
    expect(read.map(watch.see)).toEqual([false, false, true, false]);
    expect(watch.latest()).toBe(NOON + 4 * MINUTE);
  });

  it('takes no notice of seconds', () => {
    const watch = createClockWatch(NOON);
    expect(watch.see(NOON - MINUTE + 1)).toBe(false);
    expect(watch.latest()).toBe(NOON);
  });

  it('does not believe a clock that shows a day before Purser was made: a battery was empty', () => {
    const watch = createClockWatch(NOON);
    expect([0, Date.parse('2020-01-01'), Date.parse('2025-12-31')].map(watch.see)).toEqual([false, false, false]);
    expect(watch.latest()).toBe(NOON);
    expect([isAhead(NOON, 0), isAhead(NOON, NOON - MINUTE)]).toEqual([false, true]);
  });
});

it('dates nothing in a later minute', () => {
  const dates = [-1, 0, 29_999, 30_000, MINUTE].map((byMs) => dateBy(NOON + byMs, NOON) - NOON);
  expect(dates).toEqual([-1, 0, 29_999, 0, 0]);
});
