import { z } from 'zod';
import { agentIdSchema } from '../../../shared/ids.ts';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import type { Connection } from '../../platform/connection.ts';

const bucketRow = z.object({
  bucket: z.int(),
  agentId: agentIdSchema,
  agent: z.string(),
  provider: z.string(),
  model: z.string(),
  subKeyId: z.string(),
  requests: z.int(),
  cost: nanodollarsSchema,
  inputTokens: z.int(),
  outputTokens: z.int(),
});
export type BucketRow = z.infer<typeof bucketRow>;

/** Rollups of quarter hours that begin in `[from, to)`: at most a few hundred rows a day of heavy use. */
export async function readBuckets(connection: Connection, from: number, to: number): Promise<readonly BucketRow[]> {
  const rows = await connection.all(
    `SELECT u.bucket, u.agent_id AS agentId, IFNULL(a.former_name, a.name) AS agent, u.provider, u.model, ` +
      `u.sub_key_id AS subKeyId, ` +
      `u.requests, u.cost,
       u.input_tokens AS inputTokens, u.output_tokens AS outputTokens
     FROM rollups u JOIN agents a ON a.id = u.agent_id WHERE u.bucket >= ? AND u.bucket < ? ORDER BY u.bucket`,
    [from, to],
  );
  return z.array(bucketRow).parse(rows);
}

/**
 * Rollups since `recentFrom` one by one; older ones summed up for each sub-key and provider, dated at the last of them.
 */
export async function readHistory(connection: Connection, recentFrom: number): Promise<readonly BucketRow[]> {
  const rows = await connection.all(
    `SELECT MAX(u.bucket) AS bucket, u.agent_id AS agentId, '' AS agent, u.provider, '' AS model, u.sub_key_id AS ` +
      `subKeyId, SUM(u.requests) AS requests, SUM(u.cost) AS cost,
       0 AS inputTokens, 0 AS outputTokens FROM rollups u WHERE u.bucket < ?1 GROUP BY u.sub_key_id, u.agent_id, ` +
      `u.provider
     UNION ALL
     SELECT u.bucket, u.agent_id, '', u.provider, '', u.sub_key_id, SUM(u.requests), SUM(u.cost), 0, 0 FROM rollups ` +
      `u WHERE u.bucket >= ?1 GROUP BY u.bucket, u.sub_key_id, u.agent_id, u.provider`,
    [recentFrom],
  );
  return z.array(bucketRow).parse(rows);
}
