import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import { TOOL_ENDPOINT } from '../../domain/mcp/tool-facts.ts';
import type { Connection } from '../../platform/connection.ts';

const usedRow = z.object({
  provider: z.string(),
  model: z.string(),
  isTool: z.int().transform((value) => value !== 0),
});
const bucketRow = z.object({ bucket: z.int(), cost: nanodollarsSchema });
const OF_AGENT = 'agent_id IN (SELECT id FROM agents WHERE id = ?1 OR merged_into = ?1)';

/** What an agent has used since a moment: models and tools, money by quarter hours, and its busiest minute. */
export async function readAgentUse(connection: Connection, agentId: string, since: number) {
  const of = [agentId, since];
  const used = await connection.all(
    `SELECT DISTINCT provider, model, endpoint = '${TOOL_ENDPOINT}' AS isTool FROM requests
     WHERE ${OF_AGENT} AND started_at >= ?2 AND settled_at IS NOT NULL ORDER BY provider, model`,
    of,
  );
  const buckets = await connection.all(
    `SELECT bucket, SUM(cost) AS cost FROM rollups WHERE ${OF_AGENT} AND bucket >= ?2 GROUP BY bucket`,
    of,
  );
  const [busiest] = await connection.all(
    `SELECT COUNT(*) AS requests FROM requests WHERE ${OF_AGENT} AND started_at >= ?2
     GROUP BY started_at / 60000 ORDER BY requests DESC LIMIT 1`,
    of,
  );
  return {
    used: z.array(usedRow).parse(used),
    buckets: z.array(bucketRow).parse(buckets),
    busiestMinute: Number(busiest?.['requests'] ?? 0),
  };
}
