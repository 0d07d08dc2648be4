import type { AskFault, JsonObject } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';
import { isUsed } from '../../usage/unbounded-feature.ts';

/** The servers of tools (MCP) that the provider calls by itself. */
export interface McpServers {
  readonly count: number;
  /** Those whose tools are not in the request: the provider asks each for them, and Claude reads the answer. */
  readonly unlisted: number;
}

/**
 * Reads the servers of a request. The older form of the field needs no set of tools. Source: platform.claude.com
 * (2026-11), "MCP connector".
 */
export function readMcpServers({ mcp_servers: servers, tools }: JsonObject): McpServers | AskFault {
  const sets = (Array.isArray(tools) ? tools : []).filter(isObject).filter(({ type }) => type === 'mcp_toolset');
  if (!isUsed(servers)) return { count: sets.length, unlisted: sets.filter(isUnlisted).length };
  if (!Array.isArray(servers)) return { fault: 'malformed', message: 'The field "mcp_servers" must be a list.' };
  const listed = sets.filter((set) => !isUnlisted(set)).map((set) => set['mcp_server_name']);
  const unlisted = servers.filter((server) => !isObject(server) || !listed.includes(server['name']));
  return { count: servers.length, unlisted: unlisted.length };
}

function isUnlisted(set: JsonObject): boolean {
  return !Array.isArray(set['tools']);
}
