import type { SeriesGroup, SeriesView } from '../../../shared/contract/usage-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';

/** One bucket of the chart: from when to when, and the spend of each group in it. */
export interface ChartRow {
  readonly at: number;
  readonly end: number;
  readonly total: Nanodollars;
  readonly byGroup: Readonly<Record<string, Nanodollars>>;
  /** The spend of all groups in the bucket that far into the period before. */
  readonly before: Nanodollars;
}

/** The folder whose spending a sub-key is; null when it is for no project. */
export type ProjectOf = (subKeyId: SubKeyId) => string | null;

/** The group that a request counts for: an agent's id, a model, a provider, or a project's folder. */
function groupOf(request: RequestView, by: SeriesGroup, projectOf: ProjectOf): string {
  if (by === 'project') return projectOf(request.subKeyId) ?? '';
  return by === 'agent' ? request.agentId : request[by];
}

/** Adds settled requests to the buckets they began in, as the ledger does. Older than the range: no change. */
export function addToSeries(series: SeriesView, requests: readonly RequestView[], projectOf: ProjectOf): SeriesView {
  const newest = Math.max(...requests.map(({ startedAt }) => startedAt));
  const slid = slideSeries(series, newest);
  const points = new Map(slid.points.map((point) => [`${point.at} ${point.group}`, point]));
  for (const request of requests) {
    const at = bucketStart(slid.edges, request.startedAt);
    if (at === undefined) continue;
    const group = groupOf(request, slid.by, projectOf);
    const known = points.get(`${at} ${group}`);
    points.set(`${at} ${group}`, { at, group, nanodollars: addMoney(known?.nanodollars ?? ZERO, request.cost) });
  }
  return { ...slid, points: [...points.values()] };
}

/**
 * The series with `now` in its last bucket: time goes on between two readings of the history. One that is zoomed stays
 * where it is.
 */
export function slideSeries(series: SeriesView, now: number): SeriesView {
  const last = series.edges.at(-1) ?? now;
  if (now < last || series.zoomed) return series;
  const width = last - (series.edges.at(-2) ?? last - 1);
  const more = Math.min(Math.floor((now - last) / width) + 1, series.edges.length - 1);
  const edges = [...series.edges, ...Array.from({ length: more }, (_, index) => last + (index + 1) * width)].slice(
    more,
  );
  const from = edges[0] ?? last;
  return { ...series, edges, points: series.points.filter((point) => point.at >= from) };
}

/** Every bucket of the range, empty ones too, oldest first. */
export function chartRows(series: SeriesView, now: number): readonly ChartRow[] {
  const { edges, points, previous } = slideSeries(series, now);
  const groups = new Map(edges.slice(0, -1).map((at) => [at, new Map<string, Nanodollars>()]));
  for (const point of points) groups.get(point.at)?.set(point.group, point.nanodollars);
  return [...groups].map(([at, byGroup], index) => ({
    at,
    end: edges[index + 1] ?? at,
    total: addMoney(...byGroup.values()),
    byGroup: Object.fromEntries(byGroup),
    before: previous.buckets[index] ?? ZERO,
  }));
}

/** The same buckets with one group's spend alone. The period before is of all groups, so it is left out. */
export function rowsOfGroup(rows: readonly ChartRow[], group: string): readonly ChartRow[] {
  return rows.map((row) => {
    const amount = row.byGroup[group] ?? ZERO;
    return { ...row, total: amount, byGroup: { [group]: amount }, before: ZERO };
  });
}

/** The spend of each group in all these buckets, most first. */
export function groupTotals(rows: readonly ChartRow[]): readonly (readonly [group: string, amount: Nanodollars])[] {
  const totals = new Map<string, Nanodollars>();
  for (const { byGroup } of rows)
    for (const [group, amount] of Object.entries(byGroup))
      totals.set(group, addMoney(totals.get(group) ?? ZERO, amount));
  return [...totals].toSorted(([, left], [, right]) => right - left);
}

/** Undefined when it lies before the first or behind the last. */
function bucketStart(edges: readonly number[], at: number): number | undefined {
  const next = edges.findIndex((edge) => edge > at);
  return next <= 0 ? undefined : edges[next - 1];
}

/**
 * Round amounts for the money axis, from zero to at least the highest bar: steps of 1, 2 or 5 times a power of ten.
 * @param highest the tallest thing on the chart, in nano-dollars
 * @returns up to five amounts; nothing spent gives an axis up to one dollar.
 */
export function moneyTicks(highest: number): readonly Nanodollars[] {
  const most = highest || 1_000_000_000;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(most / 4)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate * 4 >= most) ?? most;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => nanodollarsOf(index * step));
}
