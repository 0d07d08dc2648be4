import { z } from 'zod';
import type { Connection, SqlValue } from '../../platform/connection.ts';
import { mergeFound } from './merge-found.ts';
import type { Found } from './merge-found.ts';
import { allOf, endCondition, isId, OLDEST, subjectCondition, valuesOf } from './search-conditions.ts';
import type { Filters, Search, SearchPosition } from './search-conditions.ts';

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
  all: 'requests r INDEXED BY requests_to_search WHERE r.settled_at IS NOT NULL',
  unusual:
    'requests r INDEXED BY requests_out_of_the_ordinary WHERE r.settled_at IS NOT NULL ' +
    "AND (r.outcome <> 'served' OR r.certainty <> 'exact')",
} as const;
type Scan = (typeof SCANS)[keyof typeof SCANS];

/** Requests of one thing that has an index of its own, and few rows. */
const INDEXED = {
  session: 'requests r INDEXED BY requests_by_session WHERE r.session = ? AND r.settled_at IS NOT NULL',
  project: 'requests r INDEXED BY requests_by_project WHERE r.project = ? AND r.settled_at IS NOT NULL',
  id: 'requests r WHERE r.id = ? AND r.settled_at IS NOT NULL',
} as const;

/** Rows of requests to read: a FROM and WHERE clause with its values. */
export interface Rows {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/**
 * Looks for settled requests before `start`, newest first. Common requests are among the newest; rare ones by sub-key,
 * provider or model are found by the table of uses; those with an unusual end have an index of their own, and are rare.
 */
export async function findRequests(connection: Connection, search: Search, start: SearchPosition): Promise<Found> {
  const ofKeys = findOf(connection, search, start);
  const inRepository = rowsInRepository(search, start);
  if (inRepository === undefined) return ofKeys;
  return mergeFound(await Promise.all([ofKeys, readPage(connection, inRepository, search.limit)]), search.limit);
}

async function findOf(connection: Connection, search: Search, start: SearchPosition): Promise<Found> {
  const few = fewRows(search, start);
  if (few) return readPage(connection, few, search.limit);
  const near = await scan(connection, search, start);
  const missing = search.limit - near.places.length;
  if (near.next === undefined || missing === 0 || isUnusual(search) || !isByWhat(search)) return near;
  const far = await findByUsedModels(connection, { ...search, limit: missing }, near.next);
  return far ? { places: [...near.places, ...far.places], next: far.next } : near;
}

/** Of a conversation, or of one id. @returns undefined for any other search, which a scan is for */
export function fewRows(search: Filters, start: SearchPosition): Rows | undefined {
  const { session, text = '' } = search;
  if (session !== undefined) return indexedRows(INDEXED.session, session, search, start);
  return isId(text) ? indexedRows(INDEXED.id, text, search, start) : undefined;
}

/** Those in the repository of a project by sub-keys for no folder. @returns undefined for a search in every project */
export function rowsInRepository(search: Filters, start: SearchPosition): Rows | undefined {
  const { project, ...others } = search;
  return project === undefined ? undefined : indexedRows(INDEXED.project, project, others, start);
}

function indexedRows(rows: string, value: string, search: Filters, start: SearchPosition): Rows {
  const { sql, params } = allOf(subjectCondition(search, 'r'), endCondition(search));
  return { sql: `FROM ${rows} AND ${BEFORE}${sql}`, params: [value, ...valuesOf(start), ...params] };
}

function isUnusual({ outcome = 'served', certainty = 'exact' }: Filters): boolean {
  return outcome !== 'served' || certainty !== 'exact';
}

function isByWhat({ agentId, subKeyId, provider, model, project, text = '' }: Filters): boolean {
  return [agentId, subKeyId, provider, model, project].some((one) => one !== undefined) || text !== '';
}

/** The next window of rows: those in it that match, and where it ends; undefined when it reaches to the oldest. */
export async function nextWindow(
  connection: Connection,
  search: Filters,
  start: SearchPosition,
): Promise<Rows & { readonly end: SearchPosition | undefined }> {
  const scan: Scan = isUnusual(search) ? SCANS.unusual : SCANS.all;
  const since = search.from ?? 0;
  const [end] = await readPlaces(
    connection,
    `SELECT ${PLACE} FROM ${scan} AND ${BEFORE} AND r.settled_at >= ? ${NEWEST_FIRST}
     LIMIT 1 OFFSET ${SEARCH_WINDOW - 1}`,
    [...valuesOf(start), since],
  );
  const { sql, params } = allOf(subjectCondition(search, 'r'), endCondition(search));
  return {
    sql: `FROM ${scan} AND ${BEFORE} AND (r.settled_at, r.id) >= (?, ?)${sql}`,
    params: [...valuesOf(start), ...valuesOf(end ?? { ...OLDEST, settledAt: since }), ...params],
    end,
  };
}

/** Looks through the next window of rows. Everything it compares lies in one index. */
async function scan(connection: Connection, search: Search, start: SearchPosition): Promise<Found> {
  const window = await nextWindow(connection, search, start);
  const page = await readPage(connection, window, search.limit);
  return { ...page, next: page.next ?? window.end };
}

/** Searches by the table of uses, each in its own order of time. @returns undefined where that is too much */
async function findByUsedModels(
  connection: Connection,
  search: Search,
  start: SearchPosition,
): Promise<Found | undefined> {
  const who = subjectCondition(search, 'u');
  const [counted] = await connection.all(
    `SELECT COUNT(*) AS count FROM (SELECT 1 FROM used_models u WHERE TRUE${who.sql} LIMIT ${MOST_USED_MODELS + 1})`,
    who.params,
  );
  if (Number(counted?.['count']) > MOST_USED_MODELS) return undefined;
  const how = endCondition(search);
  const rows = {
    sql:
      `FROM used_models u CROSS JOIN requests r WHERE TRUE${who.sql} AND r.rowid IN (
       SELECT r.rowid FROM requests r INDEXED BY requests_by_used_model
       WHERE r.sub_key_id = u.sub_key_id AND r.provider = u.provider AND r.model = u.model AND r.settled_at IS NOT ` +
      `NULL AND ${BEFORE}${how.sql} ${NEWEST_FIRST} LIMIT ?)`,
    params: [...who.params, ...valuesOf(start), ...how.params, search.limit],
  };
  return readPage(connection, rows, search.limit);
}

async function readPage(connection: Connection, { sql, params }: Rows, limit: number): Promise<Found> {
  const places = await readPlaces(connection, `SELECT ${PLACE} ${sql} ${NEWEST_FIRST} LIMIT ?`, [...params, limit]);
  return { places, next: places.length === limit ? places.at(-1) : undefined };
}

async function readPlaces(
  connection: Connection,
  sql: string,
  params: readonly SqlValue[],
): Promise<readonly SearchPosition[]> {
  return z.array(placeRow).parse(await connection.all(sql, params));
}
