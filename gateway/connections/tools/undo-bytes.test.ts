import { lstat, mkdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';
import { createMachinePaths } from '../files/machine-paths.ts';
import { SUB_KEY_MARK } from '../verify/sub-key-mark.ts';
import type { ToolSpec } from '../tool-spec.ts';
import type { FileWant } from '../change/want.ts';
import { fixturesOf, isRefused, mainWant } from './fixtures.ts';
import { TOOLS } from './tools.ts';

let machine: ConnectedMachine;
let client: GatewayClient;

beforeAll(async () => {
  machine = await startConnectedMachine({ gemini: true });
  ({ client } = machine);
});
afterAll(() => machine.stop());

/** What the tool's main file is to hold on this machine. */
function mainWantOf(tool: ToolSpec, project: string | null): FileWant {
  const route = { provider: 'x', root: 'r', v1: 'r/v1', v1beta: 'r/v1beta', models: ['m'] };
  const input = {
    paths: createMachinePaths(machine.machine),
    routes: { openai: route, anthropic: route, gemini: route },
    key: SUB_KEY_MARK,
    project,
    command: null,
    mcp: null,
  };
  return mainWant(tool.files?.(input) ?? []);
}

describe.each(TOOLS.filter((tool) => tool.files !== undefined).map((tool) => [tool.id, tool] as const))(
  '%s',
  (id, tool) => {
    it.each(fixturesOf(tool))(
      '$name: connect, connect again, disconnect: the same bytes, as after a refusal',
      async ({ name, text }) => {
        const project = tool.scope === 'project' ? join(machine.home, 'app') : null;
        if (project !== null) await mkdir(project, { recursive: true });
        const want = mainWantOf(tool, project);
        const { file } = want;
        await machine.write(relative(machine.home, file), text);
        const ask = { tool: id, ...(project === null ? {} : { project }) };
        try {
          if (isRefused(want, name))
            await expect(client.connections.connect(ask)).rejects.toMatchObject({ code: 'CONFLICT' });
          else await connectAndUndo(ask, file, text);
          expect(await readFile(file, 'utf8')).toBe(text);
          expect((await client.keys.list()).filter(({ state }) => state === 'active')).toEqual([]);
        } finally {
          await rm(file, { force: true });
        }
      },
    );
  },
);

it('makes the file that a link points at and that is not there yet; undone, the link is as it was', async () => {
  await machine.write('dotfiles/README', '');
  await machine.write('.claude/README', '');
  await symlink('../dotfiles/claude/settings.json', join(machine.home, '.claude/settings.json'));
  await client.connections.connect({ tool: 'claude-code' });
  expect(await machine.read('dotfiles/claude/settings.json')).toContain('sk-purser-');
  await client.connections.disconnect({ id: 'claude-code' });
  expect(await readlink(join(machine.home, '.claude/settings.json'))).toBe('../dotfiles/claude/settings.json');
  expect(await lstat(join(machine.home, 'dotfiles', 'claude')).catch(() => 'gone')).toBe('gone');
});

async function connectAndUndo(
  ask: { readonly tool: string; readonly project?: string },
  file: string,
  text: string,
): Promise<void> {
  const { connection } = await client.connections.connect(ask);
  expect(connection.state).toBe('connected');
  const connected = await readFile(file, 'utf8');
  expect(connected).not.toBe(text);
  await client.connections.connect(ask);
  expect(await readFile(file, 'utf8')).toBe(connected);
  await client.connections.disconnect({ id: connection.id });
  // Other files of the same connection were not there before.
  for (const other of connection.files.filter((one) => one !== file))
    expect(await lstat(other).catch(() => 'gone')).toBe('gone');
}
