import { expect, test } from 'vitest';
import { isSameChart, seriesQuery, spanOf, zoomedIn, zoomedOut } from './zoom.ts';

const chart = { range: 'day', by: 'agent', zoom: [] } as const;
const day = { from: 0, to: 86_400_000 };
const morning = { from: 0, to: 43_200_000 };
const hour = { from: 3_600_000, to: 7_200_000 };

test('goes in step by step and out the same way', () => {
  const twice = zoomedIn(zoomedIn(chart, morning, day), hour, morning);
  expect(seriesQuery(twice)).toEqual({ range: 'day', by: 'agent', span: hour });
  expect(spanOf(zoomedOut(twice))).toEqual(morning);
  expect(seriesQuery(zoomedOut(zoomedOut(twice)))).toEqual({ range: 'day', by: 'agent', span: undefined });
  expect(zoomedOut(chart)).toEqual(chart);
});

test('what is no shorter than what is shown is no zoom', () => {
  expect(zoomedIn(chart, day, day)).toBe(chart);
});

test('two choices are the same when the same is asked for', () => {
  expect(isSameChart(chart, { ...chart, zoom: [] })).toBe(true);
  expect(isSameChart({ ...chart, zoom: [hour] }, { ...chart, zoom: [morning, hour] })).toBe(true);
  expect(isSameChart({ ...chart, zoom: [hour] }, chart)).toBe(false);
  expect(isSameChart(chart, { ...chart, range: 'week' })).toBe(false);
});
