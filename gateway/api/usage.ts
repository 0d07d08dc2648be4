import { PERIODS } from '../../shared/contract/usage-views.ts';
import type { PeriodsView, SeriesGroup, SeriesRange, SeriesView, UsageGroup, UsageView } from '../../shared/contract/usage-views.ts';
import { subKeyIdSchema } from '../../shared/ids.ts';
import { addMoney, nanodollarsOf, usdText, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { seriesEdges } from '../domain/series-edges.ts';
import type { SeriesPoint } from '../ledger/read-series.ts';
import type { BucketRow } from '../ledger/read-usage.ts';
import { BUCKET_MS } from '../ledger/statements.ts';
import type { Engine } from './engine.ts';

/** All settled spend, grouped. Rows with the most money first; days in order. */
export async function summarizeUsage({ ledger, calendar }: Engine, by: UsageGroup): Promise<UsageView> {
  const groupOf: Readonly<Record<UsageGroup, (row: BucketRow) => string>> = {
    agent: (row) => row.agent,
    model: (row) => row.model,
    day: (row) => calendar.dayOf(row.bucket),
  };
  const groups = new Map<string, { cost: Nanodollars; requests: number; inputTokens: number; outputTokens: number }>();
  let total = ZERO;
  for (const row of await ledger.buckets(0, Number.MAX_SAFE_INTEGER)) {
    const group = groupOf[by](row);
    const sum = groups.get(group) ?? { cost: ZERO, requests: 0, inputTokens: 0, outputTokens: 0 };
    groups.set(group, {
      cost: addMoney(sum.cost, row.cost),
      requests: sum.requests + row.requests,
      inputTokens: sum.inputTokens + row.inputTokens,
      outputTokens: sum.outputTokens + row.outputTokens,
    });
    total = addMoney(total, row.cost);
  }
  const rows = [...groups].map(([group, { cost, ...sum }]) => ({ group, nanodollars: cost, usd: usdText(cost), ...sum }));
  const sorted = rows.toSorted((left, right) => (by === 'day' ? left.group.localeCompare(right.group) : right.nanodollars - left.nanodollars));
  return { total: { nanodollars: total, usd: usdText(total) }, rows: sorted };
}

/** Spend over time in the buckets of the person's own calendar, and what the same stretch before had spent. */
export async function readSeries({ ledger, clock, calendar, directory }: Engine, range: SeriesRange, by: SeriesGroup): Promise<SeriesView> {
  const now = clock.now();
  const { edges, previous } = seriesEdges(range, now, calendar);
  const [points, before] = await Promise.all([ledger.points(edges, by), ledger.totals(previous)]);
  const buckets = before.map(({ nanodollars }) => nanodollars);
  const running = buckets.length - 1;
  // The bucket that runs is compared with as much of its counterpart as it has lived.
  const from = previous[running] ?? now;
  const lived = Math.min(now - (edges[running] ?? now), (previous[running + 1] ?? now) - from);
  const soFar = addMoney(...buckets.slice(0, running), await spentBetween(ledger, from, from + lived));
  return { by, edges: [...edges], points: by === 'project' ? pointsByProject(points, directory) : [...points], previous: { buckets, total: addMoney(...buckets), soFar } };
}

/** Spend of sub-keys, put together by the folders they are for. */
function pointsByProject(points: readonly SeriesPoint[], { projectOf }: Engine['directory']): SeriesView['points'] {
  const sums = new Map<string, SeriesView['points'][number]>();
  for (const { at, group, nanodollars } of points) {
    const project = projectOf(subKeyIdSchema.parse(group)) ?? '';
    const id = `${at} ${project}`;
    sums.set(id, { at, group: project, nanodollars: addMoney(sums.get(id)?.nanodollars ?? ZERO, nanodollars) });
  }
  return [...sums.values()];
}

/** The running day, week and month, each against the one before it at the same point of its life. */
export async function readPeriods({ ledger, clock, calendar }: Engine): Promise<PeriodsView> {
  const now = clock.now();
  const periods = PERIODS.map(async (window) => {
    const { start: from, end } = calendar.spanAt(window, now);
    const to = end ?? now;
    const before = calendar.spanAt(window, from - 1).start;
    const [[current], [whole], soFar] = await Promise.all([
      ledger.totals([from, to]),
      ledger.totals([before, from]),
      spentBetween(ledger, before, Math.min(before + now - from, from)),
    ]);
    const previousSoFar = (whole?.requests ?? 0) === 0 ? null : soFar;
    return { window, from, to, spent: current?.nanodollars ?? ZERO, requests: current?.requests ?? 0, previousSoFar };
  });
  const saved = await ledger.cacheSaving(calendar.spanAt('day', now).start);
  return { periods: await Promise.all(periods), cacheSavedToday: nanodollarsOf(saved) };
}

/** Spend in `[from, to)`, to the quarter hour: whole ones come from the rollups. */
async function spentBetween(ledger: Engine['ledger'], from: number, to: number): Promise<Nanodollars> {
  const end = to - (to % BUCKET_MS);
  if (end <= from) return ZERO;
  const [sum] = await ledger.totals([from, end]);
  return sum?.nanodollars ?? ZERO;
}
