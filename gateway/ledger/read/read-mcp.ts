import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import { mcpPriceSchema, mcpWaySchema } from '../../../shared/mcp/mcp-views.ts';
import { providerNameSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
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

const moveRow = z.object({ record: z.string(), before: z.string() });

/** Every MCP server, and what belongs to them. */
export interface McpContents {
  readonly mcpServers: readonly McpServerRecord[];
  /** Tools of theirs, as they were when they were trusted. */
  readonly mcpTools: readonly McpToolRecord[];
  /** Servers that were moved out of tools' files, as they were written; the room of connections knows their form. */
  readonly mcpMoves: readonly z.infer<typeof moveRow>[];
}

/** Reads them. */
export async function readMcp(connection: Connection): Promise<McpContents> {
  const servers = await connection.all(
    'SELECT name, way, prices, created_at AS createdAt FROM mcp_servers ORDER BY created_at, name',
  );
  const tools = await connection.all('SELECT server, name, trusted FROM mcp_tools ORDER BY server, name');
  const moves = await connection.all('SELECT record, before FROM mcp_moves ORDER BY id');
  return {
    mcpServers: z.array(serverRow).parse(servers),
    mcpTools: z.array(toolRow).parse(tools),
    mcpMoves: z.array(moveRow).parse(moves),
  };
}

/** The sub-keys that have called a server since a moment. */
async function readMcpCallers(connection: Connection, server: string, since: number): Promise<readonly SubKeyId[]> {
  const rows = await connection.all(
    `SELECT DISTINCT sub_key_id AS id FROM requests
     WHERE endpoint = 'tools/call' AND provider = ? AND started_at >= ?`,
    [server, since],
  );
  return z
    .array(z.object({ id: subKeyIdSchema }))
    .parse(rows)
    .map(({ id }) => id);
}

/** What the calls of each server add up to. */
async function readMcpTallies(connection: Connection): Promise<readonly McpTally[]> {
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

/** What is asked about the calls of MCP servers. */
export interface McpReads {
  /** What the calls of each server add up to. */
  mcpTallies(): Promise<readonly McpTally[]>;
  /** The sub-keys that have called a server since a moment. */
  mcpCallers(server: string, since: number): Promise<readonly SubKeyId[]>;
}

/** The same over the connection that reads. */
export function mcpReads(reader: Connection): McpReads {
  return {
    mcpTallies: () => readMcpTallies(reader),
    mcpCallers: (server, since) => readMcpCallers(reader, server, since),
  };
}
