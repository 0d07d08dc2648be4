import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpOptions } from '../../../shared/contract/http-views.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

/** It has characters that a URL encodes. */
const SECRET = 'api+real/key=CANARY';

let test: TestGateway;
let api: Server;
let reached: string[];
let sent: IncomingHttpHeaders[];

/** The server repeats everything, as APIs with a key in the query do in their links. */
beforeEach(async () => {
  test = await startTestGateway();
  reached = [];
  sent = [];
  api = createServer((request, response) => {
    reached.push(request.url ?? '');
    sent.push(request.headers);
    const said = JSON.stringify({
      next: `http://api.example${request.url}&page=2`,
      authorization: request.headers.authorization ?? null,
      text: `We have detected your API key as ${SECRET}.`,
    });
    response.writeHead(200, {
      location: `http://api.example${request.url}`,
      'x-key': request.headers.authorization ?? '',
      'content-length': Buffer.byteLength(said),
    });
    // The reply comes in two pieces, the second of which begins inside the key.
    const at = said.lastIndexOf(SECRET) + 5;
    response.write(said.slice(0, at), () => setImmediate(() => response.end(said.slice(at))));
  });
  await once(api.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  await test.stop();
  api.close();
});

async function addApi(destination: HttpOptions['credential']['in']): Promise<void> {
  const address = api.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const http: HttpOptions = {
    credential:
      destination === 'query'
        ? { in: destination, name: 'api_key', prefix: '' }
        : { in: destination, name: 'authorization', prefix: 'Bearer ' },
    pricePerCall: nanodollarsOf(0),
  };
  await test.client.gateway.providers.add({
    kind: 'http',
    name: providerNameSchema.parse('weather'),
    baseUrl: `http://127.0.0.1:${port}/api/v3`,
    key: SECRET,
    http,
  });
}

describe('the key of an HTTP API', () => {
  it.each(['query', 'header'] as const)(
    'in the %s does not come back to the tool, however the API writes it',
    async (destination) => {
      await addApi(destination);
      const { key } = await test.issue('1/day');
      const reply = await rawRequest(`${test.gateway.url}/weather/today?q=1`, {
        method: 'GET',
        headers: { authorization: `Bearer ${key}` },
      });
      const said = JSON.stringify(reply.headers) + reply.body.toString();
      expect(reply.status).toBe(200);
      expect(said).toContain('We have detected your API key as *******************.');
      expect(said).not.toContain(SECRET);
      expect(said).not.toContain(encodeURIComponent(SECRET));
      expect(said).not.toContain('CANARY');
    },
  );
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
    const { key } = await test.issue('1/day');
    const caps = [{ window: 'day' as const, rolling: false, amount: 1_000_000_000 }];
    await test.client.gateway.policies.set({
      scope: scopeOf('provider', 'weather'),
      policy: { caps, endpoints: ['GET public/*'] },
    });
    expect(await requestLine(target, key)).toMatch(/^HTTP\/1\.1 (?:403|404) /);
    expect(reached).toEqual([]);
  });
});

/** Sends a request line that no client library would write. */
async function requestLine(target: string, key: string): Promise<string> {
  const { host, hostname, port } = new URL(test.gateway.url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${target} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${key}\r\nconnection: close\r\n\r\n`);
  return text(socket);
}

describe('extra fields and headers of a call', () => {
  const call = async (
    path: string,
    options: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
  ) => {
    await addApi('header');
    const { key } = await test.issue('1/day');
    await test.client.gateway.policies.set({
      scope: scopeOf('provider', 'weather'),
      policy: { endpoints: ['GET *', 'POST notes'] },
    });
    const { headers, ...rest } = options;
    return rawRequest(`${test.gateway.url}/weather/${path}`, {
      method: 'GET',
      ...rest,
      headers: { authorization: `Bearer ${key}`, ...headers },
    });
  };

  it.each(['x-http-method-override', 'x-http-method', 'x-method-override', 'x-original-url', 'x-rewrite-url'])(
    'do not change its method or path: %s',
    async (name) => {
      expect((await call('today', { headers: { [name]: 'DELETE' } })).status).toBe(200);
      expect(Object.keys(sent[0] ?? {})).not.toContain(name);
    },
  );

  it.each([
    ['in its query', 'today?_method=DELETE', {}],
    ['in its form', 'notes', { method: 'POST', body: 'text=a&_method=DELETE' }],
    ['in its JSON', 'notes', { method: 'POST', body: '{"text": "a", "_method" : "DELETE"}' }],
    [
      'in a form of parts',
      'notes',
      { method: 'POST', body: '--a\r\ncontent-disposition: form-data; name="_method"\r\n\r\nDELETE\r\n--a--' },
    ],
  ])('that name a method %s are refused if a policy names endpoints', async (_where, path, options) => {
    const reply = await call(path, options);
    expect(reply.status).toBe(403);
    expect(reply.body.toString()).toContain('_method');
    expect(reached).toEqual([]);
  });

  it('that only mention such a field are passed on', async () => {
    expect((await call('notes', { method: 'POST', body: '{"text":"Rails reads _method"}' })).status).toBe(200);
  });

  it('carry no secret along, whatever their name and place', async () => {
    const others = {
      'x-auth-token': 'theirs',
      'helicone-auth': 'Bearer theirs',
      'x-portkey-api-key': 'theirs',
      'private-token': 'theirs',
      referer: 'http://x/?theirs',
      'x-note': 'sk-proj-theirs-0123456789',
      cookie: 'a=theirs',
    };
    const query = ['api_key', 'token', 'apikey', 'auth_token', 'X-API-Key', 'client_secret']
      .map((name) => `${name}=theirs`)
      .join('&');
    const reply = await call(`today?${query}&q=1&note=sk-ant-theirs-0123456789`, {
      headers: { ...others, 'x-kept': 'yes' },
    });
    expect(reply.status).toBe(200);
    expect(JSON.stringify([reached, sent])).not.toContain('theirs');
    expect(sent[0]).toMatchObject({ 'x-kept': 'yes', authorization: `Bearer ${SECRET}` });
    expect(reached[0]).toBe('/api/v3/today?q=1');
  });
});
