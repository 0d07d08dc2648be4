import { expect, it } from 'vitest';
import { forecastMonth } from './forecast.ts';

const steady = (days: number, amount = 10): readonly number[] => Array.from({ length: days }, () => amount);

it('says nothing before there is a week to go by', () => {
  expect(forecastMonth({ spent: 60, today: 0, past: steady(6), daysLeft: 10 })).toBeUndefined();
  expect(forecastMonth({ spent: 70, today: 0, past: steady(7), daysLeft: 10 })).toEqual({
    expected: 180,
    low: 180,
    high: 180,
    days: 7,
  });
});

it('what is spent today is no reason to expect it twice', () => {
  const of = (today: number): number | undefined =>
    forecastMonth({ spent: 100 + today, today, past: steady(10), daysLeft: 2 })?.expected;
  expect([of(0), of(4), of(10), of(25)]).toEqual([130, 130, 130, 145]);
});

it('knows a weekend from a working day, once it has seen three', () => {
  // Ends on a Sunday: today is a Monday, and six days are left up to the next Sunday.
  const weeks = Array.from({ length: 4 }, () => [10, 10, 10, 10, 10, 0, 0]).flat();
  expect(forecastMonth({ spent: 0, today: 0, past: weeks, daysLeft: 6 })?.expected).toBe(50);
  expect(forecastMonth({ spent: 0, today: 0, past: weeks.slice(-14), daysLeft: 6 })?.expected).toBe(50);
  expect(forecastMonth({ spent: 0, today: 0, past: weeks, daysLeft: 1 })?.expected).toBe(20);
});

it('is never below what is spent', () => {
  const wild = [0, 0, 0, 0, 0, 0, 100];
  const forecast = forecastMonth({ spent: 100, today: 0, past: wild, daysLeft: 0 });
  expect(forecast?.low).toBeGreaterThanOrEqual(100);
});

it('months end in the band about four times out of five', () => {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  // Amounts as people spend: mostly little, now and then much, less on weekends.
  const day = (index: number): number => Math.round(-Math.log(1 - random()) * (index % 7 >= 5 ? 300 : 1_000));
  let within = 0;
  const months = 400;
  for (let month = 0; month < months; month += 1) {
    const past = Array.from({ length: 42 }, (_, index) => day(index));
    const ahead = Array.from({ length: 15 }, (_, index) => day(42 + index));
    const forecast = forecastMonth({ spent: 5_000, today: 0, past, daysLeft: 14 });
    const end = 5_000 + ahead.reduce((sum, amount) => sum + amount, 0);
    if (forecast && end >= forecast.low && end <= forecast.high) within += 1;
  }
  expect(within / months).toBeGreaterThan(0.72);
  expect(within / months).toBeLessThan(0.9);
});
