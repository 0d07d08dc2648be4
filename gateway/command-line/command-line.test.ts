import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCommandLine } from './command-line.ts';
import type { CommandLineDeps } from './command-line.ts';
import { launcherFile, launcherText } from './launcher.ts';

const run = promisify(execFile);

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "purser's home-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

function commandLine(more: Partial<CommandLineDeps> = {}) {
  const script = join(home, 'say it.mjs');
  const started = { node: process.execPath, script };
  return createCommandLine({ env: {}, platform: 'linux', home, started, ...more });
}

it('puts a command there that runs with all its arguments, and takes it away again', async () => {
  await writeFile(join(home, 'say it.mjs'), 'console.log(JSON.stringify(process.argv.slice(2)))');
  const line = commandLine();
  const file = join(home, '.local', 'bin', 'purser');
  expect(await line.status()).toEqual({ state: 'not-installed', file, onPath: false });
  expect(await line.install()).toMatchObject({ state: 'installed', file });
  expect((await run(file, ['a b', '$HOME', "'"])).stdout).toBe(`${JSON.stringify(['a b', '$HOME', "'"])}\n`);
  // A second time is an update.
  expect(await line.install()).toMatchObject({ state: 'installed' });
  expect(await line.remove()).toMatchObject({ state: 'not-installed' });
  expect(await line.remove()).toMatchObject({ state: 'not-installed' });
});

it('leaves a file of that name alone that it did not make', async () => {
  const folder = join(home, '.local', 'bin');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'purser'), '#!/bin/sh\necho mine\n');
  expect(await commandLine().status()).toMatchObject({ state: 'other' });
  await expect(commandLine().install()).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(commandLine().remove()).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await readFile(join(folder, 'purser'), 'utf8')).toContain('mine');
});

it('knows whether terminals look there, and when there is nothing to install', async () => {
  const env = { PATH: `/usr/bin:${join(home, '.local', 'bin')}` };
  expect(await commandLine({ env }).status()).toMatchObject({ onPath: true });
  const none = commandLine({ started: undefined });
  expect(await none.status()).toMatchObject({ state: 'unavailable' });
  await expect(none.install()).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('keeps a copy of what is gone when the app ends', async () => {
  const [from, to] = [join(home, 'mounted'), join(home, 'data', 'command-line')];
  await mkdir(from);
  await writeFile(join(from, 'purser.mjs'), 'console.log("copied")');
  const started = { node: process.execPath, script: join(to, 'purser.mjs') };
  const line = commandLine({ started, copy: { from, to } });
  const { file } = await line.install();
  await rm(from, { recursive: true });
  expect((await run(file)).stdout).toBe('copied\n');
  await line.remove();
  await expect(readFile(join(to, 'purser.mjs'))).rejects.toThrow('ENOENT');
});

it('belongs into a folder that Windows has on the PATH, as a .cmd', () => {
  const env = { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' };
  expect(launcherFile({ platform: 'win32', env, home: 'C:\\Users\\a' })).toBe(
    'C:\\Users\\a\\AppData\\Local\\Microsoft\\WindowsApps\\purser.cmd',
  );
  expect(launcherText({ node: 'C:\\P F\\node.exe', script: 'C:\\P F\\purser.js' }, 'win32')).toContain(
    '"C:\\P F\\node.exe" "C:\\P F\\purser.js" %*',
  );
});
