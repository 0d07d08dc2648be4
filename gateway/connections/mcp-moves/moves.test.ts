import { readFile, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';
import { createMachinePaths } from '../files/machine-paths.ts';
import { mcpFixturesOf } from '../tools/fixtures.ts';
import { TOOLS } from '../tools/tools.ts';

let machine: ConnectedMachine;
let client: GatewayClient;
beforeAll(async () => {
  machine = await startConnectedMachine({ gemini: true, vault: true });
  ({ client } = machine);
});
afterAll(() => machine.stop());

/** What each tool's file has: those that can be moved, and those that stay, with why. */
const EXPECTED: Readonly<
  Record<string, { readonly moved: readonly string[]; readonly stays: Readonly<Record<string, string>> }>
> = {
  'claude-code': { moved: ['github', 'memory'], stays: {} },
  codex: { moved: ['memory'], stays: { github: 'setting' } },
  'gemini-cli': { moved: ['git', 'github'], stays: {} },
  opencode: { moved: ['memory', 'context7'], stays: {} },
  cline: { moved: ['files', 'linear'], stays: {} },
  continue: { moved: ['memory', 'linear'], stays: {} },
  goose: { moved: ['memory', 'linear'], stays: {} },
  'vscode-chat': { moved: ['memory', 'github'], stays: {} },
  zed: { moved: ['memory', 'linear'], stays: {} },
  cursor: { moved: ['postgres', 'linear'], stays: {} },
};
const withMcp = TOOLS.flatMap((tool) => (tool.mcp ? [{ id: tool.id, tool, part: tool.mcp }] : []));
const SECRET = /a-made-up|\/home\/kay\/memory\.json/;

it('every tool with an entry has its servers read', () => {
  expect(withMcp.map(({ id }) => id).toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
});

describe.each(withMcp)('$id', ({ id, tool, part }) => {
  const file = () => part.file(createMachinePaths(machine.machine), null);
  /** The typical file, with servers that fail at once instead of being fetched. */
  const original = (): string => {
    const typical = mcpFixturesOf(tool).find(({ name }) => name === 'typical');
    if (!typical) throw new Error(`${id} has no typical file`);
    return typical.text
      .replaceAll(/https:\/\/[a-z0-9.]+\//g, 'http://127.0.0.1:9/')
      .replaceAll(/"npx"|"uvx"|(?<=: )npx/g, '"no-such-command"');
  };
  const change = { moved: EXPECTED[id]?.moved ?? [], stays: EXPECTED[id]?.stays ?? {} };

  it('moves its servers, and puts them back byte for byte', async () => {
    await machine.write(relative(machine.home, file()), original());
    try {
      const { connection } = await client.connections.connect({ tool: id, mcp: true });
      const connected = await readFile(file(), 'utf8');
      const found = (await client.mcp.plain()).find((one) => one.tool === id);
      expect(found?.servers.filter(({ stays }) => stays === null).map(({ name }) => name)).toEqual(change.moved);
      expect(
        Object.fromEntries(found?.servers.flatMap(({ name, stays }) => (stays ? [[name, stays.code]] : [])) ?? []),
      ).toEqual(change.stays);

      const plan = await client.mcp.planMove({ tool: id });
      expect(plan).toMatchObject({ connected: true, addsEntry: false });
      expect(plan.files.map((one) => one.file)).toEqual([file()]);
      for (const name of change.moved) expect(plan.files[0]?.diff).toMatch(new RegExp(`^-.*${name}`, 'm'));
      expect(JSON.stringify(plan)).not.toMatch(SECRET);
      expect(await readFile(file(), 'utf8')).toBe(connected);

      const done = await client.mcp.move({ tool: id, unchecked: true, fingerprint: plan.fingerprint });
      expect(done.moved.map(({ name }) => name)).toEqual(change.moved);
      const left = await readFile(file(), 'utf8');
      expect(left).toContain(`${machine.host.gateway.url}/mcp`);
      expect(left).not.toMatch(SECRET);
      expect((await client.mcp.list()).map(({ name }) => name).toSorted()).toEqual([...change.moved].toSorted());

      const shown = await client.mcp.putBack({ tool: id, dryRun: true });
      expect(shown).toMatchObject({ done: false, files: [{ how: 'restored' }] });
      expect(JSON.stringify(shown)).not.toMatch(SECRET);
      const back = await client.mcp.putBack({ tool: id });
      expect(back).toMatchObject({ done: true, files: [{ how: 'restored' }], taken: [], kept: [] });
      expect(await readFile(file(), 'utf8')).toBe(connected);
      expect(await client.mcp.list()).toEqual([]);

      // Disconnecting puts them back, too: the tool would have none otherwise.
      await client.mcp.move({ tool: id, unchecked: true });
      const dry = await client.connections.disconnect({ id: connection.id, dryRun: true });
      expect(JSON.stringify(dry)).not.toMatch(SECRET);
      await client.connections.disconnect({ id: connection.id });
      expect(await readFile(file(), 'utf8')).toBe(original());
      expect(await client.mcp.list()).toEqual([]);
    } finally {
      await rm(file(), { force: true });
    }
  });

  it('gets its entry with the move where it had none, and loses it with the undo', async () => {
    if (tool.speaks.length === 0) return;
    await machine.write(relative(machine.home, file()), original());
    try {
      await client.connections.connect({ tool: id, mcp: false });
      const connected = await readFile(file(), 'utf8');
      const plan = await client.mcp.planMove({ tool: id });
      expect(plan.addsEntry).toBe(true);
      expect(plan.files.map(({ diff }) => diff).join('\n')).toContain(`${machine.host.gateway.url}/mcp`);
      await client.mcp.move({ tool: id, unchecked: true, fingerprint: plan.fingerprint });
      expect(await readFile(file(), 'utf8')).toContain(`${machine.host.gateway.url}/mcp`);
      await client.mcp.putBack({ tool: id });
      expect(await readFile(file(), 'utf8')).toBe(connected);
      const view = (await client.connections.list()).find((one) => one.id === id);
      expect(view).toMatchObject({ state: 'connected', connections: [{ mcp: 'left-out' }] });
      await client.connections.disconnect({ id });
      expect(await readFile(file(), 'utf8')).toBe(original());
    } finally {
      await rm(file(), { force: true });
    }
  });
});
