import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';
import { connectNewest, realServer } from '../../mcp/whole-way/testing.ts';

const FILE = '.claude.json';
const CANARY = 'a-value-that-must-be-nowhere-CANARY';

let machine: ConnectedMachine;
let client: GatewayClient;
beforeEach(async () => {
  machine = await startConnectedMachine({ vault: true });
  ({ client } = machine);
});
afterEach(() => machine.stop());

/** Servers from npm in a file as Claude Code writes it, with comments of none. */
function fileWith(servers: object, more: object = {}): string {
  return `${JSON.stringify({ numStartups: 41, ...more, mcpServers: servers }, null, 2)}\n`;
}

function memory(env: Readonly<Record<string, string>> = {}): object {
  const { command, args } = realServer('memory');
  return { type: 'stdio', command, args, env: { MEMORY_FILE_PATH: join(machine.home, 'memory.json'), ...env } };
}

const gone = (name: string) => ({ type: 'stdio', command: `no-such-command-${name}`, args: [] });
const named = (name: string) => providerNameSchema.parse(name);
const connect = () => client.connections.connect({ tool: 'claude-code', mcp: true });
const readJson = async () =>
  z
    .looseObject({
      mcpServers: z.record(z.string(), z.looseObject({ headers: z.record(z.string(), z.string()).optional() })),
    })
    .parse(JSON.parse((await machine.read(FILE)) ?? ''));

/** Every file in these folders that holds a text. */
async function filesWith(text: string, ...folders: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && (await readFile(file)).includes(text)) found.push(file);
    }
  return found;
}

describe('a server that is moved', () => {
  it('is called through Purser by its tool, and its secrets are in the store and nowhere else', async () => {
    await machine.write(FILE, fileWith({ memory: memory({ API_KEY: CANARY }) }));
    await connect();
    const connected = await machine.read(FILE);
    const done = await client.mcp.move({ tool: 'claude-code' });
    expect(done).toMatchObject({ moved: [{ name: 'memory', as: 'memory', tools: 9 }], stayed: [] });
    expect(Object.keys((await readJson()).mcpServers)).toEqual(['purser']);
    expect(await filesWith(CANARY, machine.home, machine.host.dataFolder)).toEqual([]);
    expect(JSON.stringify(await client.mcp.list())).not.toContain(CANARY);
    expect(machine.host.logged.join('')).not.toContain(CANARY);
    const onRecord = (await client.audit.newest({ limit: 50 })).map(({ text }) => text).join('\n');
    expect(onRecord).toContain('mcp-servers-moved');
    expect(onRecord).not.toContain(CANARY);

    const entry = (await readJson()).mcpServers['purser'];
    const key = entry?.headers?.['Authorization']?.replace('Bearer ', '') ?? '';
    const agent = await connectNewest(`${machine.host.gateway.url}/mcp`, key);
    expect((await agent.listTools()).tools.map(({ name }) => name)).toContain('memory__read_graph');
    const graph = await agent.callTool({ name: 'memory__read_graph', arguments: {} });
    expect(JSON.stringify(graph.content)).toContain('entities');
    await agent.close();
    expect((await machine.host.settled(1))[0]).toMatchObject({ provider: 'memory', model: 'memory/read_graph' });

    // Its own calls do not keep it in Purser.
    expect(await client.mcp.putBack({ tool: 'claude-code' })).toMatchObject({ files: [{ how: 'restored' }], kept: [] });
    expect(await machine.read(FILE)).toBe(connected);
    expect(await client.mcp.list()).toEqual([]);
  });

  it('stays where it is when it does not answer, and goes along unchecked', async () => {
    await machine.write(FILE, fileWith({ memory: memory(), lost: gone('a') }));
    await connect();
    const done = await client.mcp.move({ tool: 'claude-code' });
    expect(done.moved.map(({ name }) => name)).toEqual(['memory']);
    expect(done.stayed).toMatchObject([{ name: 'lost', stays: { code: 'unreachable' } }]);
    expect(done.stayed[0]?.stays.about).toContain('no-such-command-a');
    expect(Object.keys((await readJson()).mcpServers)).toEqual(['lost', 'purser']);
    // Two moves one after the other are undone together.
    await client.mcp.move({ tool: 'claude-code', unchecked: true });
    expect(Object.keys((await readJson()).mcpServers)).toEqual(['purser']);
    const back = await client.mcp.putBack({ tool: 'claude-code' });
    expect(back).toMatchObject({ files: [{ how: 'restored' }], back: ['memory', 'lost'] });
    expect(Object.keys((await readJson()).mcpServers)).toEqual(['memory', 'lost', 'purser']);
  });

  it('is put back among what the tool wrote since', async () => {
    const original = fileWith({ lost: gone('a') });
    await machine.write(FILE, original);
    await connect();
    const connected = (await machine.read(FILE)) ?? '';
    await client.mcp.move({ tool: 'claude-code', unchecked: true });
    const moved = (await machine.read(FILE)) ?? '';
    await machine.write(FILE, moved.replace('"numStartups": 41', '"numStartups": 42'));
    const back = await client.mcp.putBack({ tool: 'claude-code' });
    expect(back.files).toMatchObject([{ how: 'edited' }]);
    expect(await machine.read(FILE)).toBe(connected.replace('"numStartups": 41', '"numStartups": 42'));
    await client.connections.disconnect({ id: 'claude-code' });
    expect(await machine.read(FILE)).toBe(original.replace('"numStartups": 41', '"numStartups": 42'));
  });

  it('stays in Purser, secrets and all, where its name in the tool stands for another by now', async () => {
    await machine.write(FILE, fileWith({ lost: { ...gone('a'), env: { API_KEY: CANARY } } }));
    await connect();
    await client.mcp.move({ tool: 'claude-code', unchecked: true });
    const json = await readJson();
    await machine.write(FILE, JSON.stringify({ ...json, mcpServers: { ...json.mcpServers, lost: gone('b') } }));
    const back = await client.mcp.putBack({ tool: 'claude-code' });
    expect(back).toMatchObject({ taken: ['lost'], kept: ['lost'], back: [] });
    expect((await client.mcp.list()).map(({ name }) => name)).toEqual(['lost']);
    expect((await readJson()).mcpServers['lost']).toEqual(gone('b'));
  });

  it('stays in Purser while another agent calls it', async () => {
    await machine.write(FILE, fileWith({ memory: memory() }));
    await connect();
    await client.mcp.move({ tool: 'claude-code' });
    const other = await machine.host.issue('5/day');
    const agent = await connectNewest(`${machine.host.gateway.url}/mcp/memory`, other.key);
    await agent.callTool({ name: 'read_graph', arguments: {} });
    await agent.close();
    await machine.host.settled(1);
    expect(await client.mcp.putBack({ tool: 'claude-code' })).toMatchObject({ back: ['memory'], kept: ['memory'] });
    expect((await client.mcp.list()).map(({ name }) => name)).toEqual(['memory']);
  });
});

it('the doctor and a plan to connect say in one line which servers go past Purser, and how to move them', async () => {
  await machine.write(FILE, fileWith({ files: gone('a'), search: gone('b'), old: { type: 'sse', url: 'http://x' } }));
  const look = async () =>
    (await client.connections.doctor({})).findings.find(({ id }) => id === 'plain-servers:claude-code');
  const text = '2 MCP servers of Claude Code do not go through Purser: files, search.';
  expect(await look()).toBeUndefined();
  expect((await client.connections.plan({ tool: 'claude-code' })).notes).toContain(
    `${text} Once it is connected, move them: purser mcp import claude-code`,
  );
  await connect();
  expect(await look()).toMatchObject({ severity: 'note', text, acts: [{ kind: 'move-servers', tool: 'claude-code' }] });
  await client.mcp.move({ tool: 'claude-code', unchecked: true });
  expect(await look()).toBeUndefined();
});

describe('servers that several tools have', () => {
  it('are in Purser once, and leave it with the last of the tools', async () => {
    await machine.write(FILE, fileWith({ shared: gone('a') }));
    await machine.write(
      '.cursor/mcp.json',
      JSON.stringify({ mcpServers: { Shared: { command: 'no-such-command-a' } } }),
    );
    await connect();
    await client.connections.connect({ tool: 'cursor' });
    await client.mcp.move({ tool: 'claude-code', unchecked: true });
    const plan = await client.mcp.planMove({ tool: 'cursor' });
    expect(plan.servers).toMatchObject([{ name: 'Shared', as: 'shared', isThere: true, stays: null }]);
    await client.mcp.move({ tool: 'cursor' });
    expect(await client.mcp.list()).toHaveLength(1);
    expect(await client.mcp.putBack({ tool: 'claude-code' })).toMatchObject({ kept: ['shared'] });
    expect(await client.mcp.list()).toHaveLength(1);
    expect(await client.mcp.putBack({ tool: 'cursor' })).toMatchObject({ kept: [] });
    expect(await client.mcp.list()).toEqual([]);
  });

  it('with one name and another command need another name', async () => {
    await machine.write(FILE, fileWith({ shared: gone('a'), openai: gone('b') }));
    await connect();
    const way = { kind: 'command' as const, command: 'other', args: [], variables: [], folder: null };
    await client.mcp.add({ name: named('shared'), way, unchecked: true });
    const { servers } = await client.mcp.planMove({ tool: 'claude-code' });
    expect(servers.map(({ stays }) => stays)).toEqual([
      { code: 'taken', about: 'shared' },
      { code: 'taken', about: 'openai' },
    ]);
    await expect(client.mcp.move({ tool: 'claude-code' })).rejects.toThrow('There is nothing to move');
    await expect(client.mcp.planMove({ tool: 'claude-code', as: { shared: 'Not A Name' } })).rejects.toThrow(
      '"Not A Name" cannot be its name',
    );
    const done = await client.mcp.move({
      tool: 'claude-code',
      servers: ['shared'],
      as: { shared: 'shared-2' },
      unchecked: true,
    });
    expect(done.moved).toMatchObject([{ name: 'shared', as: 'shared-2' }]);
    await client.mcp.putBack({ tool: 'claude-code' });
    expect((await client.mcp.list()).map(({ name }) => name)).toEqual(['shared']);
  });
});

it('servers of one project only are moved for that project', async () => {
  const project = join(machine.home, 'shop');
  const text = fileWith({}, { projects: { [project]: { allowedTools: [], mcpServers: { lost: gone('a') } } } });
  await machine.write(FILE, text);
  await machine.write('shop/README', '');
  await connect();
  const connected = await machine.read(FILE);
  expect(await client.mcp.plain()).toMatchObject([{ tool: 'claude-code', project, servers: [{ name: 'lost' }] }]);
  await client.mcp.move({ tool: 'claude-code', project, unchecked: true });
  expect(await machine.read(FILE)).not.toContain('no-such-command');
  expect(await client.mcp.plain()).toMatchObject([{ project, servers: [], moved: ['lost'] }]);
  await client.mcp.putBack({ tool: 'claude-code', project });
  expect(await machine.read(FILE)).toBe(connected);
  await client.mcp.move({ tool: 'claude-code', project, unchecked: true });
  // The connection of the whole machine is the one that leads to it.
  await client.connections.disconnect({ id: 'claude-code' });
  expect(await machine.read(FILE)).toBe(text);
});

it('a file that is gone comes back with its servers: what was moved must not be lost', async () => {
  await machine.write(FILE, fileWith({ lost: { ...gone('a'), env: { API_KEY: CANARY } } }));
  await connect();
  await client.mcp.move({ tool: 'claude-code', unchecked: true });
  await rm(join(machine.home, FILE));
  await client.mcp.putBack({ tool: 'claude-code' });
  expect((await readJson()).mcpServers['lost']).toMatchObject({ env: { API_KEY: CANARY } });
});
