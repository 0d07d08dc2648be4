import type { ProviderName } from '../../../shared/ids.ts';
import type { McpWay } from '../../../shared/mcp/mcp-views.ts';

interface Server {
  readonly name: ProviderName;
  readonly way: McpWay;
}

/**
 * Whose caps and policies a call of a server counts against beside those of its sub-key: its own, as if it were a
 * provider. An API that is a provider already has those of that provider, whose key it spends.
 */
export function payeeOf({ name, way }: Server): { readonly name: ProviderName } {
  return { name: way.kind === 'openapi' ? way.provider : name };
}
