import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import type { Connection } from '../../platform/connection.ts';

/** Whose spending a part is of. */
export type PartOf =
  | { readonly of: 'everything' }
  /** An agent with those that have become part of it. */
  | { readonly of: 'provider' | 'agent' | 'key'; readonly id: string };

/** Money of one quarter hour, which begins at `bucket`. */
export interface PartRow {
  readonly bucket: number;
  readonly model: string;
  readonly cost: number;
}

const rows = z.array(z.object({ bucket: z.int(), model: z.string(), cost: nanodollarsSchema }));

/** What each model has cost, by quarter hours. @param counted ids of requests that are left out */
export async function readModelPart(
  connection: Connection,
  part: PartOf,
  counted: readonly string[],
): Promise<readonly PartRow[]> {
  const { where, of } = whereOf(part);
  const found = await connection.all(
    // One statement sees one state of the ledger.
    `SELECT bucket, model, SUM(cost) AS cost FROM (
       SELECT bucket, model, cost FROM rollups WHERE ${where}
       UNION ALL ${without(`model`, where)}
     ) GROUP BY bucket, model HAVING SUM(cost) > 0`,
    [of, JSON.stringify(counted)],
  );
  return rows.parse(found);
}

/**
 * How often each tool was called, by quarter hours: a count stands where money does. A tool stands in the ledger as
 * `SERVER/TOOL`, under the name of its server or of the API behind it; the names of providers are no servers'.
 * @param counted ids of calls that are left out
 */
export async function readToolCallPart(
  connection: Connection,
  part: PartOf,
  counted: readonly string[],
): Promise<readonly PartRow[]> {
  const { where, of } = whereOf(part);
  const found = await connection.all(
    `SELECT bucket, model, SUM(calls) AS cost FROM (
       SELECT bucket, model, requests AS calls FROM rollups WHERE ${where} AND (
         (substr(model, 1, length(provider) + 1) = provider || '/' AND provider NOT IN (SELECT name FROM providers))
         OR EXISTS (SELECT 1 FROM mcp_servers s WHERE json_extract(s.way, '$.provider') = provider
           AND substr(model, 1, length(s.name) + 1) = s.name || '/'))
       UNION ALL SELECT started_at - started_at % 900000 AS bucket, model, -1 AS calls FROM requests
         WHERE id IN (SELECT value FROM json_each(?2)) AND settled_at IS NOT NULL AND ${where}
     ) GROUP BY bucket, model HAVING SUM(calls) > 0`,
    [of, JSON.stringify(counted)],
  );
  return rows.parse(found);
}

/**
 * What one conversation has cost, by quarter hours; `null` is all that belongs to none.
 * @param counted ids of requests that are left out
 */
export async function readConversationPart(
  connection: Connection,
  part: PartOf,
  session: string | null,
  counted: readonly string[],
): Promise<readonly PartRow[]> {
  const { where, of } = whereOf(part);
  const ofSession = part.of === 'agent' ? `sub_key_id IN (SELECT id FROM sub_keys WHERE ${where})` : where;
  const spent =
    session === null
      ? `SELECT bucket, cost FROM rollups WHERE ${where}
         UNION ALL SELECT bucket, -cost FROM session_spend WHERE ${ofSession}`
      : `SELECT bucket, cost FROM session_spend WHERE session = ?3 AND ${ofSession}`;
  const isOfIt = session === null ? 'session IS NULL' : 'session = ?3';
  const found = await connection.all(
    `SELECT bucket, '' AS model, SUM(cost) AS cost FROM (
       ${spent}
       UNION ALL SELECT bucket, cost FROM (${without(`''`, `${where} AND ${isOfIt}`)})
     ) GROUP BY bucket HAVING SUM(cost) > 0`,
    [of, JSON.stringify(counted), ...(session === null ? [] : [session])],
  );
  return rows.parse(found);
}

/** Takes away what is left out. */
function without(model: string, where: string): string {
  return (
    `SELECT started_at - started_at % 900000 AS bucket, ${model} AS model, -cost AS cost FROM requests ` +
    `WHERE id IN (SELECT value FROM json_each(?2)) AND settled_at IS NOT NULL AND ${where}`
  );
}

/** A condition on ?1. */
function whereOf(part: PartOf): { readonly where: string; readonly of: string } {
  switch (part.of) {
    case 'everything':
      return { where: "?1 = ''", of: '' };
    case 'provider':
      return { where: 'provider = ?1', of: part.id };
    case 'key':
      return { where: 'sub_key_id = ?1', of: part.id };
    case 'agent':
      return { where: 'agent_id IN (SELECT id FROM agents WHERE id = ?1 OR merged_into = ?1)', of: part.id };
  }
}
