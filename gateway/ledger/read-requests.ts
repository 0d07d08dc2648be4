import { z } from 'zod';
import { nanodollarsSchema } from '../../shared/cap.ts';
import type { RequestSearch } from '../../shared/contract/usage-views.ts';
import { requestViewSchema } from '../../shared/contract/views.ts';
import type { RequestView } from '../../shared/contract/views.ts';
import type { Connection, SqlValue } from './connection.ts';

const requestRow = requestViewSchema.extend({
  stream: z.number().transform((value) => value !== 0),
  loweredOutput: z.number().transform((value) => value !== 0),
  usageParts: z.string().transform((text): unknown => JSON.parse(text)).pipe(z.record(z.string(), z.number())),
});

const REQUEST_COLUMNS = `r.id, r.agent_id AS agentId, a.name AS agent, r.sub_key_id AS subKeyId, r.provider, r.model, r.stream,
  r.started_at AS startedAt, r.settled_at AS settledAt, r.input_tokens AS inputTokens, r.cache_read_tokens AS cacheReadTokens,
  r.cache_write_tokens AS cacheWriteTokens, r.output_tokens AS outputTokens, r.cost, r.certainty, r.outcome, r.status,
  r.lowered_output AS loweredOutput, r.usage_parts AS usageParts, r.tier, r.endpoint, r.session`;

/** The newest settled requests, newest first. */
export async function readRecent(connection: Connection, limit: number): Promise<readonly RequestView[]> {
  const rows = await connection.all(
    `SELECT ${REQUEST_COLUMNS} FROM requests r JOIN agents a ON a.id = r.agent_id
     WHERE r.settled_at IS NOT NULL ORDER BY r.settled_at DESC, r.id DESC LIMIT ?`,
    [limit],
  );
  return z.array(requestRow).parse(rows);
}

/** A place in the list of settled requests, newest first. Ids are random: they only part those of one millisecond. */
export interface SearchPlace {
  readonly settledAt: number;
  readonly id: string;
}

interface SearchResult {
  readonly requests: readonly RequestView[];
  /** Where to go on; undefined when the oldest row was looked at. */
  readonly next: SearchPlace | undefined;
}

/** So many rows are looked through for one page: what is rare takes several pages, and none of them takes long. */
export const SEARCH_WINDOW = 50_000;

const placeRow = z.object({ settledAt: z.int(), id: z.string() });
const BEFORE = '(r.settled_at, r.id) < (?, ?)';

/** Looks through settled requests behind `from`, newest first. Everything it compares lies in one index. */
export async function searchRequests(connection: Connection, search: Omit<RequestSearch, 'cursor'> & { readonly limit: number }, from: SearchPlace | undefined): Promise<SearchResult> {
  if (search.session !== undefined) return searchSession(connection, { ...search, session: search.session }, from);
  const start: readonly SqlValue[] = [from?.settledAt ?? Number.MAX_SAFE_INTEGER, from?.id ?? ''];
  const [bound] = z.array(placeRow).parse(
    await connection.all(`SELECT r.settled_at AS settledAt, r.id FROM requests r WHERE r.settled_at IS NOT NULL AND ${BEFORE} ORDER BY r.settled_at DESC, r.id DESC LIMIT 1 OFFSET ${SEARCH_WINDOW - 1}`, start),
  );
  const { sql, params } = conditionsOf(search);
  const rows = await connection.all(
    `SELECT ${REQUEST_COLUMNS} FROM requests r JOIN agents a ON a.id = r.agent_id WHERE r.id IN (
       SELECT r.id FROM requests r INDEXED BY requests_to_search
       WHERE r.settled_at IS NOT NULL AND ${BEFORE} AND (r.settled_at, r.id) >= (?, ?)${sql} ORDER BY r.settled_at DESC, r.id DESC LIMIT ?)
     ORDER BY r.settled_at DESC, r.id DESC`,
    [...start, bound?.settledAt ?? 0, bound?.id ?? '', ...params, search.limit],
  );
  const requests = z.array(requestRow).parse(rows);
  const last = requests.at(-1);
  const isFull = requests.length === search.limit && last !== undefined;
  return { requests, next: isFull ? { settledAt: last.settledAt, id: last.id } : bound };
}

/** One conversation has an index of its own, and few rows. */
async function searchSession(connection: Connection, search: RequestSearch & { readonly session: string; readonly limit: number }, from: SearchPlace | undefined): Promise<SearchResult> {
  const { sql, params } = conditionsOf(search);
  const rows = await connection.all(
    `SELECT ${REQUEST_COLUMNS} FROM requests r INDEXED BY requests_by_session JOIN agents a ON a.id = r.agent_id
     WHERE r.session = ? AND r.settled_at IS NOT NULL AND ${BEFORE}${sql} ORDER BY r.settled_at DESC, r.id DESC LIMIT ?`,
    [search.session, from?.settledAt ?? Number.MAX_SAFE_INTEGER, from?.id ?? '', ...params, search.limit],
  );
  const requests = z.array(requestRow).parse(rows);
  const last = requests.at(-1);
  return { requests, next: requests.length === search.limit && last !== undefined ? { settledAt: last.settledAt, id: last.id } : undefined };
}

function conditionsOf({ agentId, subKeyId, provider, model, outcome, certainty, text }: RequestSearch): { readonly sql: string; readonly params: readonly SqlValue[] } {
  const equal = [
    ['agent_id', agentId],
    ['sub_key_id', subKeyId],
    ['provider', provider],
    ['model', model],
    ['outcome', outcome],
    ['certainty', certainty],
  ] as const;
  const given = equal.flatMap(([column, value]) => (value === undefined ? [] : [{ sql: ` AND r.${column} = ?`, value }]));
  const sql = given.map((one) => one.sql).join('');
  const params = given.map((one) => one.value);
  if (text === undefined || text === '') return { sql, params };
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return {
    sql: `${sql} AND (r.model LIKE ? ESCAPE '\\' OR r.provider LIKE ? ESCAPE '\\' OR r.id = ? OR r.agent_id IN (SELECT id FROM agents WHERE name LIKE ? ESCAPE '\\'))`,
    params: [...params, like, like, text, like],
  };
}

const detailRow = requestRow.extend({ reserved: nanodollarsSchema, price: z.string() });
type DetailRow = z.infer<typeof detailRow>;

/** One settled request with what was held for it and the rates of that moment, as JSON. */
export async function readRequest(connection: Connection, id: string): Promise<DetailRow | undefined> {
  const rows = await connection.all(
    `SELECT ${REQUEST_COLUMNS}, r.reserved, r.price FROM requests r JOIN agents a ON a.id = r.agent_id WHERE r.id = ? AND r.settled_at IS NOT NULL`,
    [id],
  );
  return z.array(detailRow).parse(rows)[0];
}

const aboutRow = z.object({ seq: z.int(), at: z.int(), kind: z.string(), text: z.string() });

/** What the audit log says between two moments about a request: by its own id, of its sub-key, its agent, or everything. */
export async function readAuditAround(connection: Connection, request: RequestView, fromMs: number, toMs: number): Promise<readonly z.infer<typeof aboutRow>[]> {
  const rows = await connection.all(
    `SELECT seq, at, kind, text FROM audit WHERE at BETWEEN ? AND ?
       AND (request_id = ? OR (request_id IS NULL AND (sub_key_id = ? OR (sub_key_id IS NULL AND (agent_id IS NULL OR agent_id = ?)))))
     ORDER BY seq LIMIT 20`,
    [fromMs, toMs, request.id, request.subKeyId, request.agentId],
  );
  return z.array(aboutRow).parse(rows);
}
