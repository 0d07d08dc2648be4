import { chmod, readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { startTestMachine } from '../../gateway/testing/start-test-machine.ts';
import type { TestMachine } from '../../gateway/testing/start-test-machine.ts';

const TOOLS = join(import.meta.dirname, '..', '..', 'gateway', 'connections', 'tools');
const IDLE =
  process.platform === 'win32'
    ? { suffix: '.cmd', text: '@exit /b 0\r\n' }
    : { suffix: '', text: '#!/bin/sh\nexit 0\n' };

/** Has the form of a key of OpenAI, and never was one. */
export const LYING_KEY = ['sk', 'proj', 'Tq3wX9nB7mK2vR8sL4dF6hJ1pZ5cY0gA'].join('-');

export const SETTINGS = '.claude/settings.json';
export const CODEX_CONFIG = '.codex/config.toml';
export const DOTENV = '.env';
export const PROJECT = 'work/shop';

/** Somebody who has tools, with config files as people have them, and a home that no other test sees. */
export interface Person extends Pick<TestMachine, 'home' | 'write' | 'remove'> {
  /** For a program that this person starts. */
  readonly environment: Readonly<Record<string, string>>;
  /** @throws when there is no such file */
  read(path: string): Promise<string>;
  /** A program on the PATH that starts, does nothing and ends. */
  addCommand(name: string): Promise<void>;
  removeCommand(name: string): Promise<void>;
}

/** Makes one who uses Claude Code and Codex, and keeps a provider key in two dotenv files, one of a project. */
export async function startPerson(): Promise<Person> {
  const { home, write, remove } = await startTestMachine();
  const likeIn = (...names: readonly string[]): Promise<string> => readFile(join(TOOLS, ...names), 'utf8');
  await write(SETTINGS, await likeIn('claude-code', 'fixtures', 'typical.json'));
  await write(CODEX_CONFIG, await likeIn('codex', 'fixtures', 'commented.toml'));
  await write(DOTENV, `# scripts\nOPENAI_API_KEY=${LYING_KEY}\nLOG_LEVEL=debug\n`);
  await write(`${PROJECT}/.env`, `OPENAI_API_KEY=${LYING_KEY}\n`);
  const programs = join(home, 'bin');
  return {
    home,
    write,
    remove,
    // The tools of whoever runs the tests are not this person's.
    environment: {
      HOME: home,
      USERPROFILE: home,
      SHELL: '/bin/bash',
      PATH: [programs, '/usr/bin', '/bin'].join(delimiter),
    },
    read: (path) => readFile(join(home, path), 'utf8'),
    addCommand: async (name) => chmod(await write(join('bin', name + IDLE.suffix), IDLE.text), 0o755),
    removeCommand: (name) => rm(join(programs, name + IDLE.suffix)),
  };
}
