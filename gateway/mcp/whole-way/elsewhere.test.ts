import { createServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import { once } from 'node:events';
import { createMcpHandler, Server } from '@modelcontextprotocol/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { sendWebResponse, webRequestOf } from '../serve/web-http.ts';
import { connectNewest } from './testing.ts';

const name = providerNameSchema.parse('far');
const handler = createMcpHandler(() => {
  const server = new Server({ name: 'far', version: '1' }, { capabilities: { tools: {} } });
  const inputSchema = { type: 'object' as const, properties: {} };
  server.setRequestHandler('tools/list', () => ({
    tools: [{ name: 'ping', inputSchema, annotations: { readOnlyHint: true } }],
  }));
  server.setRequestHandler('tools/call', () => ({ content: [{ type: 'text', text: 'pong' }] }));
  return server;
});

let at: TestGateway;
let http: HttpServer;
let port = 0;
beforeEach(async () => {
  at = await startTestGateway();
  await start(0);
});
afterEach(async () => {
  await at.stop();
  stop();
});

async function start(wanted: number): Promise<void> {
  http = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const web = webRequestOf(request, response, Buffer.concat(pieces));
      void handler.fetch(web).then((answer) => sendWebResponse(answer, response));
    });
  });
  http.listen(wanted, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
}

function stop(): void {
  http.close();
  http.closeAllConnections();
}

test('a server elsewhere that was away, however often it was asked, is reached when it is back', async () => {
  const way = { kind: 'url' as const, url: `http://127.0.0.1:${port}/mcp`, headers: [] };
  await at.client.gateway.mcp.add({ name, way });
  const { key } = await at.issue('5/day');
  const client = await connectNewest(`${at.gateway.url}/mcp`, key);
  const call = () => client.callTool({ name: 'far__ping', arguments: {} });
  expect(await call()).toMatchObject({ content: [{ text: 'pong' }] });
  stop();
  for (let times = 0; times < 5; times += 1) await expect(call()).rejects.toThrow('far');
  await start(port);
  expect(await call()).toMatchObject({ content: [{ text: 'pong' }] });
  await client.close();
});
