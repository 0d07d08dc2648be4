import type { McpKeeper } from '../connections/connection-deps.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import type { Engine } from './engine.ts';
import { addMcpServer, removeMcpServer } from './mcp.ts';

type Inside = Pick<Engine, 'mcp' | 'providers' | 'clock' | 'spend' | 'limits' | 'ledger' | 'directory'>;

/** @see McpKeeper */
export function createMcpKeeper(inside: Inside, { kind }: Pick<SecretStore, 'kind'>): McpKeeper {
  const { providers, ledger, directory } = inside;
  const { servers, door } = inside.mcp;
  return {
    keepsSecrets: kind !== 'memory',
    holderOf: (name) => (servers.find(name) ? 'server' : providers.find(name) ? 'provider' : undefined),
    async isSame({ name, way, secrets }) {
      const found = servers.find(name);
      if (!found || textOf(found.way) !== textOf(way)) return false;
      const kept = await servers.secretsOf(found);
      return sorted(kept) === sorted(secrets);
    },
    async keep({ name, way, secrets, at }, unchecked) {
      const { tools } = await addMcpServer(inside, { name, way, secrets, prices: [], unchecked, createdAt: at });
      door.toolsChanged();
      return tools.length;
    },
    async release(name, at, agent) {
      if (servers.find(name)?.createdAt !== at) return false;
      const callers = await ledger.mcpCallers(name, at);
      if (callers.some((id) => directory.key(id).agentId !== agent)) return false;
      await removeMcpServer(inside, name);
      return true;
    },
  };
}

/** The order in which variables and headers are named says nothing. */
function textOf(way: object): string {
  return sorted(
    Object.fromEntries(
      Object.entries(way).map(([field, value]: [string, unknown]) => [
        field,
        field === 'variables' || field === 'headers'
          ? JSON.stringify([...asNames(value)].toSorted())
          : JSON.stringify(value),
      ]),
    ),
  );
}

function asNames(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function sorted(fields: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(fields).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
