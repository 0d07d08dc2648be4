import { afterEach, beforeEach, expect, test } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { startRemoteServer } from './start-remote-server.ts';
import type { RemoteServer } from './start-remote-server.ts';
import { connectNewest } from './testing.ts';

const name = providerNameSchema.parse('remote');
let at: TestGateway;
let remote: RemoteServer;
beforeEach(async () => {
  at = await startTestGateway();
  remote = await startRemoteServer();
});
afterEach(async () => {
  await at.stop();
  await remote.stop();
});

const add = () =>
  at.client.gateway.mcp.add({ name, way: { kind: 'url', url: remote.url, headers: [] }, unchecked: true });

/** Logs in as a browser would: opens the page, and follows it back. */
async function logIn(page: (url: URL) => Promise<string> = open): Promise<readonly string[]> {
  const seen: string[] = [];
  for await (const step of await at.client.gateway.mcp.login({ name })) {
    if ('url' in step) seen.push(await page(new URL(step.url)));
    else seen.push('done');
  }
  return seen;
}

async function open(url: URL): Promise<string> {
  return (await fetch(url)).text();
}

test('a server that wants a login says how, and is reached once the person has logged in', async () => {
  expect(await add()).toMatchObject({
    state: 'failed',
    trouble: 'The MCP server remote wants you to log in: purser mcp login remote',
  });
  // Nothing is registered anywhere before a person asks for it.
  expect(remote.heard).toEqual([]);
  const seen = await logIn();
  expect(seen).toEqual([expect.stringContaining('Purser has the answer.'), 'done']);
  expect(remote.heard).toEqual(['registered', 'redeemed']);
  expect((await at.client.gateway.mcp.list())[0]).toMatchObject({ state: 'running', tools: [{ name: 'whoami' }] });
  const { key } = await at.issue('5/day');
  const client = await connectNewest(`${at.gateway.url}/mcp/remote`, key);
  const call = () => client.callTool({ name: 'whoami', arguments: {} });
  expect(await call()).toMatchObject({ content: [{ text: 'the person who logged in' }] });

  // A token that has ended is refreshed without a person.
  remote.expire();
  expect(await call()).toMatchObject({ content: [{ text: 'the person who logged in' }] });
  expect(remote.heard).toEqual(['registered', 'redeemed', 'refreshed']);
  await client.close();
  expect(JSON.stringify(await at.client.gateway.mcp.list())).not.toContain('CANARY');
  expect(at.logged.join('')).not.toContain('CANARY');
});

test('a login survives a restart of the gateway, in the secret store alone', async () => {
  await add();
  await logIn();
  at = await at.restart();
  const { key } = await at.issue('5/day');
  const client = await connectNewest(`${at.gateway.url}/mcp/remote`, key);
  expect(await client.callTool({ name: 'whoami', arguments: {} })).toMatchObject({ content: [{ type: 'text' }] });
  await client.close();
  expect(remote.heard).toEqual(['registered', 'redeemed']);
});

test('an answer with another state is none', async () => {
  await add();
  const seen = await logIn(async (url) => {
    const forged = new URL(url.searchParams.get('redirect_uri') ?? '');
    forged.search = '?code=stolen&state=guessed';
    const refused = await fetch(forged);
    expect(refused.status).toBe(404);
    return open(url);
  });
  expect(seen.at(-1)).toBe('done');
});

test('a command has no login', async () => {
  const way = { kind: 'command' as const, command: 'no-such-command', args: [], variables: [], folder: null };
  await at.client.gateway.mcp.add({ name, way, unchecked: true });
  await expect(logIn()).rejects.toThrow('remote has no login: only a server elsewhere has one.');
});
