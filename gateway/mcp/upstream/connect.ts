import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Transport, VersionNegotiationMode } from '@modelcontextprotocol/client';
import type { McpWay } from '../../../shared/mcp/mcp-views.ts';
import type { McpServerRecord } from '../../ledger/records.ts';
import type { McpSecrets } from '../book/secrets-text.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import type { ApiProvider } from './api-provider.ts';
import { connectApi } from './connect-api.ts';
import { createChildTransport } from './child-transport.ts';
import type { ChildTransport } from './child-transport.ts';
import type { LoginStore } from './login/kept-login.ts';
import { createLoginProvider } from './login/login-provider.ts';

/** The way out to servers elsewhere: proxies and certificates as for every other request. */
export type Fetch = typeof globalThis.fetch;

export interface ConnectDeps {
  readonly version: string;
  readonly dataFolder: string;
  /** The variables of the person's network, which loading a server needs. */
  readonly network: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
  readonly logins: LoginStore;
  /** The provider that an API is, with its key. @throws where there is none */
  readonly providerOf: (name: ProviderName) => Promise<ApiProvider>;
  /** The OpenAPI description that was kept for a server. */
  readonly descriptionOf: (server: string) => Promise<string>;
}

/** A server that answers. */
export interface Upstream {
  readonly client: Client;
  /** Its process, where it is one. */
  readonly child: ChildTransport | undefined;
}

/** A server that does not answer within this time does not come up. `npx` may have to load it first. */
const CONNECT_MS = 60_000;
const PROBE_MS = 5_000;

/**
 * Reaches a server, in the newest revision of the protocol that both know.
 * @param onTransport hears of each child that is started, so that it can be ended whatever happens
 */
export async function connect(
  deps: ConnectDeps,
  record: McpServerRecord,
  secrets: McpSecrets,
  onTransport: (child: ChildTransport) => void,
): Promise<Upstream> {
  const { way } = record;
  if (way.kind === 'openapi') {
    const provider = await deps.providerOf(way.provider);
    const description = await deps.descriptionOf(record.name);
    return { client: await connectApi({ ...deps, provider, description }, way.allow), child: undefined };
  }
  if (way.kind === 'url') return connectRemote(deps, record.name, way, secrets);
  const start = async (mode: VersionNegotiationMode): Promise<Upstream> => {
    const child = createChildTransport({
      command: way.command,
      args: way.args,
      folder: way.folder ?? deps.dataFolder,
      environment: { ...deps.network, ...secrets },
    });
    onTransport(child);
    try {
      return { client: await open(deps, child, mode), child };
    } catch (error) {
      await child.close();
      throw error;
    }
  };
  try {
    // Nearly every server speaks the older form, and some do not survive a question in the newer one.
    return await start('legacy');
  } catch (error) {
    if (!isRefusedByServer(error)) throw error;
    return start('auto');
  }
}

async function connectRemote(
  deps: ConnectDeps,
  name: string,
  { url, headers: wanted }: Extract<McpWay, { readonly kind: 'url' }>,
  headers: McpSecrets,
): Promise<Upstream> {
  // A server with a header of its own wants no login.
  const login = wanted.length === 0 ? await createLoginProvider(name, deps.logins, { person: false }) : undefined;
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers, redirect: 'error' },
    fetch: deps.fetch,
    ...(login && { authProvider: login }),
  });
  return { client: await open(deps, transport, 'auto'), child: undefined };
}

async function open({ version }: ConnectDeps, transport: Transport, mode: VersionNegotiationMode): Promise<Client> {
  const client = new Client(
    { name: 'purser', version },
    { capabilities: {}, versionNegotiation: { mode, probe: { timeoutMs: PROBE_MS } } },
  );
  await client.connect(transport, { timeout: CONNECT_MS });
  return client;
}

/** True where the server itself answered with an error, so that another form of the protocol may be understood. */
function isRefusedByServer(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && error.code < 0;
}
