import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../shared/contract/connection-views.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';

const SECRET = 'a-login-that-must-never-be-shown';
let machine: ConnectedMachine;
let client: GatewayClient;

beforeEach(async () => {
  machine = await startConnectedMachine({ gemini: true });
  // The real one would be this machine's.
  Object.assign(machine.machine.env, { GEMINI_CLI_SYSTEM_SETTINGS_PATH: join(machine.home, 'etc/gemini.json') });
  await machine.write('app/README.md', '');
  ({ client } = machine);
});
afterEach(() => machine.stop());

async function found(): Promise<Diagnosis['findings']> {
  const { findings } = await client.connections.doctor({
    fix: [],
    importFrom: [],
    projects: [join(machine.home, 'app')],
  });
  expect(JSON.stringify(findings)).not.toContain(SECRET);
  return findings.filter(({ id }) => id.startsWith('login'));
}

describe('a login that wins', () => {
  const LOGIN = { userId: 'u', userEmail: 'me@example.com', accessToken: SECRET, refreshToken: SECRET, expiresAt: 1 };
  const write = (more: object) => machine.write('.continue/auth.json', JSON.stringify({ ...LOGIN, ...more }));

  it.each([
    { what: 'that has chosen nothing yet', more: () => ({}) },
    { what: 'that has chosen an assistant of the hub', more: () => ({ configUri: 'slug://me/assistant' }) },
    {
      what: 'that has chosen another file',
      more: () => ({ configUri: pathToFileURL(join(machine.home, 'other.yaml')).href }),
    },
  ])('Continue: one $what is told, with how to end it', async ({ more }) => {
    const file = await write(more());
    expect(await found()).toEqual([]);
    // Before as well as after.
    expect((await client.connections.plan({ tool: 'continue' })).notes).toEqual([
      expect.stringMatching(/overrides what Purser wrote.*cn logout/s),
    ]);
    await client.connections.connect({ tool: 'continue' });
    expect(await found()).toMatchObject([
      { id: 'login:continue', severity: 'error', tool: 'continue', file, byHand: expect.stringContaining('cn logout') },
    ]);
  });

  it('Continue: one that has chosen the file Purser wrote is in order', async () => {
    await write({ configUri: pathToFileURL(join(machine.home, '.continue/config.yaml')).href });
    await client.connections.connect({ tool: 'continue' });
    expect(await found()).toEqual([]);
  });

  it('Continue: a file that is no login any more still is one, as long as it is there', async () => {
    await machine.write('.continue/auth.json', '{ broken');
    await client.connections.connect({ tool: 'continue' });
    expect(await found()).toMatchObject([{ id: 'login:continue' }]);
  });
});

describe('a login that does not win', () => {
  it.each([
    { tool: 'claude-code', file: '.claude/.credentials.json' },
    { tool: 'codex', file: '.codex/auth.json' },
    { tool: 'gemini-cli', file: '.gemini/oauth_creds.json' },
    { tool: 'opencode', file: '.local/share/opencode/auth.json' },
    { tool: 'qwen-code', file: '.qwen/oauth_creds.json' },
  ])('$tool: nothing is said of it while the tool is connected', async ({ tool, file }) => {
    await machine.write(file, JSON.stringify({ token: SECRET }));
    await client.connections.connect({ tool });
    expect(await found()).toEqual([]);
  });
});

describe('settings above ours that choose a login', () => {
  const chooses = (value: string): string =>
    `{ "security": { "auth": { "selectedType": "${value}" } } } // the team's\n`;

  it.each([
    { tool: 'gemini-cli', file: 'app/.gemini/settings.json', login: 'oauth-personal', key: 'gemini-api-key' },
    { tool: 'gemini-cli', file: 'etc/gemini.json', login: 'vertex-ai', key: 'gemini-api-key' },
    { tool: 'qwen-code', file: 'app/.qwen/settings.json', login: 'qwen-oauth', key: 'anthropic' },
    { tool: 'qwen-code', file: 'app/.qwen/settings.local.json', login: 'qwen-oauth', key: 'openai' },
  ])('$tool, $file: told when they do, and not when they choose the key', async ({ tool, file: name, login, key }) => {
    const file = await machine.write(name, chooses(login));
    expect(await found()).toEqual([]);
    await client.connections.connect({ tool });
    expect(await found()).toMatchObject([
      { id: `login-chosen:${tool}:${file}:security.auth.selectedType`, severity: 'error', tool, file },
    ]);
    await machine.write(name, chooses(key));
    expect(await found()).toEqual([]);
    // What the tool itself cannot read chooses nothing.
    await machine.write(name, chooses(login).slice(0, 20));
    expect(await found()).toEqual([]);
  });
});

describe('the login of a tool that is started where the usual variables are set', () => {
  it.each([
    { tool: 'claude-code', title: 'Claude Code', file: '.claude/.credentials.json' },
    { tool: 'codex', title: 'Codex CLI', file: '.codex/auth.json' },
    { tool: 'gemini-cli', title: 'Gemini CLI', file: '.gemini/oauth_creds.json' },
  ])('$tool: told, until it is connected itself', async ({ tool, title, file: name }) => {
    const file = await machine.write(name, JSON.stringify({ token: SECRET }));
    // No other program than those that load a .env sees this.
    await client.connections.connect({ tool: 'project', project: join(machine.home, 'app') });
    expect(await found()).toEqual([]);
    await client.connections.connect({ tool: 'shell' });
    expect(await found()).toMatchObject([
      {
        id: `login-in-shell:${tool}`,
        severity: 'warning',
        tool,
        file,
        acts: [{ kind: 'connect', tool, title, project: null }],
      },
    ]);
    await client.connections.connect({ tool });
    expect(await found()).toEqual([]);
  });
});
