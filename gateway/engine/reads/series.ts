import type { SeriesQuery, SeriesView } from '../../../shared/contract/usage-views.ts';
import { subKeyIdSchema } from '../../../shared/ids.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { seriesEdges } from '../../domain/time/series-edges.ts';
import { spanEdges } from '../../domain/time/span-edges.ts';
import type { SeriesPoint } from '../../ledger/read/read-series.ts';
import { BUCKET_MS } from '../../ledger/statements.ts';
import type { Engine } from '../engine.ts';

type SeriesDeps = Pick<Engine, 'ledger' | 'clock' | 'calendar'> & {
  readonly directory: Pick<Engine['directory'], 'projectOf'>;
};

/** Spend over time in the buckets of the person's own calendar, compared with the same stretch before. */
export async function readSeries(
  { ledger, clock, calendar, directory }: SeriesDeps,
  { range, by, span }: SeriesQuery,
): Promise<SeriesView> {
  const now = clock.now();
  const { edges, previous } = span ? spanEdges(span, calendar) : seriesEdges(range, now, calendar);
  const [from = now, to = now] = [edges[0], edges.at(-1)];
  const [points, before, cacheSaved] = await Promise.all([
    ledger.points(edges, by),
    ledger.totals(previous),
    ledger.cacheSaving(from, to),
  ]);
  const buckets = before.map(({ nanodollars }) => nanodollars);
  return {
    by,
    zoomed: span !== undefined,
    edges: [...edges],
    points: by === 'project' ? pointsByProject(points, directory) : [...points],
    cacheSaved,
    previous: {
      buckets,
      total: addMoney(...buckets),
      soFar: await spentSoFar(ledger, { edges, previous, buckets, now }),
    },
  };
}

interface Comparison {
  readonly edges: readonly number[];
  readonly previous: readonly number[];
  /** Spend between the edges in `previous`. */
  readonly buckets: readonly Nanodollars[];
  readonly now: number;
}

/** The previous period's spending up to the point where this one is now; all of it when this one is over. */
async function spentSoFar(
  ledger: Engine['ledger'],
  { edges, previous, buckets, now }: Comparison,
): Promise<Nanodollars> {
  const running = edges.findLastIndex((edge) => edge <= now);
  const past = addMoney(ZERO, ...buckets.slice(0, Math.max(0, running)));
  const [from, begun] = [previous[running], edges[running]];
  if (from === undefined || begun === undefined) return past;
  // The running bucket is compared with an equal share of its counterpart.
  const end = previous[running + 1] ?? from;
  return addMoney(past, await spentBetween(ledger, from, Math.min(from + now - begun, end)));
}

/** Sums the spend of sub-keys and repositories by the folders that they belong to. */
function pointsByProject(points: readonly SeriesPoint[], { projectOf }: SeriesDeps['directory']): SeriesView['points'] {
  const sums = new Map<string, SeriesView['points'][number]>();
  for (const { at, group, nanodollars } of points) {
    const key = subKeyIdSchema.safeParse(group);
    const project = key.success ? (projectOf(key.data) ?? '') : group;
    const id = `${at} ${project}`;
    sums.set(id, { at, group: project, nanodollars: addMoney(sums.get(id)?.nanodollars ?? ZERO, nanodollars) });
  }
  return [...sums.values()];
}

/** Spend in `[from, to)` to the quarter hour, because the rollups have whole quarter hours. */
export async function spentBetween(ledger: Engine['ledger'], from: number, to: number): Promise<Nanodollars> {
  const end = to - (to % BUCKET_MS);
  if (end <= from) return ZERO;
  const [sum] = await ledger.totals([from, end]);
  return sum?.nanodollars ?? ZERO;
}
