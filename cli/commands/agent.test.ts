import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../gateway/testing/start-serve.ts';

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
