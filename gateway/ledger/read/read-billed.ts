import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import type { Connection } from '../../platform/connection.ts';

const billedRow = z.object({
  row: z.int(),
  id: requestIdSchema,
  subKeyId: subKeyIdSchema,
  agentId: agentIdSchema,
  provider: providerNameSchema,
  model: z.string(),
  session: z.string().nullable(),
  startedAt: z.int(),
  settledAt: z.int(),
  input: z.int(),
  cacheRead: z.int(),
  cacheWrite: z.int(),
  output: z.int(),
  usageParts: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.record(z.string(), z.number())),
  tier: z.string().nullable(),
  cost: nanodollarsSchema,
});
/** A settled request with all that its cost was made from. */
export type BilledRow = z.infer<typeof billedRow>;

const COLUMNS =
  `rowid AS row, id, sub_key_id AS subKeyId, agent_id AS agentId, provider, model, session, started_at AS ` +
  `startedAt, settled_at AS settledAt,
  input_tokens AS input, cache_read_tokens AS cacheRead, cache_write_tokens AS cacheWrite, output_tokens AS output, ` +
  `usage_parts AS usageParts, tier, cost`;

/** Requests that were billed by what their provider said they used, in the order of their rows. */
export async function readBilled(
  connection: Connection,
  since: number,
  afterRow: number,
  limit: number,
): Promise<readonly BilledRow[]> {
  const rows = await connection.all(
    `SELECT ${COLUMNS} FROM requests
     WHERE rowid > ? AND started_at >= ? AND settled_at IS NOT NULL AND certainty = 'exact' AND (basis IS NULL OR ` +
      `basis = 'usage')
       AND (input_tokens > 0 OR output_tokens > 0 OR usage_parts <> '{}')
     ORDER BY rowid LIMIT ?`,
    [afterRow, since, limit],
  );
  return z.array(billedRow).parse(rows);
}

/** Requests at an assumed price of this model, in the order of their rows. */
export async function readAssumed(
  connection: Connection,
  { provider, model }: { readonly provider: string; readonly model: string },
  afterRow: number,
  limit: number,
): Promise<readonly BilledRow[]> {
  const rows = await connection.all(
    `SELECT ${COLUMNS} FROM requests
     WHERE rowid > ? AND provider = ? AND model = ? AND settled_at IS NOT NULL AND basis = 'assumed-price'
     ORDER BY rowid LIMIT ?`,
    [afterRow, provider, model, limit],
  );
  return z.array(billedRow).parse(rows);
}

/** Requests of a UTC day that are estimated or assumed. @param providers by name */
export async function readUncertain(
  connection: Connection,
  providers: readonly string[],
  from: number,
  to: number,
): Promise<readonly BilledRow[]> {
  const rows = await connection.all(
    `SELECT ${COLUMNS} FROM requests WHERE started_at >= ? AND started_at < ? AND settled_at IS NOT NULL AND ` +
      `certainty <> 'exact' AND cost > 0 AND provider IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
    [from, to, JSON.stringify(providers)],
  );
  return z.array(billedRow).parse(rows);
}

/** One settled request, however it was billed. */
export async function readBilledOne(connection: Connection, id: string): Promise<BilledRow | undefined> {
  const rows = await connection.all(`SELECT ${COLUMNS} FROM requests WHERE id = ? AND settled_at IS NOT NULL`, [id]);
  return z.array(billedRow).parse(rows)[0];
}
