import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { McpServerView } from '../../shared/mcp/mcp-views.ts';
import type { AgentView, ProviderView, SubKeyView } from '../../shared/contract/views.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';

/** The agents, providers, sub-keys and policies of a gateway, as far as a policy file can name them. */
export interface GatewayState {
  readonly timeZone: string;
  readonly providers: readonly Pick<ProviderView, 'name'>[];
  /** MCP servers: their policies stand beside those of providers. */
  readonly servers: readonly Pick<McpServerView, 'name'>[];
  readonly agents: readonly AgentView[];
  /** Revoked ones too: a file in git outlives its sub-keys. */
  readonly keys: readonly SubKeyView[];
  readonly policies: ReadonlyMap<PolicyScope, Policy>;
}

/** Asks a gateway for all of it. */
export async function readGatewayState(gateway: GatewayClient): Promise<GatewayState> {
  const [{ timeZone }, providers, servers, agents, keys, policies] = await Promise.all([
    gateway.status(),
    gateway.providers.list(),
    gateway.mcp.list(),
    gateway.agents.list(),
    gateway.keys.list(),
    gateway.policies.list(),
  ]);
  return {
    timeZone,
    providers,
    servers,
    agents,
    keys,
    policies: new Map(policies.map(({ scope, policy }) => [scope, policy])),
  };
}
