import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli, startServe } from '../../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../../gateway/testing/start-serve.ts';

let dataFolder: string;
let serve: ServeProcess;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-agent-cli-'));
  serve = await startServe(dataFolder);
});
afterEach(async () => {
  await serve.end('SIGTERM');
  await rm(dataFolder, { recursive: true, force: true });
});

const cli = (...args: readonly string[]) => runCli([...args, '--data-dir', dataFolder], '');

// Five processes, one after the other.
it('a new Purser says in words what is empty, and what is wrong with a name', { timeout: 90_000 }, async () => {
  expect((await cli('usage')).stdout).toBe('Nothing was spent yet. Requests count here when they finish.\n');
  expect((await cli('approvals')).stdout).toBe('No requests are waiting for approval.\n');
  expect(await cli('agent', 'add', 'x'.repeat(61))).toMatchObject({
    code: 1,
    stderr: 'purser: An agent name has at most 60 characters.\n',
  });
  expect((await cli('agent', 'add', '')).stderr).toBe('purser: An agent needs a name.\n');
  expect((await cli('agent', 'bodies', 'Nobody', '--keep', '0d')).stderr).toContain('Whole days from 1d to 30d.');
});

it('an agent is renamed, archived and brought back, merged, and deleted', { timeout: 120_000 }, async () => {
  await cli('agent', 'add', 'My tool');
  await cli('agent', 'add', 'Triage');
  expect((await cli('agent', 'rename', 'My tool', 'Shell')).stdout).toBe('My tool is Shell now.\n');
  expect((await cli('agent', 'archive', 'Shell')).stdout).toContain('purser agent archive Shell --undo');
  expect((await cli('agent', 'list')).stdout).not.toContain('Shell');
  expect((await cli('agent', 'list', '--all')).stdout).toMatch(/^Shell +archived/m);
  expect((await cli('key', 'issue', '--agent', 'Shell', '--cap', '1/day')).stderr).toContain(
    'Shell is archived. Bring it back first: purser agent archive "Shell" --undo',
  );
  expect((await cli('agent', 'archive', 'Shell', '--undo')).stdout).toBe('Shell is back.\n');
  expect((await cli('agent', 'archive', 'Shell', '--undo')).stderr).toContain('No archived agent is named "Shell".');
  expect((await cli('agent', 'merge', 'Shell', '--into', 'Shell')).code).toBe(1);
  expect((await cli('agent', 'merge', 'Shell', '--into', 'Triage')).stdout).toBe('Shell is part of Triage now.\n');
  expect((await cli('key', 'issue', '--agent', 'Triage')).stderr).toContain('This agent has no cap yet.');
  const issued = await cli('key', 'issue', '--agent', 'Triage', '--cap', '1/day', '--json');
  expect((await cli('key', 'issue', '--agent', 'Triage')).stdout).toContain(
    '$1.00 a day for all its sub-keys together',
  );
  const { id } = z.object({ id: z.string() }).parse(JSON.parse(issued.stdout));
  expect((await cli('key', 'revoke', id)).stdout).toContain(`purser key revoke ${id} --undo`);
  expect((await cli('agent', 'delete', 'Triage')).stdout).toContain('Deleted Triage.');
  expect((await cli('agent', 'list', '--all')).stdout).toMatch(/^Triage +deleted/m);
  expect((await cli('key', 'revoke', id, '--undo')).stderr).toContain('too late');
});

it('caps are set on an agent, on models, on each conversation and on a group', { timeout: 120_000 }, async () => {
  await cli('agent', 'add', 'Triage');
  expect((await cli('cap', 'set', 'Triage', '5/day', '20/month')).stdout).toBe(
    'Triage: $5.00 a day and $20.00 a month.\n',
  );
  await cli('cap', 'set', 'Triage', '1/day', '--model', 'claude-opus-*');
  await cli('cap', 'set', 'Triage', '2/total', '--conversation');
  expect((await cli('agent', 'group', 'Triage', 'night-shift')).stdout).toContain(
    'Triage is in the group night-shift.',
  );
  await cli('cap', 'set', 'group:night-shift', '9/day');
  const file = (await cli('policy', 'export')).stdout;
  expect(file).toContain('caps: [5/day, 20/month]');
  expect(file).toContain('modelCaps: {claude-opus-*: [1/day]}');
  expect(file).toContain('conversationCaps: [2/total]');
  expect(file).toMatch(/groups:\n +night-shift:\n +caps: \[9\/day\]/);
  await cli('cap', 'set', 'Triage', '--none', '--conversation');
  expect((await cli('policy', 'export')).stdout).not.toMatch(/^ .*conversationCaps: \[2/m);
  expect((await cli('cap', 'set', 'Triage')).stderr).toContain('Give caps, such as 5/day');
  expect((await cli('agent', 'group', 'Triage', 'Night Shift')).stderr).toContain('small letters, digits and dashes');
});
