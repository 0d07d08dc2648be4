import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Diagnosis } from '../../../shared/contract/connection-views.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';

/** 40 KB that a recursive reader falls over. */
const DEEP = `${'{"a":'.repeat(6_700)}1${'}'.repeat(6_700)}`;
const KEY = 'sk-proj-the-persons-real-key-0123456789abcdef';

let machine: ConnectedMachine;
let client: GatewayClient;
const examine = (): Promise<Diagnosis> =>
  client.connections.doctor({ fix: [], importFrom: [], projects: [join(machine.home, 'work/app')] });
beforeEach(async () => {
  machine = await startConnectedMachine();
  await machine.write('work/app/.env', `OPENAI_API_KEY=${KEY}\n`);
  ({ client } = machine);
  for (const tool of ['claude-code', 'opencode']) await client.connections.connect({ tool });
});
afterEach(() => machine.stop());

it('a repository cannot silence the doctor by a file that nobody can read', async () => {
  const files = [
    await machine.write('work/app/.claude/settings.json', DEEP),
    await machine.write('work/app/opencode.json', DEEP),
  ];
  const { findings } = await examine();
  expect(findings.map(({ id }) => id)).toContain(`plain-key:${join(machine.home, 'work/app/.env')}:1`);
  for (const file of files)
    expect(findings.filter((found) => found.file === file)).toMatchObject([
      {
        severity: expect.stringMatching(/error|warning/),
        text: expect.stringMatching(/could not look at|cannot read/),
      },
    ]);
});

it('nor by one that is no text', async () => {
  await mkdir(join(machine.home, 'work/app/.claude/settings.json'), { recursive: true });
  const file = join(machine.home, 'work/app/.claude/settings.json');
  const { findings } = await examine();
  expect(findings).toContainEqual(
    expect.objectContaining({
      id: `unseen:${file}`,
      severity: 'error',
      file,
      text: expect.stringMatching(/^Purser could not look at Claude Code's config in this project/),
    }),
  );
  expect(findings.map(({ id }) => id)).toContain(`plain-key:${join(machine.home, 'work/app/.env')}:1`);
});

it('a config of one tool that nobody can read leaves the others in the list, and in the diagnosis', async () => {
  await machine.write('.claude/settings.json', DEEP);
  const tools = await client.connections.list();
  expect(tools.filter(({ connections }) => connections.length > 0).map(({ id, state }) => [id, state])).toEqual([
    ['claude-code', 'changed-outside'],
    ['opencode', 'connected'],
  ]);
  const { findings } = await examine();
  expect(findings.map(({ tool }) => tool)).toContain('claude-code');
});
