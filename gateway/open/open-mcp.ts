import type { ProviderName } from '../../shared/ids.ts';
import { apiProvider } from '../mcp/upstream/api-provider.ts';
import { fetchThrough } from '../egress/fetch-through.ts';
import { openServerBook } from '../mcp/book/server-book.ts';
import { openTrustBook } from '../mcp/book/trust-book.ts';
import { loadWhenUsed } from '../mcp/load-when-used.ts';
import type { Mcp } from '../mcp/mcp.ts';
import { watchSessions } from '../mcp/serve/last-sessions.ts';
import type { McpDeps } from '../mcp/serve/mcp-deps.ts';
import { fetchDescription } from '../mcp/upstream/fetch-description.ts';
import { readOfferedTool } from '../mcp/upstream/offered-tool.ts';
import type { GatewayConfig, GatewayDeps } from './gateway-deps.ts';
import type { Money } from './open-money.ts';
import type { Store } from './open-store.ts';
import type { UpstreamSide } from './open-upstream-side.ts';
import type { Undo } from './undo.ts';

/** So long that nobody guesses it. */
const STATE_BYTES = 32;

/** What the way of a tool call shares with that of a request. */
export type SharedWithProxy = Omit<McpDeps, 'version' | 'append' | 'ledger' | 'sessions' | 'servers' | 'trust' | 'hub'>;

/** Opens the room of MCP servers. Nothing is started before it is used. */
export function openMcp(
  { clock, random, secrets }: GatewayDeps,
  config: GatewayConfig,
  parts: Store & Money & UpstreamSide & SharedWithProxy,
  undo: Undo,
): Mcp {
  const { ledger, providers, egress, notices, changed, settled } = parts;
  const servers = openServerBook({
    ledger,
    secrets,
    clock,
    dataFolder: config.dataFolder,
    isProvider: (name) => providers.find(name) !== undefined,
  });
  const trust = openTrustBook({
    ledger,
    clock,
    parse: (text) => readOfferedTool(JSON.parse(text)),
    onChange: (server, tool) => notices.add(toldOfChange(clock.now(), server, tool)),
  });
  const fetch = fetchThrough(egress.dispatcher);
  const { version, dataFolder } = config;
  const { logins } = servers;
  const sessions = watchSessions(settled, clock);
  const { hub, door, logIn } = loadWhenUsed({
    hub: {
      version,
      dataFolder,
      callMs: config.toolCallMs,
      network: config.egress?.forPrograms ?? {},
      fetch,
      logins,
      descriptionOf: (name) => servers.descriptionOf(name),
      providerOf: (name) => apiProvider(providers, name),
      secretsOf: (record) => servers.secretsOf(record),
      async offer({ name }, tools) {
        await trust.offer(name, tools);
        door.toolsChanged();
      },
      changed: changed.emit,
    },
    door: { ...parts, version, append: (entry) => ledger.write([], [entry]), sessions, servers, trust },
    login: {
      version,
      fetch,
      store: logins,
      newState: () => Buffer.from(random.bytes(STATE_BYTES)).toString('base64url'),
    },
  });
  undo.add('mcp', () => hub.close());
  return { servers, trust, hub, door, logIn, fetchDescription: (url) => fetchDescription(fetch, url) };
}

function toldOfChange(at: number, server: ProviderName, tool: string) {
  return {
    at,
    kind: 'mcp-tool-changed' as const,
    agentId: null,
    about: { code: 'mcp-tool-changed' as const, server, tool },
    text:
      `The MCP server ${server} describes its tool ${tool} otherwise than when it was trusted. It is stopped until ` +
      `you have seen the difference: purser mcp changes ${server}`,
  };
}
