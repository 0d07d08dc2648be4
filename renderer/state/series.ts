import type { RequestView, SeriesView } from '../../shared/contract/views.ts';
import { addMoney, nanodollarsOf, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';

/** One bucket of the chart: its start, and the spend of each agent in it. */
export interface ChartRow {
  readonly at: number;
  readonly total: Nanodollars;
  readonly byAgent: Readonly<Record<string, Nanodollars>>;
}

/** Adds a settled request to the bucket it began in, as the ledger does. Older than the range: no change. */
export function addToSeries(series: SeriesView, request: RequestView): SeriesView {
  if (request.startedAt < series.from) return series;
  const at = series.from + bucketOf(series, request.startedAt) * series.bucketMs;
  const known = series.points.find((point) => point.at === at && point.agentId === request.agentId);
  const merged = { at, agentId: request.agentId, nanodollars: addMoney(known?.nanodollars ?? ZERO, request.cost) };
  return { ...series, points: [...series.points.filter((point) => point !== known), merged] };
}

/**
 * Every bucket of the range, empty ones too, oldest first. When time has moved past the end of the range,
 * the window slides along so that the bucket of `now` is the last one.
 */
export function chartRows(series: SeriesView, now: number): readonly ChartRow[] {
  const count = Math.max(1, Math.ceil((series.to - series.from) / series.bucketMs));
  const newest = Math.max(count - 1, bucketOf(series, now), ...series.points.map((point) => bucketOf(series, point.at)));
  const rows = Array.from({ length: count }, (_, index) => ({
    at: series.from + (newest - count + 1 + index) * series.bucketMs,
    byAgent: new Map<string, Nanodollars>(),
  }));
  for (const point of series.points) {
    const row = rows[bucketOf(series, point.at) - (newest - count + 1)];
    row?.byAgent.set(point.agentId, addMoney(row.byAgent.get(point.agentId) ?? ZERO, point.nanodollars));
  }
  return rows.map(({ at, byAgent }) => ({ at, total: addMoney(...byAgent.values()), byAgent: Object.fromEntries(byAgent) }));
}

/** More bars than this are needles on a narrow screen. */
const MOST_BARS = 60;

/** The same series in buckets twice as wide, where there would be too many to see. Cut in UTC, as the gateway cuts them. */
export function readableSeries(series: SeriesView): SeriesView {
  if (series.to - series.from <= MOST_BARS * series.bucketMs) return series;
  const bucketMs = series.bucketMs * 2;
  const start = (at: number): number => at - (at % bucketMs);
  return {
    from: start(series.from),
    to: series.to,
    bucketMs,
    points: series.points.map((point) => ({ ...point, at: start(point.at) })),
  };
}

/** The same buckets with one agent's spend alone. */
export function rowsOfAgent(rows: readonly ChartRow[], agentId: string): readonly ChartRow[] {
  return rows.map(({ at, byAgent }) => {
    const amount = byAgent[agentId] ?? ZERO;
    return { at, total: amount, byAgent: { [agentId]: amount } };
  });
}

/** What an agent spent in all these buckets. */
export function agentTotal(rows: readonly ChartRow[], agentId: string): Nanodollars {
  return addMoney(...rows.map((row) => row.byAgent[agentId] ?? ZERO));
}

function bucketOf(series: SeriesView, at: number): number {
  return Math.floor((at - series.from) / series.bucketMs);
}

/**
 * Round amounts for the money axis, from zero to at least the highest bar: steps of 1, 2 or 5 times a power of ten.
 * @returns up to five amounts; nothing spent gives an axis up to one dollar.
 */
export function moneyTicks(rows: readonly ChartRow[]): readonly Nanodollars[] {
  const highest = Math.max(...rows.map((row) => row.total), 0) || 1_000_000_000;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(highest / 4)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate * 4 >= highest) ?? highest;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => nanodollarsOf(index * step));
}
