import { z } from 'zod';
import { refusalFactSchema } from '../../../shared/refusals/refusal-facts.ts';
import type { RefusalFact } from '../../../shared/refusals/refusal-facts.ts';
import { refusalViewSchema } from '../../../shared/contract/refusal-views.ts';
import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { Connection } from '../../platform/connection.ts';

const COLUMNS = `f.id, 'refused' AS outcome, f.agent_id AS agentId, IFNULL(a.former_name, a.name) AS agent,
  f.sub_key_id AS subKeyId, f.provider, f.model, f.endpoint, f.session, f.rule, f.message, f.status,
  f.first_at AS firstAt, f.last_at AS lastAt, f.count, f.about`;

/** The newest refused requests, newest first. */
export async function readRecentRefusals(connection: Connection, limit: number): Promise<readonly RefusalView[]> {
  const rows = await connection.all(
    `SELECT ${COLUMNS} FROM refusals f LEFT JOIN agents a ON a.id = f.agent_id
     ORDER BY f.last_at DESC, f.id DESC LIMIT ?`,
    [limit],
  );
  return viewsOf(rows);
}

/** These refused requests, newest first. */
export async function readRefusals(connection: Connection, ids: readonly string[]): Promise<readonly RefusalView[]> {
  if (ids.length === 0) return [];
  const rows = await connection.all(
    `SELECT ${COLUMNS} FROM refusals f LEFT JOIN agents a ON a.id = f.agent_id
     WHERE f.id IN (SELECT value FROM json_each(?)) ORDER BY f.last_at DESC, f.id DESC`,
    [JSON.stringify(ids)],
  );
  return viewsOf(rows);
}

function viewsOf(rows: readonly Readonly<Record<string, unknown>>[]): readonly RefusalView[] {
  const read = rows.map(({ about, ...row }) => {
    const fact = factIn(about);
    return fact === undefined ? row : { ...row, about: fact };
  });
  return z.array(refusalViewSchema).parse(read);
}

/** What a newer Purser wrote may have a code that this one does not know: then the sentence stands alone. */
function factIn(about: unknown): RefusalFact | undefined {
  if (typeof about !== 'string') return undefined;
  try {
    return refusalFactSchema.safeParse(JSON.parse(about)).data;
  } catch {
    return undefined;
  }
}
