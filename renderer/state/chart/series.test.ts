import { describe, expect, test } from 'vitest';
import { seriesViewSchema } from '../../../shared/contract/usage-views.ts';
import { addToSeries, chartRows, groupTotals, moneyTicks, rowsOfGroup } from './series.ts';
import { aRequest } from '../testing.ts';

const MINUTE = 60_000;
const FROM = 1_763_700_000_000;
const AGENT = 'agt_aaaaaaaaaaa0';
const series = seriesViewSchema.parse({
  by: 'agent',
  zoomed: false,
  edges: [FROM, FROM + MINUTE, FROM + 2 * MINUTE, FROM + 3 * MINUTE],
  points: [{ at: FROM + MINUTE, group: AGENT, nanodollars: 30_000_000 }],
  cacheSaved: 0,
  previous: { buckets: [7, 8, 9], total: 24, soFar: 20 },
});

const projectOf = (): string => '/home/me/shop';

describe('addToSeries', () => {
  test('adds to the bucket the request began in', () => {
    const rows = chartRows(addToSeries(series, [aRequest(1, FROM + 2 * MINUTE - 1)], projectOf), FROM);
    expect(rows.map((row) => row.total)).toEqual([0, 40_000_000, 0]);
  });

  test('opens a bucket that had nothing, and one for another agent', () => {
    const later = addToSeries(series, [aRequest(1, FROM), aRequest(2, FROM + MINUTE, 'agt_bbbbbbbbbbbb')], projectOf);
    const rows = chartRows(later, FROM);
    expect(rows.map((row) => row.total)).toEqual([10_000_000, 40_000_000, 0]);
    expect(groupTotals(rows)).toEqual([
      [AGENT, 40_000_000],
      ['agt_bbbbbbbbbbbb', 10_000_000],
    ]);
  });

  test('leaves out what began before the range', () => {
    expect(addToSeries(series, [aRequest(1, FROM - 1)], projectOf).points).toEqual(series.points);
  });

  test('leaves the series it was given as it was', () => {
    addToSeries(series, [aRequest(1, FROM + MINUTE)], projectOf);
    expect(series.points).toHaveLength(1);
  });
});

describe('a stretch that was zoomed into', () => {
  const zoomed = { ...series, zoomed: true };

  test('stays where it is when time goes on', () => {
    expect(chartRows(zoomed, FROM + 60 * MINUTE)).toEqual(chartRows(series, FROM));
  });

  test('gets what began inside it, and nothing else', () => {
    const later = addToSeries(
      zoomed,
      [aRequest(1, FROM + 3 * MINUTE - 1), aRequest(2, FROM + 3 * MINUTE), aRequest(3, FROM - 1)],
      projectOf,
    );
    expect(chartRows(later, FROM).map((row) => row.total)).toEqual([0, 30_000_000, 10_000_000]);
  });
});

describe('chartRows', () => {
  test('draws empty buckets too', () => {
    expect(chartRows(series, FROM).map((row) => row.at)).toEqual([FROM, FROM + MINUTE, FROM + 2 * MINUTE]);
  });

  test('slides along with the clock and keeps its width', () => {
    const rows = chartRows(series, FROM + 3.5 * MINUTE);
    expect(rows.map((row) => row.at)).toEqual([FROM + MINUTE, FROM + 2 * MINUTE, FROM + 3 * MINUTE]);
    expect(rows[0]?.total).toBe(30_000_000);
  });

  test('drops what has slid out', () => {
    expect(chartRows(series, FROM + 60 * MINUTE).every((row) => row.total === 0)).toBe(true);
  });
});

test('rowsOfGroup keeps the buckets and one group', () => {
  const both = chartRows(addToSeries(series, [aRequest(1, FROM + MINUTE, 'agt_bbbbbbbbbbbb')], projectOf), FROM);
  expect(rowsOfGroup(both, 'agt_bbbbbbbbbbbb').map((row) => row.total)).toEqual([0, 10_000_000, 0]);
});

test('a stack can be of models or providers', () => {
  const byModel = addToSeries({ ...series, by: 'model', points: [] }, [aRequest(1, FROM)], projectOf);
  expect(byModel.points).toMatchObject([{ group: 'gpt-5' }]);
  expect(addToSeries({ ...series, by: 'provider', points: [] }, [aRequest(1, FROM)], projectOf).points).toMatchObject([
    { group: 'openai' },
  ]);
  expect(addToSeries({ ...series, by: 'project', points: [] }, [aRequest(1, FROM)], projectOf).points).toMatchObject([
    { group: '/home/me/shop' },
  ]);
  expect(addToSeries({ ...series, by: 'project', points: [] }, [aRequest(1, FROM)], () => null).points).toMatchObject([
    { group: '' },
  ]);
});

test('each bucket stands beside the one as far into the period before', () => {
  expect(chartRows(series, FROM).map((row) => row.before)).toEqual([7, 8, 9]);
});

describe('moneyTicks', () => {
  const ticksFor = (total: number): readonly number[] => moneyTicks(total);

  test('are round and reach past the highest bar', () => {
    expect(ticksFor(1_350_000_000)).toEqual([0, 500_000_000, 1_000_000_000, 1_500_000_000]);
    expect(ticksFor(2_000_000_000)).toEqual([0, 500_000_000, 1_000_000_000, 1_500_000_000, 2_000_000_000]);
  });

  test.each([1, 3, 999, 680_000, 41_000_000, 7_300_000_000_000])(
    '%d nano-dollars fit under at most five ticks',
    (total) => {
      const ticks = ticksFor(total);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(total);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.length).toBeGreaterThan(1);
    },
  );

  test('nothing spent gives an axis up to one dollar', () => {
    expect(ticksFor(0).at(-1)).toBe(1_000_000_000);
  });
});
