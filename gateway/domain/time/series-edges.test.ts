import { expect, test } from 'vitest';
import { SERIES_RANGES } from '../../../shared/contract/usage-views.ts';
import { seriesEdges } from './series-edges.ts';
import { createWindowCalendar } from './windows.ts';

const HOUR_MS = 3_600_000;
const berlin = createWindowCalendar('Europe/Berlin');
/** Monday evening; the clock went back on Sunday 25 October. */
const NOW = Date.parse('2026-10-26T18:20:00+01:00');

test('every range ends after now, grows, and meets the period before', () => {
  for (const range of SERIES_RANGES) {
    const { edges, previous } = seriesEdges(range, NOW, berlin);
    const widths = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
    expect(widths.every((width) => width > 0)).toBe(true);
    expect(edges.at(-1)).toBeGreaterThan(NOW);
    expect(edges.at(-2)).toBeLessThanOrEqual(NOW);
    expect(previous.at(-1)).toBe(edges[0]);
    expect(previous).toHaveLength(edges.length);
  }
});

test('a week is seven local days, one of them 25 hours long', () => {
  const { edges } = seriesEdges('week', NOW, berlin);
  expect(edges.slice(0, 7).map((edge) => berlin.dayOf(edge))).toEqual([
    '2026-10-20',
    '2026-10-21',
    '2026-10-22',
    '2026-10-23',
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
  ]);
  expect(edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / HOUR_MS)).toEqual([
    24, 24, 24, 24, 24, 25, 24,
  ]);
});

test('a year is 53 weeks from Monday', () => {
  const { edges } = seriesEdges('year', NOW, berlin);
  expect(edges).toHaveLength(54);
  expect(edges.every((edge) => new Date(edge + 12 * HOUR_MS).getUTCDay() === 1)).toBe(true);
});

test('the half hours of a day are cut from local midnight, where a zone is off by a quarter too', () => {
  const kathmandu = createWindowCalendar('Asia/Kathmandu');
  const { edges } = seriesEdges('day', NOW, kathmandu);
  expect(edges.some((edge) => edge === kathmandu.spanAt('day', NOW).start)).toBe(true);
});
