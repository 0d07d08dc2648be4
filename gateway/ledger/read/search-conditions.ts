import type { RequestSearch } from '../../../shared/contract/usage-views.ts';
import { refusalIdSchema, requestIdSchema } from '../../../shared/ids.ts';
import type { SqlValue } from '../../platform/connection.ts';

/** A place in the list of requests, newest first. Ids are random: they only part those of one millisecond. */
export interface SearchPosition {
  readonly settledAt: number;
  readonly id: string;
}

/** Which requests are meant, however many. */
export type Filters = Omit<RequestSearch, 'cursor' | 'limit'>;
export type Search = Filters & { readonly limit: number };

/** A part of a WHERE clause that begins with AND, and its values. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/** Settled requests, the table of uses, refused requests. */
type Table = 'r' | 'u' | 'f';

const NEWEST: SearchPosition = { settledAt: Number.MAX_SAFE_INTEGER, id: '' };
export const OLDEST: SearchPosition = { settledAt: 0, id: '' };

/** Where a search begins: at its cursor, or at the end of its time. Rows before it are looked for. */
export function beginningOf({ to }: Filters, from: SearchPosition = NEWEST): SearchPosition {
  return to === undefined || from.settledAt < to ? from : { settledAt: to, id: '' };
}

export function valuesOf({ settledAt, id }: SearchPosition): readonly SqlValue[] {
  return [settledAt, id];
}

/** True where `left` comes before `right` in the list, which is newest first. */
export function isNewer(left: SearchPosition, right: SearchPosition): boolean {
  return left.settledAt === right.settledAt ? left.id > right.id : left.settledAt > right.settledAt;
}

export function allOf(...conditions: readonly Condition[]): Condition {
  return { sql: conditions.map(({ sql }) => sql).join(''), params: conditions.flatMap(({ params }) => params) };
}

/** The conditions that hold for a request and for its usage: sub-key, agent, model, the folder of the sub-key. */
export function subjectCondition(
  { agentId, subKeyId, provider, model, project, text = '' }: Filters,
  table: Table,
): Condition {
  const equal = equals(table, [
    ['agent_id', agentId],
    ['sub_key_id', subKeyId],
    ['provider', provider],
    ['model', model],
  ]);
  return allOf(equal, projectCondition(project, table), textCondition(text, table));
}

/**
 * A project is known by its sub-keys, or by the repository in which the tool worked; the table of uses, and the index
 * that a scan reads, know only the first.
 */
function projectCondition(project: string | undefined, table: Table): Condition {
  if (project === undefined) return NONE;
  const ofKeys = `${table}.sub_key_id IN (SELECT id FROM sub_keys WHERE project = ?)`;
  return table === 'f'
    ? { sql: ` AND (${ofKeys} OR f.project = ?)`, params: [project, project] }
    : { sql: ` AND ${ofKeys}`, params: [project] };
}

const NONE: Condition = { sql: '', params: [] };

function textCondition(text: string, table: Table): Condition {
  if (text === '') return NONE;
  if (isId(text)) return { sql: ` AND ${table}.id = ?`, params: [text] };
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const part = ['model', 'provider'].map((column) => `${table}.${column} LIKE ? ESCAPE '\\' OR `).join('');
  return {
    sql:
      ` AND (${part}${table}.agent_id IN ` +
      `(SELECT id FROM agents WHERE IFNULL(former_name, name) LIKE ? ESCAPE '\\'))`,
    params: [like, like, like],
  };
}

/** True for the whole id of a request, settled or refused. */
export function isId(text: string): boolean {
  return requestIdSchema.safeParse(text).success || refusalIdSchema.safeParse(text).success;
}

/** The conditions on the end of a request, and on its conversation. */
export function endCondition({ outcome, certainty, session, from }: Filters): Condition {
  return allOf(
    from === undefined ? NONE : { sql: ' AND r.settled_at >= ?', params: [from] },
    equals('r', [
      ['session', session],
      ['outcome', outcome],
      ['certainty', certainty],
    ]),
  );
}

function equals(table: Table, wanted: readonly (readonly [column: string, value: string | undefined])[]): Condition {
  return allOf(
    ...wanted.flatMap(([column, value]) =>
      value === undefined ? [] : [{ sql: ` AND ${table}.${column} = ?`, params: [value] }],
    ),
  );
}
