/**
 * The MCP server that a path means: `/mcp/NAME` one, `/mcp` all of them. @returns undefined for every other path
 */
export function serverInPath(pathname: string): { readonly name: string | undefined } | undefined {
  const match = /^\/mcp(?:\/([a-z][a-z0-9-]{0,31}))?\/?$/.exec(pathname);
  return match ? { name: match[1] } : undefined;
}
