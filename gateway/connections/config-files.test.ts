import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createConfigFiles } from './config-files.ts';

let folder: string;
const files = createConfigFiles();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('of two writers at once, one wins and the other is told; nothing is lost and nothing is left lying about', async () => {
  const file = join(folder, 'settings.json');
  await writeFile(file, 'before');
  // Another program writes between our reading and our writing.
  await writeFile(file, 'theirs');
  await expect(files.write(file, 'ours', 'before')).rejects.toThrow(/changed while Purser/);
  expect(await readFile(file, 'utf8')).toBe('theirs');
  await expect(files.remove(file, 'before', [])).rejects.toThrow(/changed while Purser/);
  expect(await readdir(folder)).toEqual(['settings.json']);
});

it('a file that appeared meanwhile is not replaced', async () => {
  const file = join(folder, 'new.json');
  await writeFile(file, 'theirs');
  await expect(files.write(file, 'ours', undefined)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await readFile(file, 'utf8')).toBe('theirs');
});

it('makes missing folders, and takes them away again only while they are empty', async () => {
  const file = join(folder, 'a', 'b', 'x.json');
  const made = await files.write(file, 'ours', undefined);
  expect(made).toEqual([join(folder, 'a'), join(folder, 'a', 'b')]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await writeFile(join(folder, 'a', 'mine'), '');
  await files.remove(file, 'ours', made);
  expect(await readdir(join(folder, 'a'))).toEqual(['mine']);
});

it('keeps the mode, and a dangling link is followed to where it points', async () => {
  const file = join(folder, 'run.sh');
  await writeFile(file, 'before');
  await chmod(file, 0o750);
  await files.write(file, 'after', 'before');
  expect((await stat(file)).mode & 0o777).toBe(0o750);
  await symlink(join(folder, 'run.sh'), join(folder, 'link'));
  await files.write(join(folder, 'link'), 'through', 'after');
  expect(await readFile(file, 'utf8')).toBe('through');
});

it('refuses what is no text, a folder, and a read-only file, in a sentence', async () => {
  const file = join(folder, 'binary');
  await writeFile(file, Buffer.from([0xff, 0xfe, 0x00]));
  await expect(files.read(file)).rejects.toThrow(/not UTF-8/);
  await expect(files.read(folder)).rejects.toThrow(/not a config file/);
  await chmod(file, 0o400);
  await expect(files.assertWritable(file)).rejects.toThrow(/read-only/);
  await expect(files.write(file, 'x', '')).rejects.toThrow(/read-only/);
});
