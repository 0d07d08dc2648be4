import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server';
import { starOut } from '../../platform/star-out.ts';
import type { ApiTool } from '../openapi/api-tool.ts';
import { buildCall } from '../openapi/build-call.ts';
import type { ApiCall } from '../openapi/build-call.ts';
import { readDescription } from '../openapi/read-description.ts';
import { toolsOf } from '../openapi/tools-of.ts';
import { ENDPOINT } from '../serve/endpoint-of.ts';
import { UNSENT } from './unsent.ts';
import type { ApiProvider } from './api-provider.ts';
import { readBounded } from './read-bounded.ts';

interface ApiDeps {
  readonly version: string;
  readonly fetch: typeof globalThis.fetch;
  readonly provider: ApiProvider;
  /** An OpenAPI description, as it was kept. */
  readonly description: string;
}

/**
 * The operations of an HTTP API as a server: the same protocol as every other one, without a process. The key of the
 * provider is added to each request, and taken out of each answer.
 * @param allow globs such as `GET /repos/*`; none: all
 * @throws Error in words, where the description cannot be read
 */
export async function connectApi(deps: ApiDeps, allow: readonly string[]): Promise<Client> {
  const read = await readDescription(deps.description);
  if (!read.ok) throw new Error(read.why);
  const tools = new Map(toolsOf(read.description, allow.length > 0 ? { allow } : {}).map((tool) => [tool.name, tool]));
  const server = new Server({ name: 'openapi', version: deps.version }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', () => ({ tools: [...tools.values()].map(offered) }));
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
    const tool = tools.get(params.name);
    if (!tool) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `This API has no tool "${params.name}".`);
    const call = buildCall(tool, params.arguments);
    if (!call.ok) throw new ProtocolError(ProtocolErrorCode.InvalidParams, call.why, UNSENT);
    return ask(deps, call, mcpReq.signal);
  });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'purser', version: deps.version }, { capabilities: {} });
  await Promise.all([server.connect(theirs), client.connect(ours)]);
  return client;
}

function offered({ name, title, description, inputSchema, annotations, method, path }: ApiTool) {
  return {
    name,
    ...(title !== undefined && { title }),
    description,
    inputSchema: { ...inputSchema, type: 'object' as const },
    annotations,
    _meta: { [ENDPOINT]: `${method} ${path.replace(/^\//, '')}` },
  };
}

/** A longer answer is no answer to a question. In bytes. */
const MOST_ANSWER = 2 * 2 ** 20;

async function ask({ fetch, provider }: ApiDeps, call: ApiCall, signal: AbortSignal) {
  const { url, headers } = withCredential(provider, call);
  const answer = await fetch(url, {
    method: call.method,
    headers: { ...headers, ...(call.contentType !== undefined && { 'content-type': call.contentType }) },
    ...(call.body !== undefined && { body: call.body }),
    // With the key in it, a request goes to no other host.
    redirect: 'manual',
    signal,
  });
  const text = starOut(await readBounded(answer, MOST_ANSWER), provider.secret);
  const said = `${answer.status} ${answer.statusText}`.trim();
  return {
    content: [{ type: 'text' as const, text: answer.ok ? text : `${said}\n${text}`.trim() }],
    ...(answer.ok ? {} : { isError: true }),
  };
}

function withCredential({ baseUrl, http, secret }: ApiProvider, call: ApiCall) {
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}${call.path}${call.query === '' ? '' : `?${call.query}`}`);
  const { in: place, name, prefix } = http.credential;
  const value = `${prefix}${secret ?? ''}`;
  if (place === 'query') url.searchParams.set(name, value);
  const headers = { accept: 'application/json, text/*;q=0.9, */*;q=0.5', 'user-agent': 'purser', ...call.headers };
  return { url, headers: place === 'header' ? { ...headers, [name.toLowerCase()]: value } : headers };
}
