import { z } from 'zod';
import type { RequestSearch } from '../../../shared/contract/usage-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import { requestIdSchema } from '../../../shared/ids.ts';
import type { Connection, SqlValue } from '../../platform/connection.ts';
import { readSettled } from './read-requests.ts';

/** A place in the list of settled requests, newest first. Ids are random: they only part those of one millisecond. */
export interface SearchPosition {
  readonly settledAt: number;
  readonly id: string;
}

type Search = Omit<RequestSearch, 'cursor'> & { readonly limit: number };

interface SearchResult {
  readonly requests: readonly RequestView[];
  /** Where to go on; undefined when the oldest row was looked at. */
  readonly next: SearchPosition | undefined;
}

interface Found {
  /** Newest first. */
  readonly places: readonly SearchPosition[];
  readonly next: SearchPosition | undefined;
}

/** Most rows that are looked through for one page, so that no page takes long. */
export const SEARCH_WINDOW = 50_000;
/** Where more models are used than this, looking through all rows soon finds one of them. */
const MOST_USED_MODELS = 300;

const placeRow = z.object({ settledAt: z.int(), id: z.string() });
const PLACE = 'r.settled_at AS settledAt, r.id';
const BEFORE = '(r.settled_at, r.id) < (?, ?)';
const NEWEST_FIRST = 'ORDER BY r.settled_at DESC, r.id DESC';

/** Where all rows are that a search may want; the condition is that of the index, word by word, as SQLite wants it. */
const SCANS = {
  all: { index: 'requests_to_search', condition: 'r.settled_at IS NOT NULL' },
  unusual: {
    index: 'requests_out_of_the_ordinary',
    condition: "r.settled_at IS NOT NULL AND (r.outcome <> 'served' OR r.certainty <> 'exact')",
  },
} as const;

/**
 * Looks for settled requests behind `from`, newest first. Common requests are among the newest; rare ones by sub-key,
 * provider or model are found by the table of uses; those with an unusual end have an index of their own, and are rare.
 */
export async function searchRequests(
  connection: Connection,
  search: Search,
  from: SearchPosition | undefined,
): Promise<SearchResult> {
  const { places, next } = await find(connection, search, from);
  return {
    requests: await readSettled(
      connection,
      places.map(({ id }) => id),
    ),
    next,
  };
}

async function find(connection: Connection, search: Search, from: SearchPosition | undefined): Promise<Found> {
  if (search.session !== undefined) return findInSession(connection, search, search.session, from);
  if (requestIdSchema.safeParse(search.text).success) return findById(connection, search);
  if (isUnusual(search)) return scan(connection, SCANS.unusual, search, from);
  const near = await scan(connection, SCANS.all, search, from);
  const missing = search.limit - near.places.length;
  if (near.next === undefined || missing === 0 || !isByWhat(search)) return near;
  const far = await findByUsedModels(connection, { ...search, limit: missing }, near.next);
  return far ? { places: [...near.places, ...far.places], next: far.next } : near;
}

function isUnusual({ outcome = 'served', certainty = 'exact' }: Search): boolean {
  return outcome !== 'served' || certainty !== 'exact';
}

function isByWhat({ agentId, subKeyId, provider, model, text = '' }: Search): boolean {
  return [agentId, subKeyId, provider, model].some((one) => one !== undefined) || text !== '';
}

/** Looks through the next window of rows. Everything it compares lies in one index. */
async function scan(
  connection: Connection,
  { index, condition }: (typeof SCANS)[keyof typeof SCANS],
  search: Search,
  from: SearchPosition | undefined,
): Promise<Found> {
  const start = startOf(from);
  const rows = `FROM requests r INDEXED BY ${index} WHERE ${condition} AND ${BEFORE}`;
  const [bound] = await readPlaces(
    connection,
    `SELECT ${PLACE} ${rows} ${NEWEST_FIRST} LIMIT 1 OFFSET ${SEARCH_WINDOW - 1}`,
    start,
  );
  const { sql, params } = allOf(subjectCondition(search, 'r'), outcomeCondition(search));
  const places = await readPlaces(
    connection,
    `SELECT ${PLACE} ${rows} AND (r.settled_at, r.id) >= (?, ?)${sql} ${NEWEST_FIRST} LIMIT ?`,
    [...start, ...startOf(bound ?? OLDEST), ...params, search.limit],
  );
  return { places, next: pageEnd(places, search.limit) ?? bound };
}

/** Searches by the table of uses, each in its own order of time. @returns undefined where that is too much */
async function findByUsedModels(
  connection: Connection,
  search: Search,
  from: SearchPosition,
): Promise<Found | undefined> {
  const who = subjectCondition(search, 'u');
  const [counted] = await connection.all(
    `SELECT COUNT(*) AS count FROM (SELECT 1 FROM used_models u WHERE TRUE${who.sql} LIMIT ${MOST_USED_MODELS + 1})`,
    who.params,
  );
  if (Number(counted?.['count']) > MOST_USED_MODELS) return undefined;
  const how = outcomeCondition(search);
  const places = await readPlaces(
    connection,
    `SELECT ${PLACE} FROM used_models u CROSS JOIN requests r WHERE TRUE${who.sql} AND r.rowid IN (
       SELECT r.rowid FROM requests r INDEXED BY requests_by_used_model
       WHERE r.sub_key_id = u.sub_key_id AND r.provider = u.provider AND r.model = u.model AND r.settled_at IS NOT ` +
      `NULL AND ${BEFORE}${how.sql} ${NEWEST_FIRST} LIMIT ?)
     ${NEWEST_FIRST} LIMIT ?`,
    [...who.params, ...startOf(from), ...how.params, search.limit, search.limit],
  );
  return { places, next: pageEnd(places, search.limit) };
}

/** One conversation has an index of its own, and few rows. */
async function findInSession(
  connection: Connection,
  search: Search,
  session: string,
  from: SearchPosition | undefined,
): Promise<Found> {
  const { sql, params } = allOf(subjectCondition(search, 'r'), outcomeCondition(search));
  const places = await readPlaces(
    connection,
    `SELECT ${PLACE} FROM requests r INDEXED BY requests_by_session WHERE r.session = ? AND r.settled_at IS NOT NULL ` +
      `AND ${BEFORE}${sql} ${NEWEST_FIRST} LIMIT ?`,
    [session, ...startOf(from), ...params, search.limit],
  );
  return { places, next: pageEnd(places, search.limit) };
}

async function findById(connection: Connection, { text = '', ...search }: Search): Promise<Found> {
  const { sql, params } = allOf(subjectCondition(search, 'r'), outcomeCondition(search));
  return {
    places: await readPlaces(
      connection,
      `SELECT ${PLACE} FROM requests r WHERE r.id = ? AND r.settled_at IS NOT NULL${sql}`,
      [text, ...params],
    ),
    next: undefined,
  };
}

const NEWEST: SearchPosition = { settledAt: Number.MAX_SAFE_INTEGER, id: '' };
const OLDEST: SearchPosition = { settledAt: 0, id: '' };

function startOf({ settledAt, id }: SearchPosition = NEWEST): readonly SqlValue[] {
  return [settledAt, id];
}

function pageEnd(places: readonly SearchPosition[], limit: number): SearchPosition | undefined {
  return places.length === limit ? places.at(-1) : undefined;
}

async function readPlaces(
  connection: Connection,
  sql: string,
  params: readonly SqlValue[],
): Promise<readonly SearchPosition[]> {
  return z.array(placeRow).parse(await connection.all(sql, params));
}

interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

function allOf(...conditions: readonly Condition[]): Condition {
  return { sql: conditions.map(({ sql }) => sql).join(''), params: conditions.flatMap(({ params }) => params) };
}

/** The conditions that hold for a request and for its usage: sub-key, agent, model. */
function subjectCondition(
  { agentId, subKeyId, provider, model, text = '' }: Omit<Search, 'session'>,
  table: 'r' | 'u',
): Condition {
  const equal = equals(table, [
    ['agent_id', agentId],
    ['sub_key_id', subKeyId],
    ['provider', provider],
    ['model', model],
  ]);
  if (text === '') return equal;
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const part = ['model', 'provider'].map((column) => `${table}.${column} LIKE ? ESCAPE '\\' OR `).join('');
  return allOf(equal, {
    sql: ` AND (${part}${table}.agent_id IN (SELECT id FROM agents WHERE name LIKE ? ESCAPE '\\'))`,
    params: [like, like, like],
  });
}

/** The conditions on the end of a request. */
function outcomeCondition({ outcome, certainty }: Search): Condition {
  return equals('r', [
    ['outcome', outcome],
    ['certainty', certainty],
  ]);
}

function equals(
  table: 'r' | 'u',
  wanted: readonly (readonly [column: string, value: string | undefined])[],
): Condition {
  return allOf(
    ...wanted.flatMap(([column, value]) =>
      value === undefined ? [] : [{ sql: ` AND ${table}.${column} = ?`, params: [value] }],
    ),
  );
}
