import type { McpPrice } from '../../shared/mcp/mcp-views.ts';
import type { Statement } from '../platform/connection.ts';
import type { McpServerRecord, McpToolRecord } from './records.ts';

/** Writes about MCP servers and their tools. */
export const mcpStatements = {
  addMcpServer: ({ name, way, prices, createdAt }: McpServerRecord): Statement => ({
    sql: 'INSERT INTO mcp_servers (name, way, prices, created_at) VALUES (?, ?, ?, ?)',
    params: [name, JSON.stringify(way), JSON.stringify(prices), createdAt],
  }),
  setMcpPrices: (name: string, prices: readonly McpPrice[]): Statement => ({
    sql: 'UPDATE mcp_servers SET prices = ? WHERE name = ?',
    params: [JSON.stringify(prices), name],
  }),
  /** Its tools go with it. */
  removeMcpServer: (name: string): Statement => ({ sql: 'DELETE FROM mcp_servers WHERE name = ?', params: [name] }),
  saveMcpMove: (id: string, record: string, before: string): Statement => ({
    sql: 'INSERT OR REPLACE INTO mcp_moves (id, record, before) VALUES (?, ?, ?)',
    params: [id, record, before],
  }),
  removeMcpMove: (id: string): Statement => ({ sql: 'DELETE FROM mcp_moves WHERE id = ?', params: [id] }),
  trustMcpTool: ({ server, name, trusted }: McpToolRecord): Statement => ({
    sql: 'INSERT OR REPLACE INTO mcp_tools (server, name, trusted) VALUES (?, ?, ?)',
    params: [server, name, trusted],
  }),
};
