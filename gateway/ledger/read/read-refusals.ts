import { z } from 'zod';
import { refusalViewSchema } from '../../../shared/contract/refusal-views.ts';
import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { Connection } from '../../platform/connection.ts';

const COLUMNS = `f.id, 'refused' AS outcome, f.agent_id AS agentId, IFNULL(a.former_name, a.name) AS agent,
  f.sub_key_id AS subKeyId, f.provider, f.model, f.endpoint, f.session, f.rule, f.message, f.status,
  f.first_at AS firstAt, f.last_at AS lastAt, f.count`;

/** The newest refused requests, newest first. */
export async function readRecentRefusals(connection: Connection, limit: number): Promise<readonly RefusalView[]> {
  const rows = await connection.all(
    `SELECT ${COLUMNS} FROM refusals f LEFT JOIN agents a ON a.id = f.agent_id
     ORDER BY f.last_at DESC, f.id DESC LIMIT ?`,
    [limit],
  );
  return z.array(refusalViewSchema).parse(rows);
}

/** These refused requests, newest first. */
export async function readRefusals(connection: Connection, ids: readonly string[]): Promise<readonly RefusalView[]> {
  if (ids.length === 0) return [];
  const rows = await connection.all(
    `SELECT ${COLUMNS} FROM refusals f LEFT JOIN agents a ON a.id = f.agent_id
     WHERE f.id IN (SELECT value FROM json_each(?)) ORDER BY f.last_at DESC, f.id DESC`,
    [JSON.stringify(ids)],
  );
  return z.array(refusalViewSchema).parse(rows);
}
