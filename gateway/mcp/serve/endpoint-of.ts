import type { McpServerRecord } from '../../ledger/records.ts';
import type { OfferedTool } from '../upstream/offered-tool.ts';

/** The endpoint of an API behind a tool, as policies name it: `GET pets/{id}`. Undefined for every other server. */
export function endpointOf({ way }: McpServerRecord, tool: OfferedTool): string | undefined {
  const meta: unknown = way.kind === 'openapi' ? tool['_meta'] : undefined;
  const endpoint: unknown = Reflect.get(Object(meta), ENDPOINT);
  return typeof endpoint === 'string' ? endpoint : undefined;
}

/** Where the description of a tool names it. */
export const ENDPOINT = 'purser/endpoint';
