import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanEdges } from './span-edges.ts';
import { createWindowCalendar } from './windows.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const QUARTER_MS = HOUR_MS / 4;
const berlin = createWindowCalendar('Europe/Berlin');
const at = (iso: string): number => Date.parse(iso);
const widthsOf = (edges: readonly number[]): readonly number[] =>
  edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));

test.each([
  ['a minute', 60_000, 60, 1_000],
  ['a quarter of an hour', QUARTER_MS, 60, 15_000],
  ['three hours', 3 * HOUR_MS, 90, 120_000],
  ['ten hours', 10 * HOUR_MS, 120, 300_000],
  ['a day', DAY_MS, 96, QUARTER_MS],
  ['a week', 7 * DAY_MS, 84, 2 * HOUR_MS],
])('%s', (_name, length, buckets, width) => {
  const from = at('2026-11-16T00:00:00+01:00');
  const { edges, previous } = spanEdges({ from, to: from + length }, berlin);
  expect(widthsOf(edges)).toEqual(Array.from({ length: buckets }, () => width));
  expect([edges[0], edges.at(-1)]).toEqual([from, from + length]);
  expect([previous[0], previous.at(-1)]).toEqual([from - length, from]);
});

test('grows to whole buckets, and to twenty seconds', () => {
  const { edges } = spanEdges({ from: at('2026-11-16T10:07:00+01:00'), to: at('2026-11-17T10:07:00+01:00') }, berlin);
  expect([edges[0], edges.at(-1)]).toEqual([at('2026-11-16T10:00:00+01:00'), at('2026-11-17T10:15:00+01:00')]);
  const tiny = spanEdges({ from: at('2026-11-16T10:07:00+01:00'), to: at('2026-11-16T10:07:01+01:00') }, berlin);
  expect(widthsOf(tiny.edges)).toEqual(Array.from({ length: 20 }, () => 1_000));
});

test('buckets of hours begin at each midnight, on the day the clock changed too; days are as long as they are', () => {
  const five = spanEdges({ from: at('2026-10-23T00:00:00+02:00'), to: at('2026-10-28T00:00:00+01:00') }, berlin);
  for (const day of ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27']) {
    expect(five.edges).toContain(berlin.spanAt('day', at(`${day}T12:00:00Z`)).start);
  }
  const long = spanEdges({ from: at('2026-09-01T12:00:00+02:00'), to: at('2026-12-01T12:00:00+01:00') }, berlin);
  expect(new Set(widthsOf(long.edges))).toEqual(new Set([24 * HOUR_MS, 25 * HOUR_MS]));
  expect(long.previous.at(-1)).toBe(long.edges[0]);
  expect(
    long.previous
      .map((edge) => berlin.dayOf(edge))
      .every((day, index, days) => index === 0 || day > (days[index - 1] ?? '')),
  ).toBe(true);
});

test(
  'any stretch: between 20 and 140 buckets that grow, hold the stretch, and meet as many before; long ones lie on ' +
    'quarter hours',
  () => {
    const zones = ['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns'].map(
      (timeZone) => createWindowCalendar(timeZone),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: at('2020-01-01'), max: at('2030-01-01') }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (calendar, from, share) => {
          // As many short stretches as long ones: from a second to ten years.
          const length = Math.round(1_000 * (3_650 * 86_400) ** share);
          const { edges, previous } = spanEdges({ from, to: from + length }, calendar);
          expect(edges.length - 1).toBeGreaterThanOrEqual(20);
          expect(edges.length - 1).toBeLessThanOrEqual(142);
          expect(Math.min(...widthsOf(edges), ...widthsOf(previous))).toBeGreaterThan(0);
          expect(edges[0]).toBeLessThanOrEqual(from);
          expect(edges.at(-1)).toBeGreaterThanOrEqual(from + length);
          expect(previous).toHaveLength(edges.length);
          expect(previous.at(-1)).toBe(edges[0]);
          if (length > 10.1 * HOUR_MS)
            expect([...edges, ...previous].every((edge) => edge % QUARTER_MS === 0)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  },
);
