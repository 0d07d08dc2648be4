import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PurserClient } from '../../../shared/contract/contract.ts';
import { systemClock, systemRandom } from '../../defaults.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import type { RawReply } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { createBrowserSessions } from './browser-sessions.ts';
import { createLoginLinks } from './login-links.ts';

const HOUR_MS = 3_600_000;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0';

let here: TestGateway;
let assetsFolder: string;
let url: string;
let loggedIn: string[];
let now: number;

beforeEach(async () => {
  now = Date.now();
  loggedIn = [];
  here = await startTestGateway({ clock: { now: () => now } });
  assetsFolder = await mkdtemp(join(tmpdir(), 'purser-assets-'));
  await writeFile(join(assetsFolder, 'index.html'), '<!doctype html><title>Purser</title>');
  url = (await here.gateway.serveDashboard({ assetsFolder, port: 0, onLogin: (browser) => loggedIn.push(browser) }))
    .url;
});
afterEach(async () => {
  await here.stop();
  await rm(assetsFolder, { recursive: true, force: true });
});

/** Hands in a code as the page does: the given one, or that of a fresh link. */
function enter(
  link = here.gateway.loginLink().link,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawReply> {
  const code = new URL(link).hash.replace('#login=', '');
  return rawRequest(`${url}/login`, {
    headers: { 'content-type': 'application/json', 'user-agent': FIREFOX, ...headers },
    body: JSON.stringify({ code }),
  });
}

async function logIn(): Promise<string> {
  const { bearer }: { bearer: string } = JSON.parse((await enter()).body.toString());
  return bearer;
}

function callStatus(headers: Readonly<Record<string, string>>, path = '/rpc/gateway/status'): Promise<RawReply> {
  return rawRequest(`${url}${path}`, { headers: { 'content-type': 'application/json', ...headers }, body: '{}' });
}

const status = async (bearer: string): Promise<number> =>
  (await callStatus({ authorization: `Bearer ${bearer}` })).status;

/** A client of the contract, as in a browser. */
function browser(bearer: string): PurserClient {
  return createORPCClient(new RPCLink({ url: `${url}/rpc`, headers: { authorization: `Bearer ${bearer}` } }));
}

/** Listens until the stream ends, however it ends. */
async function listen(bearer: string): Promise<{ readonly ended: Promise<void> }> {
  const events = await browser(bearer).gateway.live();
  await events.next();
  const drain = async (): Promise<void> => {
    for await (const _ of events);
  };
  return { ended: drain().catch(() => undefined) };
}

describe('a login link', () => {
  it('becomes a bearer once, by POST alone; no cookie is set', async () => {
    const { link } = here.gateway.loginLink();
    expect(new URL(link)).toMatchObject({ origin: url, pathname: '/', search: '' });
    // Prefetched, embedded or clicked twice, the link reaches the server as the bare page.
    for (const method of ['GET', 'HEAD']) await rawRequest(link, { method });
    await rawRequest(`${url}/login`, { method: 'GET' });
    const first = await enter(link);
    expect([first.status, first.headers['set-cookie']]).toEqual([200, undefined]);
    expect(await status(JSON.parse(first.body.toString()).bearer)).toBe(200);
    const second = await enter(link);
    expect([second.status, second.body.toString()]).toEqual([403, expect.stringContaining('used already')]);
    expect(loggedIn).toEqual(['Firefox on Linux']);
  });

  it.each([
    ['of another origin', { origin: 'http://127.0.0.1:9' }],
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['by a name that leads here', { host: 'evil.example' }],
    ['sent by a form', { 'content-type': 'text/plain' }],
  ])('is not used up by a page %s', async (_, headers) => {
    const { link } = here.gateway.loginLink();
    expect((await enter(link, headers)).status).toBe(403);
    expect((await enter(link)).status).toBe(200);
  });

  it('lives for minutes', async () => {
    const { link, endsAt } = here.gateway.loginLink();
    expect(endsAt - now).toBeLessThanOrEqual(15 * 60_000);
    now = endsAt;
    expect((await enter(link)).status).toBe(403);
  });

  it('is one of a few: in a loop of requests, the oldest are dropped', () => {
    const links = createLoginLinks({ clock: { now: () => now }, random: systemRandom, lifeMs: 1_000 });
    const codes = Array.from({ length: 25 }, () => links.make().code);
    expect(codes.map((code) => links.take(code)).filter(Boolean)).toHaveLength(20);
    expect(links.take(codes.at(-1) ?? '')).toBe(false);
  });

  it('with too large a body, or no JSON, is refused, and reading has a limit', async () => {
    for (const body of ['{', '[]', JSON.stringify({ code: 'x'.repeat(100_000) })]) {
      expect((await rawRequest(`${url}/login`, { headers: { 'content-type': 'application/json' }, body })).status).toBe(
        403,
      );
    }
  });
});

describe('a call', () => {
  it('needs the bearer in its header; the page itself does not', async () => {
    const bearer = await logIn();
    expect(await status(bearer)).toBe(200);
    const port = new URL(url).port;
    for (const headers of [
      {},
      { authorization: 'Bearer' },
      { authorization: `Bearer ${'A'.repeat(43)}` },
      { authorization: `Bearer ${bearer.slice(0, -1)}` },
      { authorization: `Basic ${bearer}` },
      { cookie: `purser-${port}=${bearer}` },
      { 'x-api-key': bearer },
    ]) {
      const reply = await callStatus(headers);
      expect([reply.status, reply.body.toString()], JSON.stringify(headers)).toEqual([
        401,
        expect.stringContaining('purser open'),
      ]);
    }
    expect((await callStatus({}, `/rpc/gateway/status?bearer=${bearer}`)).status).toBe(401);
    expect((await callStatus({}, '/rpc/gateway/live')).status).toBe(401);
    expect((await rawRequest(url, { method: 'GET' })).body.toString()).toContain('Purser');
  });

  it("removes old cookies, and nobody else's", async () => {
    const reply = await rawRequest(url, {
      method: 'GET',
      headers: { cookie: 'purser-46103=secret; theirs=1; purser-x=2; purser-9=old' },
    });
    expect(reply.headers['set-cookie']).toEqual([
      'purser-46103=; Max-Age=0; HttpOnly; SameSite=Strict; Path=/',
      'purser-9=; Max-Age=0; HttpOnly; SameSite=Strict; Path=/',
    ]);
  });

  it('of a browser makes no login link: its session would never have to end', async () => {
    await expect(browser(await logIn()).dashboard.link()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await here.client.dashboard.link()).link).toContain(`${url}/#login=`);
  });
});

describe('a session', () => {
  it('is listed: which browser, since when, last used, and which one is asking', async () => {
    const begunAt = now;
    const first = await logIn();
    now += 60_000;
    const second = await logIn();
    now += 60_000;
    expect(await status(first)).toBe(200);
    now += 60_000;
    const seen = await browser(second).dashboard.sessions();
    expect(seen).toMatchObject([
      { browser: 'Firefox on Linux', begunAt: begunAt + 60_000, lastUsedAt: now, current: true },
      { browser: 'Firefox on Linux', begunAt, lastUsedAt: now - 60_000, current: false },
    ]);
    expect(JSON.stringify(seen)).not.toContain(first);
    expect((await here.client.dashboard.sessions()).map(({ current }) => current)).toEqual([false, false]);
  });

  it('that is logged out ends at once, with its open streams, and no other does', async () => {
    const [first, second] = [await logIn(), await logIn()];
    const [followed, other] = [await listen(first), await listen(second)];
    const id = (await browser(first).dashboard.sessions()).find(({ current }) => current)?.id;
    expect(id).toBeDefined();
    // A session's own logout gets an answer.
    expect(await browser(first).dashboard.logOut(id === undefined ? {} : { id })).toEqual({ ended: 1 });
    await followed.ended;
    expect([await status(first), await status(second)]).toEqual([401, 200]);
    expect(await Promise.race([other.ended, Promise.resolve('still open')])).toBe('still open');
    if (id !== undefined)
      await expect(here.client.dashboard.logOut({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await here.client.dashboard.logOut({})).toEqual({ ended: 1 });
    await other.ended;
  });

  it('ends when all are logged out, and so do unused links', async () => {
    const bearer = await logIn();
    const { link } = here.gateway.loginLink();
    expect(await here.client.dashboard.logOut({})).toEqual({ ended: 1 });
    expect([await status(bearer), (await enter(link)).status]).toEqual([401, 403]);
  });

  it('ends after half a day without use, and after a week of use', async () => {
    const [idle, used] = [await logIn(), await logIn()];
    for (let hours = 0; hours < 7 * 24; hours += 6) {
      expect(await status(used), `after ${hours} hours`).toBe(200);
      if (hours === 12) expect(await status(idle)).toBe(401);
      now += 6 * HOUR_MS;
    }
    expect(await status(used)).toBe(401);
    expect(await here.client.dashboard.sessions()).toEqual([]);
  });

  it('is given up by a page that logs in again', async () => {
    const former = await logIn();
    const next = await enter(undefined, { authorization: `Bearer ${former}` });
    expect([next.status, await status(former)]).toEqual([200, 401]);
    expect(await here.client.dashboard.sessions()).toHaveLength(1);
  });

  it('ends with the panic button, except the one that pressed it', async () => {
    const [pressing, other] = [await logIn(), await logIn()];
    const followed = await listen(other);
    await browser(pressing).gateway.everything.revoke();
    await followed.ended;
    expect([await status(pressing), await status(other)]).toEqual([200, 401]);
    await here.client.gateway.everything.revoke();
    expect(await status(pressing)).toBe(401);
  });

  it('begins and ends on record, without its secrets', async () => {
    const bearer = await logIn();
    await here.client.dashboard.logOut({});
    // The logout does not wait for its audit entry.
    await expect
      .poll(async () => JSON.stringify(await here.client.gateway.audit.export({})))
      .toContain('browser-logged-out');
    const links = await here.client.gateway.audit.export({});
    const entries = links
      .map(({ text }): { kind: string; detail: object } => JSON.parse(text))
      .filter(({ kind }) => kind.startsWith('browser-'));
    expect(entries).toMatchObject([
      { kind: 'browser-logged-in', detail: { browser: 'Firefox on Linux', id: expect.stringMatching(/^brw_/) } },
      { kind: 'browser-logged-out', detail: { browser: 'Firefox on Linux' } },
    ]);
    expect(JSON.stringify([links, here.logged])).not.toContain(bearer);
  });
});

it('a session that only listens ends by itself, on time', async () => {
  const sessions = createBrowserSessions({ clock: systemClock, random: systemRandom, idleMs: 100, longestMs: 60_000 });
  const { session } = sessions.begin('Firefox on Linux');
  const began = performance.now();
  await new Promise<void>((resolve) => session.onEnd(resolve));
  expect(performance.now() - began).toBeGreaterThan(90);
});

it('without a dashboard for browsers there is no link, and the command says what to do', async () => {
  const bare = await startTestGateway();
  try {
    await expect(bare.client.dashboard.link()).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('purser serve --ui'),
    });
    expect(await bare.client.dashboard.sessions()).toEqual([]);
  } finally {
    await bare.stop();
  }
});
