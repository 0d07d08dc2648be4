import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCli, startServe } from '../../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../../gateway/testing/start-serve.ts';

let dataFolder: string;
let serve: ServeProcess;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-bodies-cli-'));
  serve = await startServe(dataFolder);
});
afterEach(async () => {
  await serve.end('SIGTERM');
  await rm(dataFolder, { recursive: true, force: true });
});

const cli = (...args: readonly string[]) => runCli(['agent', ...args, '--data-dir', dataFolder], '');

// Six processes, one after the other, on a machine that may be busy.
it('purser agent bodies tells, switches on, and off again', { timeout: 90_000 }, async () => {
  await cli('add', 'Codex');
  expect((await cli('bodies', 'Codex')).stdout).toBe('Prompts and replies of Codex are not logged.\n');
  expect((await cli('bodies', 'Codex', '--keep', '7d')).stdout).toContain(
    'are logged and kept for 7 days, encrypted, on this machine',
  );
  expect(JSON.parse((await cli('bodies', 'Codex', '--off', '--json')).stdout)).toMatchObject({
    keepBodies: null,
    deleted: 0,
  });
  expect(await cli('bodies', 'Codex', '--keep', '31d')).toMatchObject({ code: 1, stdout: '' });
  expect((await cli('bodies', 'Nobody', '--off')).stderr).toContain('There is no agent named "Nobody"');
});
