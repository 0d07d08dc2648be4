import { z } from 'zod';
import type { AuditEntry } from '../audit/entry.ts';
import { isAhead, minuteAfter } from '../domain/time/clock-back.ts';
import type { Connection } from '../platform/connection.ts';
import { BUCKET_MS } from './statements.ts';
import type { WriteQueue } from './write-queue.ts';
import type { Statement } from '../platform/connection.ts';

/** A clock that is behind the dates in the ledger. */
export interface ClockStep {
  readonly now: number;
  /** When the day of `now` ends, and with it the longest raise that a person gives. */
  readonly endOfDay: number;
  /** The clock was seen to go back. Else the dates in the ledger must be a minute ahead: seconds change nothing. */
  readonly seen: boolean;
}

/** A day with a change of clocks, and the next one of a person who has travelled. */
const LONGEST_DAY_MS = 26 * 3_600_000;

const foundRow = z.object({ requests: z.int(), lastStart: z.int(), lastEnd: z.int(), lastRaise: z.int() });

/**
 * Dates all records of later minutes at `now`, in one transaction: requests, the rollups and savings that they are part
 * of, and raises. The audit log keeps its times, and records the change.
 * @returns true where a record was changed
 */
export async function redate(queue: Pick<WriteQueue, 'writePlanned'>, step: ClockStep): Promise<boolean> {
  const { now, endOfDay, seen } = step;
  const later = minuteAfter(now);
  const isLater = (at: number): boolean => (seen ? at >= later : isAhead(at, now));
  let found = false;
  await queue.writePlanned(async (connection) => {
    const { requests, lastStart, lastEnd, lastRaise } = await look(connection, later);
    const detail = { from: Math.max(lastStart, lastEnd), to: now, requests };
    const entry: AuditEntry = { at: now, kind: 'clock-went-back', detail };
    const statements = [
      ...(isLater(lastStart) ? moveStarts(now, later) : []),
      ...(isLater(lastEnd) ? [moveEnds(now, later)] : []),
      ...((seen ? lastRaise > endOfDay : isAhead(lastRaise, endOfDay + LONGEST_DAY_MS)) ? [cutRaises(endOfDay)] : []),
    ];
    found = statements.length > 0;
    return { statements, entries: isLater(lastStart) || isLater(lastEnd) ? [entry] : [] };
  });
  return found;
}

async function look(connection: Pick<Connection, 'all'>, later: number): Promise<z.infer<typeof foundRow>> {
  const rows = await connection.all(
    `SELECT (SELECT COUNT(*) FROM requests WHERE started_at >= ? OR settled_at >= ?) AS requests,
       MAX(IFNULL((SELECT MAX(started_at) FROM requests), 0),
         IFNULL((SELECT MAX(bucket) FROM rollups), 0)) AS lastStart,
       IFNULL((SELECT MAX(settled_at) FROM requests WHERE settled_at IS NOT NULL), 0) AS lastEnd,
       IFNULL((SELECT MAX(until) FROM raises), 0) AS lastRaise`,
    [later, later],
  );
  const [row] = z.array(foundRow).parse(rows);
  if (!row) throw new Error('an aggregate has one row');
  return row;
}

/** Rollups and savings that lie ahead are added to those of now. */
function moveStarts(now: number, later: number): readonly Statement[] {
  const bucket = now - (now % BUCKET_MS);
  return [
    { sql: 'UPDATE requests SET started_at = ? WHERE started_at >= ?', params: [now, later] },
    {
      sql: `INSERT INTO rollups
              (bucket, sub_key_id, agent_id, provider, model, requests, cost, input_tokens, output_tokens,
                cache_read_tokens)
            SELECT
              ?1, sub_key_id, agent_id, provider, model, SUM(requests), SUM(cost), SUM(input_tokens),
              SUM(output_tokens), SUM(cache_read_tokens)
            FROM rollups WHERE bucket > ?1 GROUP BY sub_key_id, agent_id, provider, model
            ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, cost = cost + excluded.cost,
              input_tokens = input_tokens + excluded.input_tokens,
              output_tokens = output_tokens + excluded.output_tokens,
              cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens`,
      params: [bucket],
    },
    { sql: 'DELETE FROM rollups WHERE bucket > ?', params: [bucket] },
    {
      sql: `INSERT INTO cache_savings (bucket, saved)
            SELECT ?1, SUM(saved) FROM cache_savings WHERE bucket > ?1 HAVING COUNT(*) > 0
            ON CONFLICT DO UPDATE SET saved = saved + excluded.saved`,
      params: [bucket],
    },
    { sql: 'DELETE FROM cache_savings WHERE bucket > ?', params: [bucket] },
  ];
}

const moveEnds = (now: number, later: number): Statement => ({
  sql: 'UPDATE requests SET settled_at = ? WHERE settled_at >= ?',
  params: [now, later],
});

const cutRaises = (endOfDay: number): Statement => ({
  sql: 'UPDATE raises SET until = ? WHERE until > ?',
  params: [endOfDay, endOfDay],
});
