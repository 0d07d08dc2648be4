import { z } from 'zod';
import type { Connection } from '../../platform/connection.ts';
import type { Found } from './merge-found.ts';
import { subjectCondition, valuesOf } from './search-conditions.ts';
import type { Filters, Search, SearchPosition } from './search-conditions.ts';
import type { Rows } from './search-requests.ts';

const placeRow = z.object({ settledAt: z.int(), id: z.string() });
const sumRow = z.object({ refused: z.int() });

/** True where refused requests can match: they have no cost that could be certain or not. */
export function wantsRefusals({ outcome = 'refused', certainty }: Filters): boolean {
  return outcome === 'refused' && certainty === undefined;
}

/** Looks for refused requests before `start`, newest first. There are few enough to look through all of them. */
export async function findRefusals(connection: Connection, search: Search, start: SearchPosition): Promise<Found> {
  const { sql, params } = rowsBefore(search, start);
  const rows = await connection.all(
    `SELECT f.last_at AS settledAt, f.id ${sql} ORDER BY f.last_at DESC, f.id DESC LIMIT ?`,
    [...params, search.limit],
  );
  const places = z.array(placeRow).parse(rows);
  return { places, next: places.length === search.limit ? places.at(-1) : undefined };
}

/** How many requests were refused, every repeat counted. */
export async function countRefusals(connection: Connection, search: Filters, start: SearchPosition): Promise<number> {
  const { sql, params } = rowsBefore(search, start);
  const [row] = await connection.all(`SELECT IFNULL(SUM(f.count), 0) AS refused ${sql}`, params);
  return sumRow.parse(row).refused;
}

function rowsBefore(search: Filters, start: SearchPosition): Rows {
  const { session, from = 0 } = search;
  const who = subjectCondition(search, 'f');
  const inSession = session === undefined ? [] : [session];
  return {
    sql:
      `FROM refusals f INDEXED BY refusals_by_time WHERE (f.last_at, f.id) < (?, ?) AND f.last_at >= ?${who.sql}` +
      (session === undefined ? '' : ' AND f.session = ?'),
    params: [...valuesOf(start), from, ...who.params, ...inSession],
  };
}
