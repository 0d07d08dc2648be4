import type { JsonObject } from '../formats/json-value.ts';
import type { McpPart } from '../tool-spec.ts';

/** The name of Purser's entry among a tool's MCP servers. */
export const MCP_ENTRY = 'purser';

/** The form that most tools share: the transport is known by the address. */
export function plainHttp(url: string, headers: JsonObject): JsonObject {
  return { url, headers };
}

/** The same with the transport by name. */
export function typedHttp(type: string): McpPart['http'] {
  return (url, headers) => ({ type, url, headers });
}
