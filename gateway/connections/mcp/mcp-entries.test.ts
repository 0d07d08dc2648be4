import { lstat, readFile, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';
import { planFile } from '../change/plan-file.ts';
import { createMachinePaths } from '../files/machine-paths.ts';
import { FORMATS } from '../formats/formats.ts';
import { resolvePath, valueAt } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import type { McpPart, ToolSpec } from '../tool-spec.ts';
import { fixturesOf, isRefused, mcpFixturesOf } from '../tools/fixtures.ts';
import { TOOLS } from '../tools/tools.ts';
import { SUB_KEY_MARK } from '../verify/sub-key-mark.ts';
import { wantsOf } from './mcp-wants.ts';

let machine: ConnectedMachine;
let client: GatewayClient;
beforeAll(async () => {
  machine = await startConnectedMachine({ gemini: true });
  ({ client } = machine);
});
afterAll(() => machine.stop());

const withMcp = TOOLS.flatMap((tool) => (tool.mcp ? [{ id: tool.id, tool, part: tool.mcp }] : []));

it('these tools can have the entry', () => {
  expect(withMcp.map(({ id }) => id).join(' ')).toBe(
    'claude-code codex gemini-cli opencode cline continue goose vscode-chat zed cursor',
  );
});

describe.each(withMcp)('$id', ({ id, tool, part }) => {
  it.each(casesOf(tool))(
    '$name: connect, again, verify, disconnect: the same bytes, as after a refusal',
    async ({ name, text }) => {
      const file = fileOf(part);
      await machine.write(relative(machine.home, file), text);
      try {
        if (isRefused({ kind: 'entries', file, format: part.format, entries: [] }, name))
          await expect(client.connections.connect({ tool: id, mcp: true })).rejects.toMatchObject({ code: 'CONFLICT' });
        else await live(id, part, name);
        expect(await readFile(file, 'utf8')).toBe(text);
      } finally {
        await rm(file, { force: true });
      }
    },
  );

  it('the entry stands beside those of the person', async () => {
    const [typical] = mcpFixturesOf(tool).filter(({ name }) => name === 'typical');
    const want = wantsOf(tool, inputFor(tool)).find(({ file }) => file === fileOf(part, '/home/kay'));
    if (!typical || !want) throw new Error(`${id} has no typical file`);
    await expect(planFile(typical.text, want, id).after).toMatchFileSnapshot(
      typical.file.replace('typical', 'typical.connected'),
    );
  });

  it('without --mcp and without a server there is none', async () => {
    if (tool.speaks.length === 0) return;
    const { connection } = await client.connections.connect({ tool: id });
    expect(connection.mcp).toBe('none');
    for (const one of connection.files)
      expect(await readFile(one, 'utf8')).not.toContain(`${machine.host.gateway.url}/mcp`);
    await client.connections.disconnect({ id: connection.id });
  });
});

/** Connects with an entry, and undoes it. */
async function live(id: string, part: McpPart, name: string): Promise<void> {
  const file = fileOf(part);
  const ask = { tool: id, mcp: true };
  const plan = await client.connections.plan(ask);
  expect(plan.mcp).toBe(true);
  const { connection } = await client.connections.connect({ ...ask, fingerprint: plan.fingerprint });
  expect(connection).toMatchObject({ state: 'connected', mcp: 'written' });
  const connected = await readFile(file, 'utf8');
  const entry = JSON.stringify(entryIn(part, connected));
  expect(entry).toContain(`${machine.host.gateway.url}/mcp"`);
  expect(entry).toMatch(/Bearer sk-purser-\w{38}/);
  expect(JSON.stringify(plan)).not.toMatch(/sk-purser-\w{38}/);
  // As it was connected, so it stays.
  await client.connections.connect({ tool: id });
  expect(await readFile(file, 'utf8')).toBe(connected);
  // In others a choice of the person's own leads past Purser, and the verdict says so.
  if (name === 'typical') expect(await client.connections.verify({ id: connection.id })).toMatchObject({ ok: true });
  await client.connections.disconnect({ id: connection.id });
  for (const other of connection.files.filter((one) => one !== file))
    expect(await lstat(other).catch(() => 'gone')).toBe('gone');
}

/** Files with servers; a tool that keeps them among everything else has its other files, too. */
function casesOf(tool: ToolSpec): ReturnType<typeof mcpFixturesOf> {
  const own = mcpFixturesOf(tool);
  const isShared = own.length === 1;
  const rest = isShared ? fixturesOf(tool).filter(({ name }) => name !== 'typical') : [];
  return [...own, ...rest];
}

function fileOf({ file }: McpPart, home?: string): string {
  return file(
    createMachinePaths(home === undefined ? machine.machine : { home, platform: 'linux', env: { SHELL: '/bin/bash' } }),
    null,
  );
}

function inputFor(tool: ToolSpec): Parameters<typeof wantsOf>[1] {
  const route = (name: string) => ({
    provider: name,
    root: `http://127.0.0.1:4141/${name}`,
    v1: `http://127.0.0.1:4141/${name}/v1`,
    v1beta: `http://127.0.0.1:4141/${name}/v1beta`,
    models: ['a-model'],
  });
  return {
    paths: createMachinePaths({ home: '/home/kay', platform: 'linux', env: { SHELL: '/bin/bash' } }),
    routes: Object.fromEntries(tool.speaks.map((family) => [family, route(family)])),
    key: SUB_KEY_MARK,
    project: null,
    command: null,
    mcp: { url: 'http://127.0.0.1:4141/mcp', command: null },
  };
}

function entryIn(part: McpPart, text: string): unknown {
  const root = FORMATS[part.format].parse(plainText(text));
  const last = part.namedBy === undefined ? 'purser' : { where: part.namedBy, is: 'purser' };
  return valueAt(root, resolvePath(root, [...part.at(null), last]));
}
