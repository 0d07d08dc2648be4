import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpOptions } from '../../../shared/contract/http-views.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { breakLedger } from '../../testing/break-ledger.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const SECRET = 'ghp_real-key-CANARY';

let test: TestGateway;
let api: Server;
let seen: {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}[] = [];

beforeEach(async () => {
  test = await startTestGateway();
  seen = [];
  api = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    const packed = gzipSync('{"ok":true}');
    response.writeHead(request.url?.includes('missing') ? 404 : 200, {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'set-cookie': 'a=b',
    });
    response.end(packed);
  });
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
});
afterEach(async () => {
  await test.stop();
  api.close();
});

async function addApi(http: Partial<HttpOptions> = {}): Promise<void> {
  const address = api.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await test.client.gateway.providers.add({
    kind: 'http',
    name: providerNameSchema.parse('github'),
    baseUrl: `http://127.0.0.1:${port}/api/v3`,
    key: SECRET,
    http: {
      credential: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
      pricePerCall: nanodollarsOf(0),
      ...http,
    },
  });
}

const call = (key: string, path: string, method = 'GET', body?: string) =>
  rawRequest(`${test.gateway.url}/github${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    ...(body === undefined ? {} : { body }),
  });

describe('any HTTP API', () => {
  it('gets its real key instead of the sub-key, at its own address; path, query, method and body stay', async () => {
    await addApi();
    const { key } = await test.issue('1/day');
    const reply = await call(key, '/v1/repos/a%20b/issues?state=open', 'PATCH', '{"title":"x"}');
    expect([reply.status, reply.headers['content-encoding'], reply.headers['set-cookie']]).toEqual([
      200,
      undefined,
      undefined,
    ]);
    expect(seen).toMatchObject([
      {
        method: 'PATCH',
        url: '/api/v3/v1/repos/a%20b/issues?state=open',
        headers: { authorization: `Bearer ${SECRET}` },
        body: '{"title":"x"}',
      },
    ]);
    expect(JSON.stringify(seen)).not.toContain(key);
    expect(await test.settled(1)).toMatchObject([
      {
        provider: 'github',
        model: 'http',
        endpoint: 'PATCH v1/repos/a%20b/issues',
        cost: 0,
        certainty: 'exact',
        basis: 'request',
        outcome: 'served',
        status: 200,
      },
    ]);
  });

  it('gets it in a header of its choice, or in the query, and the tool cannot set either', async () => {
    await addApi({ credential: { in: 'header', name: 'X-Subscription-Token', prefix: '' } });
    const { key } = await test.issue('1/day');
    await rawRequest(`${test.gateway.url}/github/search`, {
      method: 'GET',
      headers: { authorization: `Bearer ${key}`, 'x-subscription-token': 'of the tool' },
    });
    expect(seen[0]?.headers).toMatchObject({ 'x-subscription-token': SECRET });
    expect(seen[0]?.headers['authorization']).toBeUndefined();
    await test.client.gateway.providers.remove({ name: providerNameSchema.parse('github') });
    await addApi({ credential: { in: 'query', name: 'api_key', prefix: '' } });
    await call(key, '/search?q=1&api_key=mine');
    expect(seen[1]?.url).toBe(`/api/v3/search?q=1&api_key=${SECRET}`);
    expect(test.logged.join('')).not.toContain(SECRET);
  });

  it('costs a fixed price per call against every cap, whatever it answers', async () => {
    await addApi({ pricePerCall: nanodollarsOf(400_000_000) });
    const { key } = await test.issue('1/day');
    expect([(await call(key, '/a')).status, (await call(key, '/missing')).status]).toEqual([200, 404]);
    const refused = await call(key, '/c');
    expect([refused.status, String(refused.body)]).toEqual([
      403,
      expect.stringContaining('has used $0.80 of its $1.00'),
    ]);
    expect((await test.settled(2)).map(({ cost }) => cost)).toEqual([400_000_000, 400_000_000]);
    expect(seen).toHaveLength(2);
  });

  it('is limited by the number of calls and by globs over method and path', async () => {
    await addApi();
    const { key, id } = await test.issue('1/day');
    const caps = [{ window: 'day' as const, rolling: false, amount: 1_000_000_000 }];
    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { caps, calls: [{ window: 'day', rolling: false, count: 2 }], endpoints: ['GET repos/*'] },
    });
    expect([
      (await call(key, '/repos/a')).status,
      (await call(key, '/repos/b')).status,
      (await call(key, '/repos/c')).status,
      (await call(key, '/repos/a', 'DELETE')).status,
      (await call(key, '/user')).status,
    ]).toEqual([200, 200, 403, 403, 403]);
    expect(seen).toHaveLength(2);
  });

  it('that cannot be reached costs nothing', async () => {
    await addApi({ pricePerCall: nanodollarsOf(400_000_000) });
    api.close();
    api.closeAllConnections();
    const { key } = await test.issue('1/day');
    expect((await call(key, '/a')).status).toBe(502);
    expect(await test.settled(1)).toMatchObject([{ cost: 0, outcome: 'provider-error' }]);
  });

  it('is refused with a sentence while Purser cannot write: its cost must be on disk first', async () => {
    await addApi({ pricePerCall: nanodollarsOf(400_000_000) });
    const { key } = await test.issue('1/day');
    const letWrite = await breakLedger(test.dataFolder, 'INSERT');
    const refused = await call(key, '/a');
    expect([refused.status, String(refused.body)]).toEqual([503, expect.stringContaining('Purser could not write')]);
    expect(seen).toHaveLength(0);
    await letWrite();
    expect((await call(key, '/b')).status).toBe(200);
    expect((await test.client.gateway.keys.list())[0]?.caps[0]).toMatchObject({ spent: 400_000_000, reserved: 0 });
  });

  it('is not even tried while the cost of another call waits to be written', async () => {
    await addApi();
    const { key } = await test.issue('1/day');
    const letWrite = await breakLedger(test.dataFolder, 'UPDATE');
    const first = call(key, '/a');
    await expect.poll(() => test.logged.join('')).toContain('settlement-not-written');
    const refused = await call(key, '/b');
    expect([refused.status, String(refused.body)]).toEqual([
      503,
      expect.stringContaining('Purser cannot write its ledger'),
    ]);
    await letWrite();
    expect((await first).status).toBe(200);
    expect(seen).toHaveLength(1);
  });

  it('never leaves its own address, however the path is written', async () => {
    await addApi();
    const { key } = await test.issue('1/day');
    for (const path of ['/../../admin', '/%2e%2e/%2e%2e/admin', '//evil.example/x', '/@evil.example/'])
      await call(key, path);
    for (const { url } of seen) expect(url.startsWith('/api/v3/')).toBe(true);
  });
});
