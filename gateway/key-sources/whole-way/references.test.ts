import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { PurserClient } from '../../../shared/contract/contract.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { startKeyedProvider } from './start-keyed-provider.ts';
import type { KeyedProvider } from './start-keyed-provider.ts';

const FIRST = 'sk-first-canary-0123456789abcdef';
const SECOND = 'sk-second-canary-0123456789abcdef';
const name = providerNameSchema.parse('work');

let folder: string;
let at: TestGateway;
let provider: KeyedProvider;
/** What clients were told. */
let said = '';

beforeEach(async () => {
  said = '';
  folder = await mkdtemp(join(tmpdir(), 'purser-references-'));
  await writeFile(join(folder, 'key'), FIRST);
  provider = await startKeyedProvider(FIRST);
  const env = { PATH: process.env['PATH'] };
  at = await startTestGateway({ machine: { home: folder, platform: process.platform, env } });
});
afterEach(async () => {
  await at.stop();
  provider.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A command that prints the file, as a manager that a test can rotate. */
const reference = (): string => `cmd:"${process.execPath}" -e "${PRINT}" "${join(folder, 'key')}"`;
const PRINT = "process.stdout.write(require('fs').readFileSync(process.argv[1]))";

const add = (more: object = {}, graceMs = 600_000) =>
  at.client.gateway.providers.add({
    kind: 'custom-openai',
    name,
    baseUrl: provider.baseUrl,
    keyFrom: { reference: reference(), graceMs, ...more },
  });

async function ask(key: string, body: object = {}): Promise<{ readonly status: number; readonly text: string }> {
  const reply = await fetch(`${at.gateway.url}/work/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 5, messages: [{ role: 'user', content: 'x' }], ...body }),
  });
  const text = await reply.text();
  said += text;
  return { status: reply.status, text };
}

async function keyFrom() {
  const found = (await at.client.gateway.providers.list()).find((one) => one.name === name);
  said += JSON.stringify(found);
  return found?.keyFrom;
}

/** A sub-key for it. */
async function issue(): Promise<string> {
  const price = {
    model: 'gpt-4o-mini',
    input: 1_000_000_000,
    output: 1_000_000_000,
    cacheRead: null,
    cacheWrite: null,
  };
  await at.client.gateway.prices.set(price);
  return (await at.issue('5/day')).key;
}

/** The canary: neither key is in a file of the data folder, in what was logged or in what anybody was told. */
async function expectNoTrace(): Promise<void> {
  const spoken = said + at.logged.join('\n') + JSON.stringify(await at.client.gateway.state());
  for (const secret of [FIRST, SECOND]) {
    expect(spoken).not.toContain(secret);
    for (const entry of await readdir(at.dataFolder, { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        expect((await readFile(join(entry.parentPath, entry.name))).includes(secret), entry.name).toBe(false);
  }
}

it('serves requests with a key that only a manager keeps, and does so again after a restart', async () => {
  const added = await add();
  expect(added.check.verdict).toBe('accepted');
  expect(added.keyFrom).toMatchObject({ state: 'fresh', failure: null, reference: `cmd:${process.execPath} ...` });
  const key = await issue();
  expect((await ask(key)).status).toBe(200);
  at = await at.restart();
  expect(await keyFrom()).toMatchObject({ state: 'unread', fetchedAt: null });
  expect((await ask(key)).status).toBe(200);
  expect(await keyFrom()).toMatchObject({ state: 'fresh' });
  expect(new Set(provider.shown)).toEqual(new Set([FIRST]));
  await expectNoTrace();
});

it('uses a rotated key at the request after a refresh, and after one that the provider has refused', async () => {
  await add();
  const key = await issue();
  await writeFile(join(folder, 'key'), SECOND);
  provider.key = SECOND;
  expect((await ask(key)).status).toBe(401);
  await expect.poll(async () => (await ask(key)).status).toBe(200);
  await writeFile(join(folder, 'key'), FIRST);
  provider.key = FIRST;
  await at.client.gateway.providers.refresh({ name });
  expect((await ask(key)).status).toBe(200);
  expect(provider.shown.at(-1)).toBe(FIRST);
  await expectNoTrace();
});

it('is read anew when the provider refuses it at the door of a WebSocket', async () => {
  await at.client.gateway.providers.add({
    kind: 'openai',
    name,
    baseUrl: provider.baseUrl,
    keyFrom: { reference: reference() },
  });
  const key = await issue();
  await writeFile(join(folder, 'key'), SECOND);
  provider.key = SECOND;
  const socket = new WebSocket(`${at.gateway.url.replace('http:', 'ws:')}/work/v1/responses`, {
    headers: { authorization: `Bearer ${key}` },
  });
  await once(socket, 'error');
  expect(provider.shown.at(-1)).toBe(FIRST);
  await expect.poll(async () => (await ask(key)).status).toBe(200);
  expect(provider.shown.filter((shown) => shown === FIRST)).toHaveLength(2);
  await expectNoTrace();
});

it('is checked with what its manager has now, and says where the wrong one comes from', async () => {
  await add();
  await writeFile(join(folder, 'key'), SECOND);
  provider.key = SECOND;
  expect(await at.client.gateway.providers.check({ name })).toMatchObject({ verdict: 'accepted' });
  provider.key = 'another';
  expect(await at.client.gateway.providers.check({ name })).toEqual({
    verdict: 'refused',
    sentence: expect.stringContaining(`refuses the key that cmd:${process.execPath} ... gives out. Put the right one`),
  });
  await expectNoTrace();
});

it('lets a stream go on whose lease ends in the middle; the next request has the new key', async () => {
  await add({ everyMs: 1_000 });
  const key = await issue();
  const stream = ask(key, { stream: true });
  await expect.poll(() => provider.shown.length).toBe(2);
  await writeFile(join(folder, 'key'), SECOND);
  provider.key = SECOND;
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect((await ask(key)).status).toBe(200);
  expect(provider.shown.at(-1)).toBe(SECOND);
  provider.endStreams();
  expect(await stream).toMatchObject({ status: 200, text: expect.stringContaining('ended') });
  await expectNoTrace();
});

it('fails closed with the reason once the grace is over', async () => {
  await add({ everyMs: 1_000 }, 0);
  const key = await issue();
  await rm(join(folder, 'key'));
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const refused = await ask(key);
  expect(refused).toEqual({ status: 503, text: expect.stringContaining('Purser has no key for work') });
  expect(refused.text).toContain('purser provider refresh work');
  expect(await keyFrom()).toMatchObject({ state: 'failed', failure: expect.stringContaining('ended with code 1') });
  expect(provider.shown).toHaveLength(1);
  await expect(at.client.gateway.providers.refresh({ name })).rejects.toMatchObject({ code: 'SECRETS_UNAVAILABLE' });
  await writeFile(join(folder, 'key'), FIRST);
  await at.client.gateway.providers.refresh({ name });
  expect((await ask(key)).status).toBe(200);
  await expectNoTrace();
});

it('moves a key into the secret store, and from there back to a reference, without showing it', async () => {
  const added = await at.client.gateway.providers.add({
    kind: 'custom-openai',
    name,
    baseUrl: provider.baseUrl,
    keyFrom: { reference: reference() },
    importKey: true,
  });
  expect(added.keyFrom).toBeUndefined();
  const key = await issue();
  await writeFile(join(folder, 'key'), 'sk-of-nobody');
  expect((await ask(key)).status).toBe(200);
  const set = { name, keyFrom: { reference: reference() } };
  await expect(at.client.gateway.providers.setKey(set)).rejects.toMatchObject({ code: 'KEY_REFUSED' });
  expect((await ask(key)).status).toBe(200);
  await writeFile(join(folder, 'key'), SECOND);
  provider.key = SECOND;
  expect((await at.client.gateway.providers.setKey(set)).keyFrom).toMatchObject({ state: 'fresh' });
  expect((await ask(key)).status).toBe(200);
  expect((await at.client.gateway.providers.setKey({ ...set, importKey: true })).keyFrom).toBeUndefined();
  await rm(join(folder, 'key'));
  at = await at.restart();
  expect((await ask(key)).status).toBe(200);
  await expectNoTrace();
});

it('nothing is kept of a provider whose manager gives no key', async () => {
  await rm(join(folder, 'key'));
  await expect(add()).rejects.toMatchObject({ code: 'SECRETS_UNAVAILABLE' });
  expect(await keyFrom()).toBeUndefined();
  expect((await at.client.gateway.providers.list()).map((one) => one.name)).toEqual(['openai', 'anthropic']);
});

it('a browser may name neither a program to run nor an address to send a key to', async () => {
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Purser</title>');
  const { url } = await at.gateway.serveDashboard({ assetsFolder: folder, port: 0, onLogin: () => undefined });
  const entered = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: new URL(at.gateway.loginLink().link).hash.replace('#login=', '') }),
  });
  const { bearer } = z.object({ bearer: z.string() }).parse(await entered.json());
  const browser: PurserClient = createORPCClient(
    new RPCLink({ url: `${url}/rpc`, headers: { authorization: `Bearer ${bearer}` } }),
  );
  const { providers } = browser.gateway;
  const mark = join(folder, 'was-run');
  for (const run of [`cmd:touch ${mark}`, 'op://a/b/c', 'pass:a'])
    await expect(providers.add({ kind: 'groq', keyFrom: { reference: run } })).rejects.toThrow(
      'A browser may not say which program runs on this machine.',
    );
  await expect(
    providers.setKey({ name: providerNameSchema.parse('openai'), keyFrom: { reference: `cmd:touch ${mark}` } }),
  ).rejects.toThrow('A browser may not say which program runs');
  await expect(
    providers.add({ kind: 'groq', baseUrl: provider.baseUrl, keyFrom: { reference: 'vault:secret/data/prod#db' } }),
  ).rejects.toThrow("only for the provider's own address");
  await expect(stat(mark)).rejects.toThrow('ENOENT');
  expect(provider.shown).toEqual([]);
});
