import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestMachine } from '../../testing/start-test-machine.ts';
import type { TestMachine } from '../../testing/start-test-machine.ts';
import { createMachinePaths } from '../files/machine-paths.ts';
import { planFile } from '../change/plan-file.ts';
import { SUB_KEY_MARK } from '../verify/sub-key-mark.ts';
import type { FileWant } from '../change/want.ts';
import { launchAgent } from './desktop-session/launch-agent.ts';
import { shellFiles } from './shell-files.ts';
import type { Variables } from './shell-files.ts';

const run = promisify(execFile);
const SHOWN = join(import.meta.dirname, 'shell', 'shown');
const VARIABLES: Variables = [
  ['OPENAI_BASE_URL', 'http://127.0.0.1:4141/openai/v1'],
  ['OPENAI_API_KEY', SUB_KEY_MARK],
];

let machine: TestMachine;
beforeEach(async () => {
  machine = await startTestMachine();
});
afterEach(() => machine.remove());

const files = (env: Record<string, string>, platform: NodeJS.Platform = 'linux'): readonly FileWant[] =>
  shellFiles(createMachinePaths({ home: machine.home, platform, env }), VARIABLES, 'purser');

/** Writes the startup files as connecting does, behind what the person has there. */
async function applyTo(wants: readonly FileWant[]): Promise<void> {
  for (const want of wants) {
    const file = want.file.slice(machine.home.length + 1);
    await machine.write(file, planFile(await machine.read(file), want, 'shell').after);
  }
}

/** Where a program is on this machine's PATH. */
function installed(command: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((file) => existsSync(file));
}

/** What a shell that is opened now hands on to the programs in it. */
async function environmentOf(
  shell: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { stdout } = await run(shell, [...args, 'env'], {
    env: { HOME: machine.home, PATH: process.env['PATH'] ?? '', TERM: 'dumb', ...env },
    cwd: machine.home,
  });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('OPENAI_'))
    .toSorted();
}

const HANDED_ON = VARIABLES.map(([name, value]) => `${name}=${value}`).toSorted();

/** A way to open each shell that reads its startup files, and what of the person's is there before. */
const SHELLS = [
  {
    shell: 'bash',
    kind: 'interactive',
    file: '.bashrc',
    before: 'export OPENAI_API_KEY=mine\n',
    args: ['-ic'],
    env: {},
  },
  { shell: 'bash', kind: 'login', file: '.bash_profile', before: 'export OPENAI_API_KEY=mine', args: ['-lc'], env: {} },
  {
    shell: 'zsh',
    kind: 'of any kind',
    file: '.zshenv',
    before: 'typeset -x OPENAI_API_KEY=mine\n',
    args: ['-c'],
    env: {},
  },
  {
    shell: 'zsh',
    kind: 'with its files elsewhere',
    file: 'zsh/.zshenv',
    before: '',
    args: ['-c'],
    env: { ZDOTDIR: 'zsh' },
  },
  {
    shell: 'zsh',
    kind: "interactive, with a key of the person's",
    file: '.zshrc',
    before: 'export OPENAI_API_KEY=mine\n',
    args: ['-ic'],
    env: {},
  },
  { shell: 'fish', kind: 'without a config', file: '.config/fish/functions/x.fish', before: '', args: ['-c'], env: {} },
  {
    shell: 'fish',
    kind: "with a key of the person's",
    file: '.config/fish/config.fish',
    before: 'set -gx OPENAI_API_KEY mine\n',
    args: ['-c'],
    env: {},
  },
] as const;

describe.each(SHELLS)('$shell, $kind', ({ shell, file, before, args, env }) => {
  const program = installed(shell);
  it.skipIf(program === undefined)(
    `hands our variables on${program === undefined ? `: not tried, ${shell} is not installed here` : ''}`,
    async () => {
      await machine.write(file, before);
      const folders: Record<string, string> = Object.fromEntries(
        Object.entries(env).map(([name, folder]) => [name, join(machine.home, folder)]),
      );
      await applyTo(files({ SHELL: `/bin/${shell}`, ...folders }));
      expect(await environmentOf(program ?? '', args, folders)).toEqual(HANDED_ON);
    },
  );
});

describe('what is written, to be read by people', () => {
  it.each([
    { name: 'bashrc', there: '.bashrc', platform: 'linux' },
    { name: 'zshenv', there: '.zshenv', platform: 'linux' },
    { name: 'purser.fish', there: '.config/fish/functions/x.fish', platform: 'linux' },
    { name: 'config.fish', there: '.config/fish/config.fish', platform: 'linux' },
    { name: 'macos.zshenv', there: '.hushlogin', platform: 'darwin' },
  ] as const)('$name', async ({ name, there, platform }) => {
    await machine.write(there, '');
    const [want, ...others] = files({}, platform);
    expect(others).toEqual([]);
    await expect(want && planFile(undefined, want, 'shell').after).toMatchFileSnapshot(join(SHOWN, name));
  });

  it('profile.ps1, beside the bash that everybody has', async () => {
    await machine.write('.config/powershell/profile.ps1', '');
    const [bashrc, want] = files({});
    expect(bashrc?.file.endsWith('.bashrc')).toBe(true);
    await expect(want && planFile(undefined, want, 'shell').after).toMatchFileSnapshot(join(SHOWN, 'profile.ps1'));
  });

  it('the profile of Windows PowerShell, where no other is there yet', async () => {
    const [want, ...others] = shellFiles(
      createMachinePaths({ home: String.raw`C:\Users\me`, platform: 'win32', env: {} }),
      VARIABLES,
      'purser',
    );
    expect(others).toEqual([]);
    expect(want?.file).toBe(String.raw`C:\Users\me\Documents\WindowsPowerShell\profile.ps1`);
    await expect(want && planFile(undefined, want, 'shell').after).toMatchFileSnapshot(
      join(SHOWN, 'windows.profile.ps1'),
    );
  });

  it('all startup files of a person with every shell', async () => {
    for (const name of ['.bashrc', '.profile', '.zshrc', '.config/fish/config.fish', '.config/powershell/x'])
      await machine.write(name, '');
    const shown = files({ SHELL: '/bin/bash' }).map(
      ({ file, kind }) => `${kind} ${file.slice(machine.home.length + 1)}`,
    );
    expect(shown).toEqual([
      'block .bashrc',
      'block .profile',
      'block .zshenv',
      'block .zshrc',
      'block .config/fish/config.fish',
      'block .config/powershell/profile.ps1',
    ]);
  });
});

describe('the login item of macOS', () => {
  it('is this file', async () => {
    await expect(launchAgent(VARIABLES)).toMatchFileSnapshot(join(SHOWN, 'dev.purser.environment.plist'));
  });

  it('hands each variable to launchd, as one word each', async () => {
    // The real launchctl is on macOS only; the script around it is for any sh.
    const stub = await machine.write(
      'bin/launchctl',
      '#!/bin/sh\n[ "$1" = getenv ] && { echo corp.example; exit; }\nfor word in "$@"; do printf "[%s]" "$word"; ' +
        'done; echo\n',
    );
    await chmod(stub, 0o755);
    const script = /<string>-c<\/string><string>([^<&]*)<\/string>/.exec(launchAgent(VARIABLES))?.[1] ?? '';
    const { stdout } = await run('/bin/sh', ['-c', script], { env: { PATH: dirname(stub) }, cwd: machine.home });
    expect(stdout.trim().split('\n')).toEqual([
      ...VARIABLES.map(([name, value]) => `[setenv][${name}][${value}]`),
      ...['NO_PROXY', 'no_proxy'].map((name) => `[setenv][${name}][corp.example,127.0.0.1,localhost,::1]`),
    ]);
  });
});
