import { expect, it } from 'vitest';
import { findPrice } from '../domain/price/price.ts';
import type { ModelPrice } from '../domain/price/price.ts';
import { NO_USAGE } from '../domain/usage.ts';
import { deepseek } from './kinds/deepseek.ts';

const PEAK = 1_000 * 1_320 + 10 * 3_960;
const OFF_PEAK = PEAK / 2;

function priceAt(at: string): ModelPrice | undefined {
  return findPrice({ source: deepseek.prices, model: 'deepseek-v4-pro', at: Date.parse(at), overrides: [] });
}

it.each([
  ['a Friday', '2026-11-20', [PEAK, OFF_PEAK, PEAK, OFF_PEAK]],
  ['a Saturday', '2026-11-21', [OFF_PEAK, OFF_PEAK, OFF_PEAK, OFF_PEAK]],
  ['a Sunday', '2026-11-22', [OFF_PEAK, OFF_PEAK, OFF_PEAK, OFF_PEAK]],
  ['a Monday', '2026-11-23', [PEAK, OFF_PEAK, PEAK, OFF_PEAK]],
  ['a weekend before there were any', '2026-08-22', [PEAK, OFF_PEAK, PEAK, OFF_PEAK]],
  ['the first weekend', '2026-08-23', [OFF_PEAK, OFF_PEAK, OFF_PEAK, OFF_PEAK]],
])('the hours of %s', (_day, date, bills) => {
  const hours = ['01:00', '04:00', '09:59', '10:00'];
  expect(
    hours.map((hour) => priceAt(`${date}T${hour}:00Z`)?.costOf({ ...NO_USAGE, input: 1_000, output: 10 })),
  ).toEqual(bills);
});

it('what begins before a peak may end within it, and is held at that', () => {
  const held = (at: string) => priceAt(at)?.worstCost({ input: 1_000, output: 10, cacheWrites: 'none' });
  expect([held('2026-11-20T05:30:00Z'), held('2026-11-21T05:30:00Z'), held('2026-11-23T00:30:00Z')]).toEqual([
    PEAK,
    OFF_PEAK,
    PEAK,
  ]);
});
