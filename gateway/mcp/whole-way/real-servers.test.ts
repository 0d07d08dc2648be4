import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { connectClient, GENERATIONS, realServer } from './testing.ts';
import { providerNameSchema } from '../../../shared/ids.ts';

const named = (name: string) => providerNameSchema.parse(name);

let at: TestGateway;
let folder: string;
beforeEach(async () => {
  at = await startTestGateway();
  folder = await mkdtemp(join(tmpdir(), 'purser-mcp-'));
});
afterEach(async () => {
  await at.stop();
  await rm(folder, { recursive: true, force: true });
});

test.each(GENERATIONS)(
  'an official client of %s calls a tool of a real server, and it stands in the ledger',
  async (generation) => {
    await writeFile(join(folder, 'note.txt'), 'hello from a file');
    const { mcp } = at.client.gateway;
    const added = await mcp.add({
      name: named('files'),
      way: realServer('filesystem', folder),
      prices: [{ tools: 'read_*', call: 20_000_000, unit: null }],
    });
    expect(added.state).toBe('running');
    expect(added.tools.length).toBeGreaterThan(5);
    const { key, agent } = await at.issue('5/day');
    const client = await connectClient(`${at.gateway.url}/mcp/files`, key, generation);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('read_text_file');
    const result = await client.callTool({ name: 'read_text_file', arguments: { path: join(folder, 'note.txt') } });
    expect(JSON.stringify(result.content)).toContain('hello from a file');
    await client.close();

    const [row] = await at.settled(1);
    expect(row).toMatchObject({
      provider: 'files',
      model: 'files/read_text_file',
      endpoint: 'tools/call',
      cost: 20_000_000,
      outcome: 'served',
      agent,
    });
    const onRecord = (await at.client.gateway.audit.newest({ limit: 9 })).map(({ text }) => text);
    expect(onRecord.filter((text) => text.includes('mcp-call'))).toEqual([
      expect.stringContaining('"tool":"read_text_file"'),
    ]);
    expect(onRecord.join('')).not.toContain('hello from a file');
    expect((await mcp.list())[0]).toMatchObject({ name: 'files', calls: 1, errors: 0, cost: 20_000_000 });
  },
);

test.each(GENERATIONS)(
  'every tool of every server stands in one list for %s, under names of its own',
  async (generation) => {
    const { mcp } = at.client.gateway;
    await mcp.add({ name: named('memory'), way: realServer('memory') });
    await mcp.add({ name: named('all'), way: realServer('everything') });
    await mcp.add({ name: named('thinking'), way: realServer('sequential-thinking') });
    const { key } = await at.issue('5/day');
    const client = await connectClient(`${at.gateway.url}/mcp`, key, generation);
    const names = (await client.listTools()).tools.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['memory__read_graph', 'all__echo', 'purser__allowance']));
    const result = await client.callTool({ name: 'all__echo', arguments: { message: 'over the gateway' } });
    expect(JSON.stringify(result.content)).toContain('over the gateway');
    const left = await client.callTool({ name: 'purser__allowance', arguments: {} });
    expect(JSON.stringify(left.content)).toContain('$5.00 is left');
    await client.close();
    // What only tells of the allowance is no request.
    expect(await at.settled(1)).toHaveLength(1);
  },
);

test('a real server over streamable HTTP is reached, and again when it has been started anew', async () => {
  const port = await freePort();
  const start = async () => {
    const { command, args } = realServer('everything', 'streamableHttp');
    const child = spawn(command, args, {
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    for await (const line of child.stderr) if (String(line).includes('listening on port')) break;
    return child;
  };
  let child = await start();
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const way = { kind: 'url' as const, url: `http://127.0.0.1:${port}/mcp`, headers: [] };
  const added = await at.client.gateway.mcp.add({ name: named('far'), way });
  expect(added.tools.map(({ name }) => name)).toContain('echo');
  const { key } = await at.issue('5/day');
  const client = await connectClient(`${at.gateway.url}/mcp/far`, key, '2026-07-28');
  const echo = (message: string) => client.callTool({ name: 'echo', arguments: { message } });
  expect(JSON.stringify(await echo('one'))).toContain('one');
  await end();
  await expect(echo('two')).rejects.toThrow('The MCP server far');
  child = await start();
  // The session that it knew is gone with it: one call may find that out.
  await echo('three').catch(() => undefined);
  expect(JSON.stringify(await echo('four'))).toContain('four');
  await client.close();
  await end();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('a call stands beside the requests of the conversation that its agent is in', async () => {
  await at.client.gateway.mcp.add({ name: named('memory'), way: realServer('memory') });
  const { key } = await at.issue('5/day');
  const asked = await fetch(`${at.openaiUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'x-session-id': 'conversation-1' },
    body: JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello.' }] }),
  });
  await asked.text();
  await at.settled(1);
  const client = await connectClient(`${at.gateway.url}/mcp/memory`, key, '2026-07-28');
  await client.callTool({ name: 'read_graph', arguments: {} });
  await client.close();
  expect((await at.settled(2)).map(({ session }) => session)).toEqual(['conversation-1', 'conversation-1']);
});

test('a server that prints its environment does not give its secret to an agent', async () => {
  const way = { ...realServer('everything'), variables: ['API_KEY'] };
  await at.client.gateway.mcp.add({ name: named('all'), way, secrets: { API_KEY: 'the-secret-CANARY' } });
  const { key } = await at.issue('5/day');
  const client = await connectClient(`${at.gateway.url}/mcp/all`, key, '2026-07-28');
  const said = JSON.stringify(await client.callTool({ name: 'get-env', arguments: {} }));
  expect(said).toContain('API_KEY');
  expect(said).not.toContain('CANARY');
  await client.close();
});
