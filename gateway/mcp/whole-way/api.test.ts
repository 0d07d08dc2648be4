import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { connectNewest } from './testing.ts';

const KEY = 'real-api-key-CANARY';
const pets = providerNameSchema.parse('pets');
const tools = providerNameSchema.parse('pet-tools');

const DESCRIPTION = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { operationId: 'getPet', summary: 'One pet.', responses: {} },
      delete: { operationId: 'deletePet', summary: 'Lets a pet go.', responses: {} },
    },
    '/pets': {
      post: {
        operationId: 'addPet',
        requestBody: {
          content: { 'application/json': { schema: { type: 'object', properties: { name: { type: 'string' } } } } },
        },
        responses: {},
      },
    },
  },
};

let at: TestGateway;
let api: Server;
let heard: string[];
beforeEach(async () => {
  heard = [];
  api = createServer((request, response) => {
    const { method, url, headers } = request;
    const key = String(headers['x-key']);
    let body = '';
    request.on('data', (piece) => (body += String(piece)));
    request.on('end', () => {
      heard.push(`${method} ${url} ${key} ${body}`.trim());
      if (url === '/v1/pets/away') return response.writeHead(302, { location: 'https://evil.example/' }).end();
      if (url === '/v1/pets/none') return response.writeHead(404, 'Not Found').end('{"error":"no such pet"}');
      return response.writeHead(200).end(`{"name":"Rex","echo":"${key}"}`);
    });
  });
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
  const address = api.address();
  at = await startTestGateway();
  await at.client.gateway.providers.add({
    kind: 'http',
    name: pets,
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/v1`,
    key: KEY,
    unchecked: true,
    http: { credential: { in: 'header', name: 'X-Key', prefix: '' }, pricePerCall: nanodollarsOf(30_000_000) },
  });
});
afterEach(async () => {
  await at.stop();
  api.close();
  api.closeAllConnections();
});

const add = (allow: string[] = [], description = JSON.stringify(DESCRIPTION)) =>
  at.client.gateway.mcp.add({ name: tools, way: { kind: 'openapi', provider: pets, allow }, description });

async function open() {
  const { key } = await at.issue('5/day');
  const client = await connectNewest(`${at.gateway.url}/mcp/pet-tools`, key);
  return {
    client,
    call: (name: string, given: Record<string, unknown>) => client.callTool({ name, arguments: given }),
  };
}

test('an operation is a tool: with the key and the price of its provider, and an answer without the key', async () => {
  const added = await add();
  expect(added.tools).toMatchObject([
    { name: 'getPet', readOnly: true, mayDestroy: false },
    { name: 'deletePet', mayDestroy: true },
    { name: 'addPet', readOnly: false, mayDestroy: true },
  ]);
  const { client, call } = await open();
  const result = await call('getPet', { id: 'a/b c' });
  expect(heard).toEqual([`GET /v1/pets/a%2Fb%20c ${KEY}`]);
  expect(JSON.stringify(result)).toContain('Rex');
  expect(JSON.stringify(result)).not.toContain('CANARY');
  expect(await at.settled(1)).toMatchObject([
    { provider: 'pets', model: 'pet-tools/getPet', cost: 30_000_000, outcome: 'served' },
  ]);
  expect((await at.client.gateway.mcp.list())[0]).toMatchObject({ calls: 1, cost: 30_000_000 });
  await client.close();
});

test('a write waits for a person, and sends its body', async () => {
  await add();
  const { client, call } = await open();
  const calling = call('addPet', { body: { name: 'Rex' } });
  const { approvals } = at.client.gateway;
  await expect.poll(async () => (await approvals.list()).length).toBe(1);
  for (const { id } of await approvals.list()) await approvals.answer({ id, answer: 'allow-once' });
  await calling;
  expect(heard).toEqual([`POST /v1/pets ${KEY} {"name":"Rex"}`]);
  await client.close();
});

test('only what is allowed is a tool, and no argument leads elsewhere', async () => {
  expect((await add(['GET /pets/*'])).tools.map(({ name }) => name)).toEqual(['getPet']);
  const { client, call } = await open();
  await expect(call('deletePet', { id: '1' })).rejects.toThrow('There is no tool pet-tools/deletePet');
  await expect(call('getPet', { id: '..' })).rejects.toThrow();
  await expect(call('getPet', {})).rejects.toThrow('id');
  expect(heard).toEqual([]);
  // What was never sent costs nothing.
  expect((await at.settled(2)).map(({ cost }) => cost)).toEqual([0, 0]);
  await client.close();
});

test('an error of the API is a result that says so, and a redirect is not followed', async () => {
  await add();
  const { client, call } = await open();
  expect(await call('getPet', { id: 'none' })).toMatchObject({
    isError: true,
    content: [{ text: '404 Not Found\n{"error":"no such pet"}' }],
  });
  expect(await call('getPet', { id: 'away' })).toMatchObject({ isError: true, content: [{ text: /^302/ }] });
  await client.close();
});

test('it is there after a restart, and gone with its server', async () => {
  await add();
  at = await at.restart();
  const { client, call } = await open();
  expect(JSON.stringify(await call('getPet', { id: '1' }))).toContain('Rex');
  await at.client.gateway.mcp.remove({ name: tools });
  await expect(call('getPet', { id: '1' })).rejects.toThrow();
  await client.close();
});

test('a description that cannot be read, and a provider that is none, are sentences', async () => {
  await expect(add([], '{"swagger":"2.0"}')).rejects.toThrow('2.0');
  await expect(add([], 'not: [an')).rejects.toThrow('Nothing was kept.');
  const way = { kind: 'openapi' as const, provider: providerNameSchema.parse('nobody'), allow: [] };
  await expect(at.client.gateway.mcp.add({ name: tools, way })).rejects.toThrow('There is no HTTP API named "nobody".');
});

test('a description can be named by its address, is fetched once and kept', async () => {
  let fetches = 0;
  const place = createServer((request, response) => {
    fetches += 1;
    if (request.url === '/gone.json') return response.writeHead(404).end();
    return response.writeHead(200).end(JSON.stringify(DESCRIPTION));
  });
  place.listen(0, '127.0.0.1');
  await once(place, 'listening');
  const address = place.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const way = { kind: 'openapi' as const, provider: pets, allow: [] };
  const addFrom = (descriptionUrl: string) => at.client.gateway.mcp.add({ name: tools, way, descriptionUrl });
  await expect(addFrom(`${origin}/gone.json`)).rejects.toThrow('answered 404. Nothing was kept.');
  await expect(addFrom('ftp://127.0.0.1/a')).rejects.toThrow('Input validation failed');
  expect((await addFrom(`${origin}/openapi.json`)).tools).toHaveLength(3);
  place.close();
  await expect(addFrom(`${origin}/openapi.json`)).rejects.toThrow();
  at = await at.restart();
  const { client, call } = await open();
  expect(JSON.stringify(await call('getPet', { id: '1' }))).toContain('Rex');
  expect(fetches).toBe(2);
  await client.close();
});

test('the caps and the endpoints of its provider hold, because its key is spent', async () => {
  await add();
  const { policies } = at.client.gateway;
  const scope = scopeOf('provider', pets);
  await policies.set({ scope, policy: { calls: [{ window: 'day', rolling: false, count: 1 }] } });
  const { client, call } = await open();
  await call('getPet', { id: '1' });
  await expect(call('getPet', { id: '1' })).rejects.toThrow('pets');
  await policies.set({ scope, policy: { endpoints: ['POST *'] } });
  await expect(call('getPet', { id: '1' })).rejects.toThrow('GET pets/{id}');
  expect(heard).toHaveLength(1);
  await client.close();
});
