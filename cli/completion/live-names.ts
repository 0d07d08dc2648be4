import type { GatewayClient, PurserClient } from '../../shared/contract/contract.ts';
import type { LiveNames } from './command-tree.ts';

/** The names that may stand in a place now. */
export const READ_NAMES: Readonly<
  Record<LiveNames, (gateway: GatewayClient, host: PurserClient) => Promise<readonly string[]>>
> = {
  agents: async (gateway) => (await gateway.agents.list()).map(({ name }) => name),
  keys: async (gateway) => (await gateway.keys.list()).filter(({ state }) => state !== 'revoked').map(({ id }) => id),
  providers: async (gateway) => (await gateway.providers.list()).map(({ name }) => name),
  tools: async (gateway) =>
    (await gateway.connections.list()).filter(({ state }) => state === 'found').map(({ id }) => id),
  connections: async (gateway) =>
    (await gateway.connections.list()).flatMap(({ connections }) => connections.map(({ id }) => id)),
  approvals: async (gateway) => (await gateway.approvals.list()).map(({ id }) => id),
  browsers: async (_, host) => (await host.dashboard.sessions()).map(({ id }) => id),
};
