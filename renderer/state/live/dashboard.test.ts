import { describe, expect, test } from 'vitest';
import { periodsViewSchema, seriesViewSchema } from '../../../shared/contract/usage-views.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { EMPTY_DASHBOARD, reduceDashboard } from './dashboard.ts';
import type { Dashboard, DashboardEvent } from './dashboard.ts';
import { aRequest, aState } from '../testing.ts';

const FROM = 1_763_700_000_000;
const view = seriesViewSchema.parse({
  by: 'agent',
  zoomed: false,
  cacheSaved: 0,
  edges: [FROM, FROM + 60_000],
  points: [],
  previous: { buckets: [0], total: 0, soFar: 0 },
});
const chart = { range: 'day', by: 'agent', zoom: [] } as const;
const after = (...events: readonly DashboardEvent[]): Dashboard => events.reduce(reduceDashboard, EMPTY_DASHBOARD);

const snapshot: DashboardEvent = {
  type: 'snapshot',
  state: aState(),
  recent: [aRequest(1, FROM + 1), aRequest(2, FROM + 2)],
};

describe('the dashboard', () => {
  test('is live from the snapshot on, newest request first', () => {
    const dashboard = after(snapshot);
    expect(dashboard.link).toBe('live');
    expect(dashboard.recent.map((request) => request.startedAt)).toEqual([FROM + 2, FROM + 1]);
  });

  test('of a browser that is logged out shows nothing that was read before', () => {
    const dashboard = after(snapshot, { type: 'series', chart, view }, { type: 'signed-out', why: 'ended' });
    expect(dashboard).toEqual({ ...EMPTY_DASHBOARD, link: 'signed-out', signedOut: 'ended' });
    expect(reduceDashboard(dashboard, snapshot)).toMatchObject({ link: 'live', signedOut: undefined });
  });

  test('a request reaches the table and the chart', () => {
    const dashboard = after(
      snapshot,
      { type: 'series', chart, view },
      { type: 'requests', requests: [aRequest(3, FROM + 3)] },
    );
    expect(dashboard.recent).toHaveLength(3);
    expect(dashboard.series?.view.points).toMatchObject([{ at: FROM, nanodollars: 10_000_000 }]);
  });

  test('a request told twice is counted once', () => {
    const event: DashboardEvent = { type: 'requests', requests: [aRequest(3, FROM + 3)] };
    const dashboard = after(snapshot, { type: 'series', chart, view }, event, event);
    expect(dashboard.recent).toHaveLength(3);
    expect(dashboard.series?.view.points).toMatchObject([{ nanodollars: 10_000_000 }]);
  });

  test('a request counts in every period it began in', () => {
    const period = { window: 'day', from: FROM, to: FROM + 1_000, spent: 5, requests: 1, previousSoFar: null };
    const periods = periodsViewSchema.parse({
      periods: [period, { ...period, window: 'week', from: FROM + 10 }],
      cacheSavedToday: 0,
    });
    const dashboard = after(
      { type: 'periods', view: periods },
      { type: 'requests', requests: [aRequest(1, FROM + 3)] },
    );
    expect(dashboard.periods?.periods.map(({ spent, requests }) => [spent, requests])).toEqual([
      [10_000_005, 2],
      [5, 1],
    ]);
  });

  test('a corrected request is not spent once more; whoever lists it finds what it costs now', () => {
    const request = { ...aRequest(1, FROM + 1), cost: nanodollarsOf(5), basis: 'corrected' as const };
    const old = { ...aRequest(9, FROM - 1), cost: nanodollarsOf(7), basis: 'corrected' as const };
    const before = after(snapshot, { type: 'series', chart, view });
    const told = [request, old].map((one) => ({ type: 'corrected', request: one }) as const);
    const dashboard = told.reduce(reduceDashboard, before);
    expect(dashboard.recent.map(({ cost }) => cost)).toEqual([10_000_000, 5]);
    expect(dashboard.corrected).toEqual([old, request]);
    expect(dashboard.series).toBe(before.series);
  });

  test('keeps the last numbers while the link is down, and replaces them with the next snapshot', () => {
    const lost = after(snapshot, { type: 'link', link: 'lost' });
    expect(lost.state).toBeDefined();
    expect(lost.recent).toHaveLength(2);
    expect(reduceDashboard(lost, { type: 'snapshot', state: aState(), recent: [] }).recent).toHaveLength(0);
  });

  test('a late answer for a range that was left is ignored', () => {
    expect(
      after({ type: 'chart', chart: { ...chart, range: 'week' } }, { type: 'series', chart, view }).series,
    ).toBeUndefined();
  });

  test('another scene starts with nothing of the first', () => {
    const dashboard = after(
      snapshot,
      { type: 'chart', chart: { ...chart, range: 'hour' } },
      { type: 'scene', scene: 'simulated' },
    );
    expect(dashboard).toEqual({ ...EMPTY_DASHBOARD, chart: { ...chart, range: 'hour' }, scene: 'simulated' });
  });

  test('holds a bounded number of requests', () => {
    const many = Array.from({ length: 250 }, (_, index) => aRequest(index, FROM + index));
    const dashboard = after({ type: 'requests', requests: many });
    expect(dashboard.recent).toHaveLength(200);
    expect(dashboard.recent[0]?.startedAt).toBe(FROM + 249);
  });
});
