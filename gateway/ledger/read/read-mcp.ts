import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import { mcpPriceSchema, mcpWaySchema } from '../../../shared/mcp/mcp-views.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import type { Connection } from '../../platform/connection.ts';
import type { McpServerRecord, McpToolRecord } from '../records.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));
const serverRow = z.object({
  name: providerNameSchema,
  way: json.pipe(mcpWaySchema),
  prices: json.pipe(z.array(mcpPriceSchema)),
  createdAt: z.int(),
});
const toolRow = z.object({ server: providerNameSchema, name: z.string(), trusted: z.string() });
const tallyRow = z.object({
  server: providerNameSchema,
  calls: z.int(),
  errors: z.int(),
  cost: nanodollarsSchema,
  lastUsedAt: z.int().nullable(),
});
export type McpTally = z.infer<typeof tallyRow>;

/** Every MCP server, and the tools that are trusted. */
export async function readMcp(connection: Connection): Promise<{
  readonly mcpServers: readonly McpServerRecord[];
  readonly mcpTools: readonly McpToolRecord[];
}> {
  const servers = await connection.all(
    'SELECT name, way, prices, created_at AS createdAt FROM mcp_servers ORDER BY created_at, name',
  );
  const tools = await connection.all('SELECT server, name, trusted FROM mcp_tools ORDER BY server, name');
  return { mcpServers: z.array(serverRow).parse(servers), mcpTools: z.array(toolRow).parse(tools) };
}

/** What the calls of each server add up to. */
export async function readMcpTallies(connection: Connection): Promise<readonly McpTally[]> {
  const rows = await connection.all(
    `SELECT s.name AS server, COUNT(r.id) AS calls, IFNULL(SUM(r.outcome <> 'served'), 0) AS errors,
       IFNULL(SUM(r.cost), 0) AS cost, MAX(r.started_at) AS lastUsedAt
     FROM mcp_servers s LEFT JOIN requests r ON r.endpoint = 'tools/call'
       AND r.provider = IFNULL(json_extract(s.way, '$.provider'), s.name)
       AND substr(r.model, 1, length(s.name) + 1) = s.name || '/'
       AND r.started_at >= s.created_at AND r.outcome IS NOT NULL
     GROUP BY s.name`,
  );
  return z.array(tallyRow).parse(rows);
}
