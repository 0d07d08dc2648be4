import type { ProviderName } from '../../../shared/ids.ts';
import type { McpServerRecord } from '../../ledger/records.ts';
import type { OfferedTool } from '../upstream/offered-tool.ts';

/**
 * Whose caps and policies a call of a server counts against beside those of its sub-key: its own, as if it were a
 * provider. An API that is a provider already has those of that provider, whose key it spends.
 */
export function payeeOf({ name, way }: McpServerRecord): { readonly name: ProviderName } {
  return { name: way.kind === 'openapi' ? way.provider : name };
}

/** The endpoint of an API behind a tool, as policies name it: `GET pets/{id}`. Undefined for every other server. */
export function endpointOf({ way }: McpServerRecord, tool: OfferedTool): string | undefined {
  const meta: unknown = way.kind === 'openapi' ? tool['_meta'] : undefined;
  const endpoint: unknown = Reflect.get(Object(meta), ENDPOINT);
  return typeof endpoint === 'string' ? endpoint : undefined;
}

/** Where the description of a tool names it. */
export const ENDPOINT = 'purser/endpoint';
