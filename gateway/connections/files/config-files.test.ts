import { execFile } from 'node:child_process';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConfigFiles } from './config-files.ts';

let folder: string;
const files = createConfigFiles();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('of two writers at once, one wins and the other is told; nothing is lost, nothing is left lying about', async () => {
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

it('keeps the mode, and a link is followed to where it points', async () => {
  const file = join(folder, 'run.sh');
  await writeFile(file, 'before');
  await chmod(file, 0o750);
  await files.write(file, 'after', 'before');
  expect((await stat(file)).mode & 0o777).toBe(0o750);
  await symlink(join(folder, 'run.sh'), join(folder, 'link'));
  await files.write(join(folder, 'link'), 'through', 'after');
  expect(await readFile(file, 'utf8')).toBe('through');
});

describe.skipIf(process.platform === 'win32')('a link', () => {
  const at = (...names: readonly string[]): string => join(folder, ...names);

  it.each([
    ['whose target is not there yet', ['dotfiles/settings.json', 'link.json'], 'link.json'],
    ['to such a link', ['link-2', 'link.json', 'dotfiles/settings.json', 'link-2'], 'link.json'],
    ['in a folder above', ['dotfiles/tool', '.tool'], '.tool/settings.json'],
  ])('%s stays, and what it points at is made and taken away again', async (_, links, name) => {
    for (let index = 0; index < links.length; index += 2) await symlink(links[index] ?? '', at(links[index + 1] ?? ''));
    const before = await readdir(folder);
    await files.assertWritable(at(name));
    expect(await files.read(at(name))).toBeUndefined();
    const made = await files.write(at(name), 'ours', undefined);
    expect(await files.read(at(name))).toBe('ours');
    for (let index = 0; index < links.length; index += 2)
      expect(await readlink(at(links[index + 1] ?? ''))).toBe(links[index]);
    await files.remove(at(name), 'ours', made);
    expect(await readdir(folder)).toEqual(before);
  });

  it('that leads in a circle is refused in a sentence, and nothing is made', async () => {
    await symlink('b', at('a'));
    await symlink('a', at('b'));
    for (const name of ['a', join('a', 'settings.json')]) {
      await expect(files.read(at(name))).rejects.toThrow(/leads in a circle/);
      await expect(files.assertWritable(at(name))).rejects.toThrow(/leads in a circle/);
      await expect(files.write(at(name), 'ours', undefined)).rejects.toThrow(/leads in a circle/);
    }
    expect(await readdir(folder)).toEqual(['a', 'b']);
  });

  it('whose target somebody made meanwhile is not written through', async () => {
    await symlink('target', at('link'));
    await writeFile(at('target'), 'theirs');
    await expect(files.write(at('link'), 'ours', undefined)).rejects.toThrow(/changed while Purser/);
    expect([await readFile(at('target'), 'utf8'), await readdir(folder)]).toEqual(['theirs', ['link', 'target']]);
  });

  it('to a read-only file is refused', async () => {
    await writeFile(at('target'), 'theirs');
    await chmod(at('target'), 0o400);
    await symlink('target', at('link'));
    await expect(files.assertWritable(at('link'))).rejects.toThrow(/read-only/);
  });

  it.runIf(process.getuid?.() === 0)(
    'to a file of another user is refused (asked as root, who can make one)',
    async () => {
      await mkdir(at('mine'));
      await writeFile(at('theirs'), 'theirs');
      await symlink(at('theirs'), at('mine', 'link'));
      await chown(at('mine'), 65_534, 65_534);
      await chmod(folder, 0o755);
      const told = await new Promise<string>((resolve) => {
        const program =
          `import { createConfigFiles } ` +
          `from ${JSON.stringify(join(import.meta.dirname, 'config-files.ts'))}; process.seteuid(65534); ` +
          `createConfigFiles().assertWritable(${JSON.stringify(at('mine', 'link'))}).then(() => ` +
          `console.log('taken'), (error) => console.log(error.message));`;
        execFile(process.execPath, ['--input-type=module', '-e', program], (_, out) => resolve(out));
      });
      expect(told).toMatch(/belongs to another user of this machine/);
    },
  );
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
