import { execFileSync } from 'node:child_process';
import { lstat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';
import { isIgnoredBy } from './git-patterns.ts';

let machine: ConnectedMachine;
let client: GatewayClient;
let app: string;

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', app, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: machine.home },
  });
const findings = async () =>
  (await client.connections.doctor({ fix: [], projects: [app] })).findings.filter(({ id }) =>
    id.startsWith('not-ignored:'),
  );

/** @param path with git on it, or empty: then its files are read */
async function start(path: string): Promise<void> {
  machine = await startConnectedMachine({ env: { PATH: path } });
  app = join(machine.home, 'app');
  await machine.write('app/README', '');
  git('init', '-q');
  ({ client } = machine);
}
afterEach(() => machine.stop());

describe.each([
  ['git is asked', process.env['PATH'] ?? ''],
  ['there is no git, so its files are read', '/nowhere'],
])('a sub-key in a project stays out of its repository (%s)', (_, path) => {
  beforeEach(() => start(path));

  it.each([
    ['claude-code', '.claude/settings.local.json'],
    ['project', '.env'],
    ['direnv', '.env.purser'],
  ])('%s: by a line that comes and goes with the connection', async (tool, name) => {
    const before = await machine.read('app/.git/info/exclude');
    const plan = await client.connections.plan({ tool, project: app });
    expect(plan.notes).toContainEqual(
      expect.stringContaining(`So the line /${name} goes into ${join(app, '.git/info/exclude')}`),
    );
    expect(plan.files[0]?.diff).toContain(`+/${name}`);
    const { connection } = await client.connections.connect({ tool, project: app, fingerprint: plan.fingerprint });
    expect(git('status', '--porcelain', '-uall')).not.toContain(name);
    expect(await findings()).toEqual([]);

    // Again is nothing new, although git ignores the file now.
    await client.connections.connect({ tool, project: app });
    expect(git('check-ignore', name).trim()).toBe(name);
    await client.connections.disconnect({ id: connection.id });
    expect(await machine.read('app/.git/info/exclude')).toBe(before);
    expect(await lstat(join(app, name)).catch(() => 'gone')).toBe('gone');
  });

  it('is told of where no line was wanted, and where the line went missing', async () => {
    await client.connections.connect({ tool: 'claude-code', project: app, gitExclude: false });
    const file = join(app, '.claude/settings.local.json');
    expect(await findings()).toMatchObject([
      {
        severity: 'warning',
        file,
        text: `${file} holds a sub-key, and git would take it into the repository ${app}.`,
        byHand: expect.stringContaining('Put the line /.claude/settings.local.json into'),
      },
    ]);
    await machine.write('app/.gitignore', '**/settings.local.json\n');
    expect(await findings()).toEqual([]);
  });

  it('needs no line where the project ignores the file itself', async () => {
    await machine.write('app/.gitignore', '# ours\n.claude/\n');
    const plan = await client.connections.plan({ tool: 'claude-code', project: app });
    expect([plan.notes, plan.files.map(({ file }) => file)]).toEqual([[], [join(app, '.claude/settings.local.json')]]);
  });

  it.runIf(process.platform !== 'win32')(
    "looks behind a link: a dotfiles repository holds the machine's config",
    async () => {
      await machine.write('.claude/README', '');
      await symlink(join(app, 'settings.json'), join(machine.home, '.claude/settings.json'));
      await client.connections.connect({ tool: 'claude-code' });
      expect(await findings()).toMatchObject([
        {
          file: join(machine.home, '.claude/settings.json'),
          byHand: expect.stringContaining('the line /settings.json'),
        },
      ]);
    },
  );
});

describe('a file that is in the repository already', () => {
  beforeEach(() => start(process.env['PATH'] ?? ''));

  it('is told of as such: no line keeps it out', async () => {
    await machine.write('app/.env', 'A=1\n');
    git('add', '.env');
    git('commit', '-qm', 'x');
    expect((await client.connections.plan({ tool: 'project', project: app })).notes).toEqual([
      expect.stringContaining('the sub-key would go with the next commit'),
    ]);
    await client.connections.connect({ tool: 'project', project: app });
    expect(await findings()).toMatchObject([{ byHand: expect.stringContaining('git rm --cached') }]);
  });

  it('runs nothing that a repository names in its config', async () => {
    const proof = join(machine.home, 'it-ran');
    await machine.write('hook.sh', `#!/bin/sh\ntouch ${proof}\n`);
    git('config', 'core.fsmonitor', `sh ${join(machine.home, 'hook.sh')}`);
    await client.connections.plan({ tool: 'claude-code', project: app });
    expect(await lstat(proof).catch(() => 'nothing ran')).toBe('nothing ran');
  });
});

it.each([
  ['.env', '.env', true],
  ['/.env', '.env', true],
  ['.env', 'a/.env', true],
  ['/.env', 'a/.env', false],
  ['.env*', '.env.purser', true],
  ['*.json', '.claude/settings.local.json', true],
  ['.claude/', '.claude/settings.local.json', true],
  ['.claude', '.claude/x', true],
  ['.claude/*', '.claude/x', true],
  ['.claude/*\n!.claude/x', '.claude/x', false],
  ['.claude/\n!.claude/x', '.claude/x', true],
  ['**/x.json', 'a/b/x.json', true],
  ['a/**', 'a/b/c', true],
  ['a/**/c', 'a/c', true],
  ['# .env', '.env', false],
  [String.raw`\#x`, '#x', true],
  ['[.]env', '.env', true],
  ['.en?', '.env', true],
  ['.env ', '.env', true],
  ['.envrc', '.env', false],
])('patterns: %j and %s: %s', (text, name, ignored) => expect(isIgnoredBy([{ at: '', text }], name)).toBe(ignored));

it.each([
  [
    [
      { at: '', text: 'x' },
      { at: 'a', text: '!x' },
    ],
    'a/x',
    false,
  ],
  [
    [
      { at: '', text: 'a/' },
      { at: 'a', text: '!x' },
    ],
    'a/x',
    true,
  ],
  [
    [
      { at: '', text: '' },
      { at: 'a', text: '/x' },
    ],
    'a/b/x',
    false,
  ],
  [[{ at: 'a', text: 'x' }], 'b/x', false],
  [[{ at: '', text: 'X' }], 'x', false],
  [[{ at: '', text: String.raw`x\ ` }], 'x ', true],
])('lists of patterns, the nearest last: %j and %s: %s', (lists, name, ignored) =>
  expect(isIgnoredBy(lists, name)).toBe(ignored),
);
