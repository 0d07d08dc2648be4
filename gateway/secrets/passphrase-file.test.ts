import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPassphraseFile } from './passphrase-file.ts';

let file = '';
beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'purser-passphrase-')), 'passphrase');
  await writeFile(file, ' correct horse \n', { mode: 0o600 });
});
afterAll(() => rm(join(file, '..'), { recursive: true }));

test('one line break at the end is not part of the passphrase, spaces are', async () => {
  expect(await readPassphraseFile(file)).toBe(' correct horse ');
});

test('a file that others can read is refused, with the cure', async () => {
  await chmod(file, 0o644);
  await expect(readPassphraseFile(file)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('chmod 600'),
  });
});

test('a file that is not there is named', async () => {
  await expect(readPassphraseFile('/nowhere/passphrase')).rejects.toThrow(/\/nowhere\/passphrase/);
});
