import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import type { Connection } from '../../platform/connection.ts';

/** Whose spending a part is of. */
export type PartOf =
  | { readonly of: 'everything' }
  | { readonly of: 'provider' | 'key'; readonly id: string }
  /** With those that have become part of them. */
  | { readonly of: 'agents'; readonly ids: readonly string[] };

/** What was settled before a moment. Requests that the book of caps counts by itself are left out. */
interface Before {
  /** Epoch milliseconds: what began then or later is left out. */
  readonly began: number;
  /** Ids of requests that were running then. */
  readonly running: readonly string[];
}

/** Money of one quarter hour, which begins at `bucket`. */
export interface PartRow {
  readonly bucket: number;
  readonly model: string;
  readonly cost: number;
}

const rows = z.array(z.object({ bucket: z.int(), model: z.string(), cost: nanodollarsSchema }));

/** What each model has cost, by quarter hours. */
export async function readModelPart(connection: Connection, part: PartOf, before: Before): Promise<readonly PartRow[]> {
  const { where, of } = whereOf(part);
  const found = await connection.all(
    // One statement sees one state of the ledger.
    `SELECT bucket, model, SUM(cost) AS cost FROM (
       SELECT bucket, model, cost FROM rollups WHERE ${where}
       UNION ALL ${counted(`model`, where)}
     ) GROUP BY bucket, model HAVING SUM(cost) > 0`,
    [of, ...valuesOf(before)],
  );
  return rows.parse(found);
}

/** What one conversation has cost, by quarter hours; `null` is all that belongs to none. */
export async function readConversationPart(
  connection: Connection,
  part: PartOf,
  session: string | null,
  before: Before,
): Promise<readonly PartRow[]> {
  const { where, of } = whereOf(part);
  const ofSession = part.of === 'agents' ? `sub_key_id IN (SELECT id FROM sub_keys WHERE ${where})` : where;
  const spent =
    session === null
      ? `SELECT bucket, cost FROM rollups WHERE ${where}
         UNION ALL SELECT bucket, -cost FROM session_spend WHERE ${ofSession}`
      : `SELECT bucket, cost FROM session_spend WHERE session = ?4 AND ${ofSession}`;
  const isOfIt = session === null ? 'session IS NULL' : 'session = ?4';
  const found = await connection.all(
    `SELECT bucket, '' AS model, SUM(cost) AS cost FROM (
       ${spent}
       UNION ALL SELECT bucket, cost FROM (${counted(`''`, `${where} AND ${isOfIt}`)})
     ) GROUP BY bucket HAVING SUM(cost) > 0`,
    [of, ...valuesOf(before), ...(session === null ? [] : [session])],
  );
  return rows.parse(found);
}

/** Takes away what the book of caps counts by itself. */
function counted(model: string, where: string): string {
  const part = (which: string): string =>
    `SELECT started_at - started_at % 900000 AS bucket, ${model} AS model, -cost AS cost FROM requests
     WHERE ${which} AND settled_at IS NOT NULL AND ${where}`;
  return (
    `${part('started_at >= ?2')} UNION ALL ` + `${part('started_at < ?2 AND id IN (SELECT value FROM json_each(?3))')}`
  );
}

function valuesOf({ began, running }: Before): readonly [number, string] {
  return [began, JSON.stringify(running)];
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
    case 'agents': {
      const listed = 'IN (SELECT value FROM json_each(?1))';
      return {
        where: `agent_id IN (SELECT id FROM agents WHERE id ${listed} OR merged_into ${listed})`,
        of: JSON.stringify(part.ids),
      };
    }
  }
}
