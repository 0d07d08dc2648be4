import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import type { CostGroup } from '../../../shared/contract/cost-views.ts';
import type { AgentId } from '../../../shared/ids.ts';
import type { Connection } from '../../platform/connection.ts';

const sumShape = {
  requests: z.int(),
  nanodollars: nanodollarsSchema,
  inputTokens: z.int(),
  cachedTokens: z.int(),
  outputTokens: z.int(),
} as const;
const sumRow = z.object(sumShape);
const groupRow = z.object({ id: z.string(), subKeyId: z.string(), ...sumShape });
/** With each row: how many groups there are, and what all of them used. */
const sessionRow = groupRow.extend({
  groups: z.int(),
  allRequests: z.int(),
  allCost: z.int(),
  allInput: z.int(),
  allCached: z.int(),
  allOutput: z.int(),
});

/** Requests, tokens and money together. */
export type CostSumRow = z.infer<typeof sumRow>;
/** The same of one group; `subKeyId` is one of the sub-keys that it is from. */
export type CostGroupRow = z.infer<typeof groupRow>;

/** The dearest groups, and all others together; null where there are no others. */
export interface DearestRows {
  readonly rows: readonly CostGroupRow[];
  readonly others: (CostSumRow & { readonly groups: number }) | null;
}

/** What is asked for: `[from, to)` on quarter hours, of one agent or of all. */
export interface CostSpan {
  readonly from: number;
  readonly to: number;
  readonly agentId?: AgentId | undefined;
}

const SUMS = ['requests', 'cost', 'input_tokens', 'cache_read_tokens', 'output_tokens'] as const;
const NAMES = ['requests', 'nanodollars', 'inputTokens', 'cachedTokens', 'outputTokens'] as const;
const sums = SUMS.map((column, index) => `IFNULL(SUM(${column}), 0) AS ${NAMES[index] ?? column}`).join(', ');
const plain = SUMS.join(', ');
const summed = (sign: '' | '-'): string => SUMS.map((column) => `${sign}SUM(${column}) AS ${column}`).join(', ');
const negative = SUMS.map((column) => `-${column}`).join(', ');

const IN_SPAN = 'bucket >= ?1 AND bucket < ?2';
/** Of rollups, which know their agent, and of sums that know the sub-key alone. */
const OF_AGENT = '(?3 IS NULL OR agent_id = ?3)';
const OF_AGENT_KEYS = '(?3 IS NULL OR sub_key_id IN (SELECT id FROM sub_keys WHERE agent_id = ?3))';

const byColumn = (column: string): string =>
  `SELECT ${column} AS id, MAX(sub_key_id) AS subKeyId, ${sums} FROM rollups WHERE ${IN_SPAN} ` +
  `AND ${OF_AGENT} GROUP BY 1`;

/**
 * What sub-keys used outside of the groups of another table, under the empty name with `outside`, and what each of
 * these groups used.
 */
const byOwnTable = (table: string, column: string, outside: string): string => `
  SELECT id, MAX(sub_key_id) AS subKeyId, ${sums} FROM (
    SELECT ${outside} AS id, sub_key_id, ${plain} FROM rollups WHERE ${IN_SPAN} AND ${OF_AGENT}
    UNION ALL SELECT ${outside}, sub_key_id, ${negative} FROM ${table} WHERE ${IN_SPAN} AND ${OF_AGENT_KEYS}
    UNION ALL SELECT ${column}, sub_key_id, ${plain} FROM ${table} WHERE ${IN_SPAN} AND ${OF_AGENT_KEYS}
  ) GROUP BY 1 HAVING SUM(requests) <> 0 OR SUM(cost) <> 0`;

/** Conversations are too many for a row each. */
export type FewGroups = Exclude<CostGroup, 'session'>;

const QUERIES: Readonly<Record<FewGroups, string>> = {
  model: byColumn('model'),
  agent: byColumn('agent_id'),
  provider: byColumn('provider'),
  key: byColumn('sub_key_id'),
  /** A sub-key is a project of its own here; its folder is known to the accounts. */
  project: byOwnTable('project_spend', 'project', 'sub_key_id'),
};

/**
 * The dearest conversations, and on each row how many there are and what all used. A year has hundreds of thousands:
 * read as rows they would take seconds.
 */
const DEAREST_SESSIONS = `
  WITH used AS (
    SELECT '' AS id, '' AS sub_key_id, ${summed('')} FROM rollups WHERE ${IN_SPAN} AND ${OF_AGENT}
    UNION ALL SELECT '', '', ${summed('-')} FROM session_spend WHERE ${IN_SPAN} AND ${OF_AGENT_KEYS}
    UNION ALL SELECT session, sub_key_id, ${plain} FROM session_spend WHERE ${IN_SPAN} AND ${OF_AGENT_KEYS}
  ), grouped AS (
    SELECT id, MAX(sub_key_id) AS subKeyId, ${sums} FROM used GROUP BY 1 HAVING SUM(requests) <> 0 OR SUM(cost) <> 0
  )
  SELECT *, COUNT(*) OVER () AS groups, SUM(requests) OVER () AS allRequests, SUM(nanodollars) OVER () AS allCost,
    SUM(inputTokens) OVER () AS allInput, SUM(cachedTokens) OVER () AS allCached, SUM(outputTokens) OVER () AS allOutput
  FROM grouped ORDER BY nanodollars DESC, requests DESC LIMIT ?4`;

/** Sums by group, from rollups: a year costs little more than a day. Groups come in no order. */
export async function readCostGroups(
  connection: Connection,
  by: FewGroups,
  { from, to, agentId }: CostSpan,
): Promise<readonly CostGroupRow[]> {
  return z.array(groupRow).parse(await connection.all(QUERIES[by], [from, to, agentId ?? null]));
}

/** The dearest conversations, so many at most, and the rest as one sum. */
export async function readDearestSessions(
  connection: Connection,
  { from, to, agentId }: CostSpan,
  most: number,
): Promise<DearestRows> {
  const found = await connection.all(DEAREST_SESSIONS, [from, to, agentId ?? null, most]);
  const rows = z.array(sessionRow).parse(found);
  const [first] = rows;
  if (first === undefined || first.groups <= rows.length) return { rows, others: null };
  const beyond = (all: number, of: keyof CostSumRow): number => all - rows.reduce((sum, row) => sum + row[of], 0);
  const others = sumRow.parse({
    requests: beyond(first.allRequests, 'requests'),
    nanodollars: beyond(first.allCost, 'nanodollars'),
    inputTokens: beyond(first.allInput, 'inputTokens'),
    cachedTokens: beyond(first.allCached, 'cachedTokens'),
    outputTokens: beyond(first.allOutput, 'outputTokens'),
  });
  return { rows, others: { groups: first.groups - rows.length, ...others } };
}

/** The quarter of an hour of the first request there ever was. */
export async function readFirstBucket(connection: Connection): Promise<number | null> {
  const [row] = await connection.all('SELECT MIN(bucket) AS first FROM rollups');
  return z.object({ first: z.int().nullable() }).parse(row).first;
}
