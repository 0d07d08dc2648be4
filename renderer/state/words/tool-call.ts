/** The endpoint under which calls of tools of MCP servers stand: the method of the protocol. */
const TOOL_ENDPOINT = 'tools/call';

/** True for a call of a tool of an MCP server: its model is `server/tool`, and it has no tokens. */
export function isToolCall({ endpoint, rule }: { readonly endpoint: string; readonly rule?: string }): boolean {
  return endpoint === TOOL_ENDPOINT || (rule?.startsWith('mcp-') ?? false);
}
