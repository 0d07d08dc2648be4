import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpOptions } from '../../shared/contract/http-views.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { scopeOf } from '../../shared/policy.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { startTestGateway } from '../testing/start-test-gateway.ts';
import type { TestGateway } from '../testing/start-test-gateway.ts';

/** With characters that a URL encodes. */
const SECRET = 'api+real/key=CANARY';

let test: TestGateway;
let api: Server;
let reached: string[];

/** It says everything back, as APIs with a key in the query do in their links. */
beforeEach(async () => {
  test = await startTestGateway();
  reached = [];
  api = createServer((request, response) => {
    reached.push(request.url ?? '');
    const said = JSON.stringify({ next: `http://api.example${request.url}&page=2`, authorization: request.headers.authorization ?? null, text: `We have detected your API key as ${SECRET}.` });
    response.writeHead(200, { location: `http://api.example${request.url}`, 'x-key': request.headers.authorization ?? '', 'content-length': Buffer.byteLength(said) });
    // In two pieces, the second of which begins inside the key.
    const at = said.lastIndexOf(SECRET) + 5;
    response.write(said.slice(0, at), () => setImmediate(() => response.end(said.slice(at))));
  });
  await once(api.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  await test.stop();
  api.close();
});

async function addApi(place: HttpOptions['credential']['in']): Promise<void> {
  const address = api.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const http: HttpOptions = { credential: place === 'query' ? { in: place, name: 'api_key', prefix: '' } : { in: place, name: 'authorization', prefix: 'Bearer ' }, pricePerCall: nanodollarsOf(0) };
  await test.client.gateway.providers.add({ kind: 'http', name: providerNameSchema.parse('weather'), baseUrl: `http://127.0.0.1:${port}/api/v3`, key: SECRET, http });
}

describe('the key of an HTTP API', () => {
  it.each(['query', 'header'] as const)('in the %s does not come back to the tool, however the API says it', async (place) => {
    await addApi(place);
    const { key } = await test.issue('1/day');
    const reply = await rawRequest(`${test.gateway.url}/weather/today?q=1`, { method: 'GET', headers: { authorization: `Bearer ${key}` } });
    const said = JSON.stringify(reply.headers) + reply.body.toString();
    expect(reply.status).toBe(200);
    expect(said).toContain('We have detected your API key as *******************.');
    expect(said).not.toContain(SECRET);
    expect(said).not.toContain(encodeURIComponent(SECRET));
    expect(said).not.toContain('CANARY');
  });
});

describe('a path', () => {
  it.each([
    ['with a scheme that nobody knows', String.raw`odd://host/weather/public/x\..\..\..\..\admin`],
    ['with encoded slashes', '/weather/public/..%2f..%2Fadmin'],
    ['with dots and slashes encoded', '/weather/public/%2e%2e%5cadmin'],
    ['encoded twice', '/weather/public/%252e%252e%252fadmin'],
    ['with a parameter behind the dots', '/weather/public/..;x=1/admin'],
  ])('%s cannot climb out of what a policy allows', async (_name, target) => {
    await addApi('header');
    const { key, id } = await test.issue('1/day');
    const caps = [{ window: 'day' as const, rolling: false, amount: 1_000_000_000 }];
    await test.client.gateway.policies.set({ scope: scopeOf('key', id), policy: { caps, endpoints: ['GET public/*'] } });
    expect(await requestLine(target, key)).toMatch(/^HTTP\/1\.1 (?:403|404) /);
    expect(reached).toEqual([]);
  });
});

/** A request line as no client library would write it. */
async function requestLine(target: string, key: string): Promise<string> {
  const { host, hostname, port } = new URL(test.gateway.url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${target} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${key}\r\nconnection: close\r\n\r\n`);
  return text(socket);
}
