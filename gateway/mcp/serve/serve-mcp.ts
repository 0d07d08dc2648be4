import { createMcpHandler, InMemoryServerEventBus, Server } from '@modelcontextprotocol/server';
import type { ServerContext, ServerEventBus } from '@modelcontextprotocol/server';
import { tell } from '../../domain/words/tell.ts';
import type { Told } from '../../domain/words/tell.ts';
import type { McpServerRecord, SubKeyRecord } from '../../ledger/records.ts';
import { checkStanding } from '../../proxy/admit/check-standing.ts';
import type { McpRequest } from '../../proxy/proxy-deps.ts';
import { noteRefusal } from '../../proxy/refuse/note-refusal.ts';
import { answerOwn, OWN_SERVER, OWN_TOOLS } from './own/own-tools.ts';
import { knownTools, listTools } from './list-tools.ts';
import type { ListedTool } from './list-tools.ts';
import type { McpDeps } from './mcp-deps.ts';
import { errorOfInput, errorOfRefusal } from './refuse-call.ts';
import { sendWebResponse, webRequestOf } from './web-http.ts';
import { callTool } from './way-of-a-tool-call.ts';

/** The servers behind one address. */
interface Reach {
  readonly records: readonly McpServerRecord[];
  /** True for an address of one server, whose tools keep their names. */
  readonly isAlone: boolean;
  /** True where Purser's own tools are among them. */
  readonly own: boolean;
}

/** Serves the Model Context Protocol to tools whose sub-key is known, in both of its generations. */
export interface McpDoor {
  serve(request: McpRequest): Promise<void>;
  /** Tells clients that listen that the tools are others now. */
  toolsChanged(): void;
}

/** @see McpDoor */
export function createMcpDoor(deps: McpDeps): McpDoor {
  const bus = new InMemoryServerEventBus();
  return {
    serve: (asked) => serve(deps, asked, bus),
    toolsChanged: () => bus.publish({ kind: 'tools_list_changed' }),
  };
}

async function serve(deps: McpDeps, asked: McpRequest, bus: ServerEventBus): Promise<void> {
  const { key, name, request, response, body } = asked;
  const reach = reachOf(deps, name);
  const web = webRequestOf(request, response, body);
  // A server for each request: nothing of one client is left for the next.
  const handler = createMcpHandler(() => serverFor(deps, asked, reach), {
    bus,
    onerror: (error) => deps.log.log('warn', 'mcp-request-failed', { reason: error.message }),
  });
  if (reach === undefined) {
    noteRefusal(deps, { kind: 'not-found', code: 'mcp-servers', ...unknownServer(deps, name) }, { request, key });
  }
  const letGo = body.includes(LISTENING) ? holdListener(deps, asked) : undefined;
  try {
    await sendWebResponse(await handler.fetch(web), response);
  } finally {
    letGo?.();
  }
}

/** The method of a request that stays open. Source: modelcontextprotocol.io/specification/2026-07-28 (2026-12-01) */
const LISTENING = '"subscriptions/listen"';

/** A client that only listens is cut by a stop; one whose call is cut is told why by the call. */
function holdListener({ running }: McpDeps, { key, response }: McpRequest): () => void {
  return running.hold({
    subKeyId: key.id,
    agentId: key.agentId,
    cut() {
      response.destroy();
      return Promise.resolve();
    },
  });
}

function unknownServer({ servers }: Pick<McpDeps, 'servers'>, name: string | undefined): Told {
  const there = [...servers.servers().map((server) => server.name), OWN_SERVER];
  return tell({ code: 'mcp-server-unknown', server: name ?? '', there });
}

function reachOf({ servers }: Pick<McpDeps, 'servers'>, name: string | undefined): Reach | undefined {
  if (name === undefined) return { records: servers.servers(), isAlone: false, own: true };
  if (name === OWN_SERVER) return { records: [], isAlone: true, own: true };
  const record = servers.find(name);
  return record && { records: [record], isAlone: true, own: false };
}

function serverFor(deps: McpDeps, asked: McpRequest, reach: Reach | undefined): Server {
  const { key, name } = asked;
  const server = new Server(
    { name: name === undefined ? 'purser' : `purser-${name}`, version: deps.version },
    { capabilities: { tools: { listChanged: true } } },
  );
  const reached = (): Reach => {
    const stop = checkStanding(deps, key);
    if (stop) throw errorOfRefusal(stop);
    if (reach) return reach;
    throw errorOfInput(unknownServer(deps, name).message);
  };
  server.setRequestHandler('tools/list', async () => {
    const { records, isAlone, own } = reached();
    const tools = (await listTools(deps, key, records, isAlone)).map(({ shown }) => shown);
    return { tools: [...tools, ...(own ? OWN_TOOLS(isAlone) : [])] };
  });
  server.setRequestHandler('tools/call', async ({ params }, context) => {
    const { own, isAlone } = reached();
    const said = own ? await answerOwn(deps, key, isAlone, params) : undefined;
    if (said) return said;
    const found = findCalled(deps, key, reached(), params.name);
    return callTool(deps, {
      key,
      ...found,
      arguments: params.arguments ?? {},
      signal: context.mcpReq.signal,
      onProgress: progressOf(context),
      request: asked.request,
      response: asked.response,
      body: asked.body,
    });
  });
  return server;
}

/** The tool behind the name that the client has for it. Only its own server is reached, later. */
function findCalled(
  deps: McpDeps,
  key: SubKeyRecord,
  { records, isAlone }: Reach,
  name: string,
): Pick<ListedTool, 'record' | 'tool'> {
  const alone = isAlone ? records[0] : undefined;
  // What it may not use is refused on the way of the call, with the rule that says so.
  if (alone) return { record: alone, tool: name };
  const found = knownTools(deps, key, records, isAlone).find(({ shown }) => shown.name === name);
  if (found) return found;
  throw errorOfInput(`There is no tool "${name}" that this sub-key may use. Ask for the list of tools again.`);
}

/** Passes on how far a tool is, if the client wants to know. A client that is gone is told nothing. */
function progressOf({ mcpReq }: ServerContext) {
  const token = mcpReq['_meta']?.progressToken;
  if (token === undefined) return undefined;
  return ({
    progress,
    total,
    message,
  }: {
    progress: number;
    total?: number | undefined;
    message?: string | undefined;
  }) => {
    const params = {
      progressToken: token,
      progress,
      ...(total !== undefined && { total }),
      ...(message !== undefined && { message }),
    };
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined);
  };
}
