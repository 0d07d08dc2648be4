import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import type { SeriesGroup } from '../../../shared/contract/usage-views.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { SAVED } from './cache-saving.ts';
import type { Connection } from '../../platform/connection.ts';
import { BUCKET_MS } from '../statements.ts';

const pointRow = z.object({ group: z.string(), nanodollars: nanodollarsSchema });
const sumRow = z.object({ nanodollars: nanodollarsSchema, requests: z.int() });

/** The spending of one group in the bucket that begins at `at`. */
export interface SeriesPoint extends z.infer<typeof pointRow> {
  readonly at: number;
}

/** A project is known by its sub-keys, or by the repository in which the tool of a request worked. */
const COLUMNS: Readonly<Record<SeriesGroup, string>> = {
  agent: 'agent_id',
  model: 'model',
  provider: 'provider',
  project: 'sub_key_id',
};

/** The spending of sub-keys in a bucket without that in repositories, and the spending in each repository. */
const PROJECTS = `
  SELECT sub_key_id AS "group", SUM(cost) AS nanodollars FROM (
    SELECT sub_key_id, cost FROM rollups WHERE bucket >= ?1 AND bucket < ?2
    UNION ALL SELECT sub_key_id, -cost FROM project_spend WHERE bucket >= ?1 AND bucket < ?2
    UNION ALL SELECT project, cost FROM project_spend WHERE bucket >= ?1 AND bucket < ?2
  ) GROUP BY 1 HAVING SUM(cost) <> 0`;

/**
 * Spend by group in each of the buckets between `edges`. Buckets that begin on quarter hours come from the rollups,
 * so that a year costs as little as a day; finer ones from the requests themselves.
 */
export async function readPoints(
  connection: Connection,
  edges: readonly number[],
  by: SeriesGroup,
): Promise<readonly SeriesPoint[]> {
  const column = COLUMNS[by];
  const coarse =
    by === 'project'
      ? PROJECTS
      : `SELECT ${column} AS "group", SUM(cost) AS nanodollars FROM rollups WHERE bucket >= ? AND bucket < ? GROUP ` +
        `BY 1`;
  const group = by === 'project' ? 'IFNULL(project, sub_key_id)' : column;
  const sql = isCoarse(edges)
    ? coarse
    : `SELECT ${group} AS "group", SUM(cost) AS nanodollars FROM requests WHERE started_at >= ? AND started_at < ? ` +
      `AND settled_at IS NOT NULL GROUP BY 1`;
  // One small query for each bucket: grouping a year in one statement sorts all of it and takes twice as long.
  const buckets = await Promise.all(
    bucketsOf(edges).map(async ([at, end]) =>
      z
        .array(pointRow)
        .parse(await connection.all(sql, [at, end]))
        .map((row): SeriesPoint => ({ at, ...row })),
    ),
  );
  return buckets.flat();
}

/** Spend of all groups together in each bucket between `edges`. */
export async function readTotals(
  connection: Connection,
  edges: readonly number[],
): Promise<readonly z.infer<typeof sumRow>[]> {
  const sql = isCoarse(edges)
    ? 'SELECT IFNULL(SUM(cost), 0) AS nanodollars, IFNULL(SUM(requests), 0) AS requests FROM rollups WHERE bucket >= ' +
      '? AND bucket < ?'
    : 'SELECT IFNULL(SUM(cost), 0) AS nanodollars, COUNT(*) AS requests FROM requests WHERE started_at >= ? AND ' +
      'started_at < ? AND settled_at IS NOT NULL';
  return Promise.all(
    bucketsOf(edges).map(async ([at, end]) => {
      const [row] = await connection.all(sql, [at, end]);
      return sumRow.parse(row);
    }),
  );
}

const savedRow = z.object({ saved: nanodollarsSchema });

/**
 * The savings of prompt caches in `[from, to)`, in nano-dollars, less the cost of writing to them. Negative when they
 * cost more. Whole quarter hours were added up as requests settled; only the rest is looked up in the requests.
 */
export async function readCacheSaving(connection: Connection, from: number, to: number): Promise<Nanodollars> {
  const first = Math.ceil(from / BUCKET_MS) * BUCKET_MS;
  const last = Math.floor(to / BUCKET_MS) * BUCKET_MS;
  const sumOf = async (sql: string, begin: number, end: number): Promise<Nanodollars> => {
    if (begin >= end) return ZERO;
    const [row] = await connection.all(sql, [begin, end]);
    return savedRow.parse(row).saved;
  };
  if (first >= last) return sumOf(SAVED_REQUESTS, from, to);
  return addMoney(
    ...(await Promise.all([
      sumOf(SAVED_REQUESTS, from, first),
      sumOf(SAVED_QUARTERS, first, last),
      sumOf(SAVED_REQUESTS, last, to),
    ])),
  );
}

const SAVED_QUARTERS = 'SELECT IFNULL(SUM(saved), 0) AS saved FROM cache_savings WHERE bucket >= ? AND bucket < ?';
const SAVED_REQUESTS =
  `SELECT IFNULL(SUM(${SAVED}), 0) AS saved FROM requests WHERE started_at >= ? AND started_at ` +
  `< ? AND settled_at IS NOT NULL AND cache_read_tokens + cache_write_tokens > 0`;

function isCoarse(edges: readonly number[]): boolean {
  return edges.every((edge) => edge % BUCKET_MS === 0);
}

function bucketsOf(edges: readonly number[]): readonly (readonly [from: number, to: number])[] {
  return edges.slice(1).map((end, index) => [edges[index] ?? end, end]);
}
