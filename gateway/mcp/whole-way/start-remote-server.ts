import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { createMcpHandler, Server } from '@modelcontextprotocol/server';
import { sendWebResponse, webRequestOf } from '../serve/web-http.ts';
import { createLoginPlace } from './login-place.ts';
import type { LoginPlace } from './login-place.ts';

/** A server elsewhere that wants a login, with the place where one logs in. */
export interface RemoteServer extends Pick<LoginPlace, 'heard' | 'expire'> {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts one on loopback. */
export async function startRemoteServer(): Promise<RemoteServer> {
  const handler = createMcpHandler(createRemote);
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const place = createLoginPlace(origin);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const said = place.answer(new URL(request.url ?? '/', origin), body.toString());
    if (said && 'location' in said) return void response.writeHead(302, { location: said.location }).end();
    if (said) {
      const type = { 'content-type': 'application/json' };
      return void response.writeHead(said.status, type).end(JSON.stringify(said.json));
    }
    if (place.isValid(request.headers.authorization))
      return sendWebResponse(await handler.fetch(webRequestOf(request, response, body)), response);
    const where = `Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource"`;
    return void response.writeHead(401, { 'www-authenticate': where }).end();
  }

  return {
    ...place,
    url: `${origin}/mcp`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await handler.close();
    },
  };
}

function createRemote(): Server {
  const server = new Server({ name: 'remote', version: '1' }, { capabilities: { tools: {} } });
  const inputSchema = { type: 'object' as const, properties: {} };
  server.setRequestHandler('tools/list', () => ({
    tools: [{ name: 'whoami', description: 'Who you are.', inputSchema, annotations: { readOnlyHint: true } }],
  }));
  server.setRequestHandler('tools/call', () => ({ content: [{ type: 'text', text: 'the person who logged in' }] }));
  return server;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) if (Buffer.isBuffer(piece)) pieces.push(piece);
  return Buffer.concat(pieces);
}
