import type { Statement } from '../../platform/connection.ts';

const rate = (part: string): string =>
  `IFNULL(json_extract(price, '$.${part}.base'), json_extract(price, '$.${part}'))`;
const PLAIN = rate('input_mtok');

/**
 * The saving of the prompt cache on a row of requests, in nano-dollars, less the surcharge for writing to it. Computed
 * from the rates that the row kept, in dollars per million tokens (a thousand nano-dollars a token), tiered ones at
 * their base. Rates that cannot be read save nothing: a settlement must not fail over it.
 */
export const SAVED = `CASE WHEN json_valid(price) THEN IFNULL(CAST(ROUND(1000 * (
  cache_read_tokens * (${PLAIN} - IFNULL(${rate('cache_read_mtok')}, ${PLAIN}))
  - cache_write_tokens * (IFNULL(${rate('cache_write_mtok')}, ${PLAIN}) - ${PLAIN}))) AS INTEGER), 0) ELSE 0 END`;

const add = (sign: '' | '-', bucket: string, condition: string): string =>
  `INSERT INTO cache_savings (bucket, saved)
   SELECT ${bucket}, ${sign}${SAVED} FROM requests WHERE id = ? AND ${condition}
   ON CONFLICT DO UPDATE SET saved = saved + excluded.saved`;

interface CachedRow {
  readonly id: string;
  /** The quarter of an hour that it counts in, as SQL: its row knows when it began. */
  readonly bucket: string;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/**
 * Adds the saving of a request, if the statement just before changed something. Nothing is written for one without a
 * cache.
 */
export function addSaving({ id, bucket, cacheRead, cacheWrite }: CachedRow): readonly Statement[] {
  return cacheRead + cacheWrite === 0 ? [] : [{ sql: add('', bucket, 'changes() > 0'), params: [id] }];
}

/**
 * Takes it out again, before the rates of a request are replaced. @param cost the request is left alone when it costs
 * something else by now
 */
export function takeSaving({ id, bucket, cacheRead, cacheWrite }: CachedRow, cost: number): readonly Statement[] {
  return cacheRead + cacheWrite === 0 ? [] : [{ sql: add('-', bucket, 'cost = ?'), params: [id, cost] }];
}
