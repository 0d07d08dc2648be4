import type { McpDeps } from './serve/mcp-deps.ts';
import type { McpDoor } from './serve/serve-mcp.ts';
import type { Hub, HubDeps } from './upstream/hub.ts';
import type { LoginDeps, LoginStep } from './upstream/login/log-in.ts';
import type { Mcp } from './mcp.ts';

type Loaded = Pick<Mcp, 'hub' | 'door' | 'logIn'>;

interface LoadDeps {
  readonly hub: HubDeps;
  readonly door: Omit<McpDeps, 'hub'>;
  readonly login: LoginDeps;
}

/**
 * The parts that need the SDK, loaded when the first of them is used: whoever has no MCP server does without its
 * memory.
 */
export function loadWhenUsed(deps: LoadDeps): Loaded {
  let loading: Promise<Loaded> | undefined;
  let loaded: Loaded | undefined;
  const load = async (): Promise<Loaded> => {
    loading ??= loadAll(deps);
    loaded = await loading;
    return loaded;
  };
  const hub: Hub = {
    ready: async (record) => (await load()).hub.ready(record),
    call: async (record, call) => (await load()).hub.call(record, call),
    state: (name) => loaded?.hub.state(name) ?? { state: 'idle', trouble: null, needsLogin: false, lastWords: '' },
    stop: async (name) => loaded?.hub.stop(name),
    close: async () => loaded?.hub.close(),
  };
  const door: McpDoor = {
    serve: async (request) => (await load()).door.serve(request),
    toolsChanged: () => loaded?.door.toolsChanged(),
  };
  return {
    hub,
    door,
    async *logIn(server, signal): AsyncGenerator<LoginStep, void, void> {
      yield* (await load()).logIn(server, signal);
    },
  };
}

async function loadAll(deps: LoadDeps): Promise<Loaded> {
  const [{ createHub }, { createMcpDoor }, { logIn }] = await Promise.all([
    import('./upstream/hub.ts'),
    import('./serve/serve-mcp.ts'),
    import('./upstream/login/log-in.ts'),
  ]);
  const hub = createHub(deps.hub);
  return {
    hub,
    door: createMcpDoor({ ...deps.door, hub }),
    logIn: (server, signal) => logIn(deps.login, server, signal),
  };
}
