import OpenAI from 'openai';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EgressConfig } from './egress-config.ts';
import { makeAuthority } from '../testing/make-authority.ts';
import type { Authority, Identity } from '../testing/make-authority.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { openSocket, upgradeStatus } from '../testing/socket-client.ts';
import { startProxy, startTlsFront } from '../testing/start-proxy.ts';
import type { TestProxy, TlsFront } from '../testing/start-proxy.ts';
import { PROVIDER_KEY, startTestGateway } from '../testing/start-test-gateway.ts';
import type { TestGateway } from '../testing/start-test-gateway.ts';
import { startVendorGateway } from '../testing/start-vendor-gateway.ts';
import { startSimulatedProvider } from '../simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../simulation/simulated-provider.ts';

// A name that nobody but the proxy can find.
const FAR = 'api.provider.invalid';
const CHAT = { model: 'gpt-4o', messages: [{ role: 'user' as const, content: 'Hi' }], max_tokens: 50 };

let authority: Authority;
let identity: Identity;
beforeAll(async () => {
  authority = await makeAuthority();
  identity = await authority.issue(FAR);
});
afterAll(() => authority.remove());

let provider: SimulatedProvider;
let front: TlsFront;
let proxy: TestProxy;
const stops: (() => Promise<void>)[] = [];
beforeEach(async () => {
  provider = await startSimulatedProvider({ key: PROVIDER_KEY, script: { inputTokens: 100, outputTokens: 20 } });
  front = await startTlsFront(portOf(provider.url), identity);
  proxy = await startProxy(front.port);
  stops.push(
    () => provider.stop(),
    () => front.stop(),
    () => proxy.stop(),
  );
});
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const portOf = (url: string): number => Number(new URL(url).port);
const trusted = (): EgressConfig => ({
  authorities: [{ source: 'NODE_EXTRA_CA_CERTS', certificates: [authority.cert] }],
});
const behindProxy = (url = `http://127.0.0.1:${proxy.port}`): EgressConfig => ({
  ...trusted(),
  httpsProxy: { url, source: 'HTTPS_PROXY' },
});

/** A gateway whose provider `far` is at an address that only the proxy knows. */
async function start(egress: EgressConfig, baseUrl = `https://${FAR}/v1`): Promise<TestGateway> {
  const test = await startTestGateway({ egress, priceDataUrl: `https://${FAR}/prices.json` });
  stops.push(() => test.stop());
  await test.client.gateway.providers.add({ kind: 'openai', name: 'far', baseUrl, key: PROVIDER_KEY, unchecked: true });
  return test;
}

const ask = (test: TestGateway, key: string, more: object = {}) =>
  rawRequest(`${test.gateway.url}/far/v1/chat/completions`, {
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ ...CHAT, ...more }),
  });

describe('behind a proxy', () => {
  it('requests, streams and WebSockets go through it, and it sees a host and a port', { timeout: 60_000 }, async () => {
    const test = await start(behindProxy());
    const { key } = await test.issue('5/day');
    const openai = new OpenAI({ baseURL: `${test.gateway.url}/far/v1`, apiKey: key, maxRetries: 0 });
    expect((await openai.chat.completions.create(CHAT)).usage?.completion_tokens).toBe(20);
    let pieces = 0;
    for await (const chunk of await openai.chat.completions.create({ ...CHAT, stream: true }))
      pieces += chunk.choices.length;
    expect(pieces).toBeGreaterThan(10);
    const socket = await openSocket(`${test.gateway.url.replace('http', 'ws')}/far/v1/responses`, {
      authorization: `Bearer ${key}`,
    });
    socket.send({ type: 'response.create', model: 'gpt-5', input: 'Hello', max_output_tokens: 500 });
    await socket.until('response.completed');
    socket.socket.terminate();
    const rows = await test.settled(3);
    expect(rows.map(({ outcome, certainty }) => [outcome, certainty])).toEqual(rows.map(() => ['served', 'exact']));
    expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(provider.bill());
    // One connection for both requests, one for the WebSocket.
    expect(proxy.asked.map(({ line }) => line)).toEqual([`CONNECT ${FAR}:443`, `CONNECT ${FAR}:443`]);
    expect(JSON.stringify(proxy.asked)).not.toContain(PROVIDER_KEY);
    expect(provider.requests.at(-1)?.headers.authorization).toBe(`Bearer ${PROVIDER_KEY}`);
  });

  it('so do the check of a provider and the update of prices', async () => {
    const test = await start(behindProxy());
    expect(await test.client.gateway.providers.check({ name: 'far' })).toMatchObject({ verdict: 'accepted' });
    // The simulated provider has no prices: what counts is that it was asked for them.
    await expect(test.client.gateway.prices.update()).rejects.toMatchObject({ code: 'PRICES_UNAVAILABLE' });
    expect(provider.requests.map(({ url }) => url)).toEqual(['/v1/models', '/prices.json']);
  });

  it('servers on this machine are reached without it', async () => {
    const url = `http://127.0.0.1:${proxy.port}`;
    const test = await start(
      { httpsProxy: { url, source: 'HTTPS_PROXY' }, httpProxy: { url, source: 'HTTP_PROXY' } },
      provider.openaiBaseUrl,
    );
    const { key } = await test.issue('5/day');
    expect((await ask(test, key)).status).toBe(200);
    expect(proxy.asked).toEqual([]);
  });

  it('a provider without TLS is reached through a tunnel, too', async () => {
    await proxy.stop();
    proxy = await startProxy(portOf(provider.url));
    stops.push(() => proxy.stop());
    stops.splice(2, 1);
    const test = await start(
      { httpProxy: { url: `127.0.0.1:${proxy.port}/`, source: 'http_proxy' } },
      'http://gpu.lan:8000/v1',
    );
    const { key } = await test.issue('5/day');
    expect((await ask(test, key)).status).toBe(200);
    expect(proxy.asked.map(({ line }) => line)).toEqual(['CONNECT gpu.lan:8000']);
  });

  it('the proxy may want a password, and may speak TLS itself', async () => {
    const secure = await startProxy(front.port, await authority.issue('localhost'));
    stops.push(() => secure.stop());
    secure.behave({ wants: `Basic ${Buffer.from('me@corp:p#1:%').toString('base64')}` });
    const test = await start(behindProxy(`https://me%40corp:p%231:%25@localhost:${secure.port}/`));
    const { key } = await test.issue('5/day');
    expect((await ask(test, key)).status).toBe(200);
    const { wayOut } = await test.client.gateway.status();
    expect(wayOut?.https).toEqual({ proxy: `https://localhost:${secure.port}`, source: 'HTTPS_PROXY' });
    expect(JSON.stringify([wayOut, test.logged])).not.toMatch(/corp|p#1|p%231/);
  });
});

describe('a hop that fails costs nothing and is named', () => {
  it.each([
    [
      407,
      /The proxy at http:\/\/127\.0\.0\.1:\d+ \(HTTPS_PROXY\) refused to connect to https:\/\/api\.provider\.invalid: 407, it needs a user and password/,
    ],
    [403, /\(HTTPS_PROXY\) refused to connect to https:\/\/api\.provider\.invalid: 403\. .*NO_PROXY/],
    [502, /\(HTTPS_PROXY\) could not connect to https:\/\/api\.provider\.invalid: 502/],
    ['dies', /The proxy at http:\/\/127\.0\.0\.1:\d+ \(HTTPS_PROXY\) did not answer \(ECONNRESET\)/],
    ['babbles', /The server at http:\/\/127\.0\.0\.1:\d+ \(HTTPS_PROXY\) is not an HTTP proxy \(HPE_/],
    [
      'dies-inside',
      /far did not answer \(ECONNRESET\), through the proxy at http:\/\/127\.0\.0\.1:\d+ \(HTTPS_PROXY\)/,
    ],
  ] as const)('%s', async (manner, said) => {
    const test = await start(behindProxy(`http://someone:hunter2@127.0.0.1:${proxy.port}`));
    proxy.behave(manner);
    await expectFree(test, said);
    expect(await test.client.gateway.providers.check({ name: 'far' })).toMatchObject({
      verdict: 'silent',
      sentence: expect.stringContaining('(HTTPS_PROXY)'),
    });
    if (manner !== 'dies-inside') {
      const why = {
        code: 'PRICES_UNAVAILABLE',
        message: expect.stringMatching(/could not be fetched from .*\(HTTPS_PROXY\).*Nothing was changed/),
      };
      await expect(test.client.gateway.prices.update()).rejects.toMatchObject(why);
    }
  });

  it('a proxy that hangs', { timeout: 60_000 }, async () => {
    const test = await start(behindProxy());
    proxy.behave('hangs');
    const [check] = await Promise.all([
      test.client.gateway.providers.check({ name: 'far' }),
      expectFree(test, /\(HTTPS_PROXY\) did not answer in time/),
    ]);
    expect(check.verdict).toBe('silent');
    expect(check.sentence).toMatch(
      /^OpenAI did not answer within 5 seconds, through the proxy at .* \(HTTPS_PROXY\)\./,
    );
  });

  it('a proxy that is not there, or that nobody can use', async () => {
    await expectFree(
      await start(behindProxy('http://127.0.0.1:9')),
      /The proxy at http:\/\/127\.0\.0\.1:9 \(HTTPS_PROXY\) did not answer \(ECONNREFUSED\)/,
    );
    await expectFree(
      await start(behindProxy('http://proxy.invalid:3128')),
      /The proxy at http:\/\/proxy\.invalid:3128 \(HTTPS_PROXY\) was not found/,
    );
    await expectFree(
      await start(behindProxy('socks5://me:hunter2@127.0.0.1:9')),
      /HTTPS_PROXY names no proxy that Purser can use/,
    );
    await expectFree(
      await start(behindProxy('http://me:hun#ter2@127.0.0.1:9')),
      /HTTPS_PROXY names no proxy that Purser can use/,
    );
  });

  it('a certificate inside the tunnel that nobody knows', async () => {
    const test = await start({ httpsProxy: { url: `http://127.0.0.1:${proxy.port}`, source: 'HTTPS_PROXY' } });
    await expectFree(
      test,
      /certificate of https:\/\/api\.provider\.invalid comes from an authority that Purser does not know .*through the proxy at .*NODE_EXTRA_CA_CERTS/,
    );
  });

  /** A request, a stream and a WebSocket. */
  async function expectFree(test: TestGateway, said: RegExp): Promise<void> {
    const { key, id } = await test.issue('5/day');
    const socketUrl = `${test.gateway.url.replace('http', 'ws')}/far/v1/responses`;
    const upgrade = upgradeStatus(socketUrl, { authorization: `Bearer ${key}` });
    const replies = await Promise.all([ask(test, key), ask(test, key, { stream: true })]);
    for (const reply of replies) {
      expect(reply.status).toBe(502);
      expect(reply.body.toString()).toMatch(said);
      expect(reply.body.toString()).not.toMatch(/hunter2|hun#ter2/);
    }
    expect(await upgrade).toBe(426);
    const rows = await test.settled(2);
    expect(rows).toMatchObject(rows.map(() => ({ cost: 0, certainty: 'exact', basis: 'unused' })));
    expect((await test.client.gateway.keys.list()).find((one) => one.id === id)?.caps).toMatchObject([{ reserved: 0 }]);
  }
});

it('WebSockets take the connections that a test lends the gateway, as requests do', async () => {
  const test = await startVendorGateway({ script: { outputTokens: 5 } });
  stops.push(() => test.stop());
  const { key } = await test.issue('5/day');
  expect(
    await upgradeStatus(`${test.openaiUrl.replace('http', 'ws')}/responses`, { authorization: `Bearer ${key}` }),
  ).toBe(101);
});

describe('a server that wants to know who asks', () => {
  let mutual: TlsFront;
  let there: TestProxy;
  let client: Identity;
  beforeEach(async () => {
    client = await authority.issue('purser.client');
    mutual = await startTlsFront(portOf(provider.url), {
      ...identity,
      ca: authority.cert,
      requestCert: true,
      rejectUnauthorized: true,
    });
    there = await startProxy(mutual.port);
    stops.push(
      () => mutual.stop(),
      () => there.stop(),
    );
  });
  const way = (): EgressConfig => behindProxy(`http://127.0.0.1:${there.port}`);

  it('is shown the certificate, by requests and WebSockets', async () => {
    const test = await start({ ...way(), clientCertificate: client });
    const { key } = await test.issue('5/day');
    expect((await ask(test, key)).status).toBe(200);
    const url = `${test.gateway.url.replace('http', 'ws')}/far/v1/responses`;
    expect(await upgradeStatus(url, { authorization: `Bearer ${key}` })).toBe(101);
    expect((await test.client.gateway.status()).wayOut).toMatchObject({
      clientCertificate: '*',
      authorities: ['NODE_EXTRA_CA_CERTS'],
    });
  });

  it('says no to one that has none, or is not named, for nothing', async () => {
    for (const more of [{}, { clientCertificate: { ...client, hosts: 'elsewhere.invalid' } }]) {
      const test = await start({ ...way(), ...more });
      const { key } = await test.issue('5/day');
      const reply = await ask(test, key);
      expect([reply.status, reply.body.toString()]).toEqual([
        502,
        expect.stringMatching(/client certificate.*PURSER_CLIENT_CERT=FILE/),
      ]);
      expect(await test.settled(1)).toMatchObject([{ cost: 0, basis: 'unused' }]);
    }
  });
});
