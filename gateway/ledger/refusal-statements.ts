import type { RefusalRecord } from './records.ts';
import type { Statement } from '../platform/connection.ts';

const DAY_MS = 86_400_000;
/** How much is kept of refused requests: rows of one agent (or of strangers), rows of all of them, and days. */
export const MOST_REFUSALS = { each: 1_000, all: 20_000, days: 90 } as const;

const SAVE = `
  INSERT INTO refusals (id, agent_id, sub_key_id, provider, model, endpoint, session, project, rule, message, status,
    first_at, last_at, count, about)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
    value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13,
    value ->> 14
  FROM json_each(?) WHERE TRUE
  ON CONFLICT DO UPDATE SET model = excluded.model, endpoint = excluded.endpoint, session = excluded.session,
    message = excluded.message, status = excluded.status, last_at = excluded.last_at, count = excluded.count,
    about = excluded.about`;

/** Writes these rows, new and repeated ones, with one statement. */
export function saveRefusals(rows: readonly RefusalRecord[]): Statement {
  const list = rows.map((row) => [
    row.id,
    row.agentId,
    row.subKeyId,
    row.provider,
    row.model,
    row.endpoint,
    row.session,
    row.project,
    row.rule,
    row.message,
    row.status,
    row.firstAt,
    row.lastAt,
    row.count,
    row.about === undefined ? null : JSON.stringify(row.about),
  ]);
  return { sql: SAVE, params: [JSON.stringify(list)] };
}

/** Forgets the oldest rows of these agents (null: of strangers), of everybody, and those that are too old. */
export function forgetRefusals(agents: readonly (string | null)[], now: number): readonly Statement[] {
  return [
    ...agents.map((agent) => ({
      sql: `DELETE FROM refusals WHERE agent_id IS ?1 AND last_at < (
              SELECT last_at FROM refusals WHERE agent_id IS ?1 ORDER BY last_at DESC LIMIT 1 OFFSET ?2)`,
      params: [agent, MOST_REFUSALS.each - 1],
    })),
    {
      sql: `DELETE FROM refusals WHERE last_at < MAX(?1, IFNULL((
              SELECT last_at FROM refusals ORDER BY last_at DESC LIMIT 1 OFFSET ?2), 0))`,
      params: [now - MOST_REFUSALS.days * DAY_MS, MOST_REFUSALS.all - 1],
    },
  ];
}
