import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

it('makes a folder with those above it, for its owner alone, and is content with one that is there', async () => {
  const root = await mkdtemp(join(tmpdir(), 'purser-folder-'));
  const folder = join(root, 'a', 'b');
  await Promise.all([makeFolder(folder), makeFolder(folder)]);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await rm(root, { recursive: true });
});

it.runIf(process.platform === 'linux')('gives up where no folder can be made', async () => {
  await expect(makeFolder('/proc/nope')).rejects.toThrow('ENOENT');
});
