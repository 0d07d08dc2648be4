// Long because each case has its own sample.
import { chmod, lstat, readlink, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { startConnectedMachine } from '../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../testing/start-connected-machine.ts';

let machine: ConnectedMachine;
let client: GatewayClient;
const SETTINGS = '.claude/settings.json';
const ORIGINAL = '{\n\t"model": "opus",\n\t"env": { "FOO": "1" },\n\t"permissions": { "allow": ["Bash(ls:*)"] }\n}\n';

beforeEach(async () => {
  machine = await startConnectedMachine();
  ({ client } = machine);
});
afterEach(() => machine.stop());

const settings = async (): Promise<{ readonly env: Record<string, string> }> =>
  JSON.parse((await machine.read(SETTINGS)) ?? '{}');

describe('connecting Claude Code', () => {
  it('shows the exact change first, and makes exactly that one', async () => {
    await machine.write(SETTINGS, ORIGINAL);
    const plan = await client.connections.plan({ tool: 'claude-code' });
    expect(plan.files).toHaveLength(1);
    expect(plan.files[0]?.diff).toContain('+');
    expect(plan.files[0]?.diff).toContain('sk-purser-ISSUED-WHEN-YOU-CONNECT');
    expect(await machine.read(SETTINGS)).toBe(ORIGINAL);

    const { connection } = await client.connections.connect({ tool: 'claude-code', fingerprint: plan.fingerprint });
    expect(connection).toMatchObject({ id: 'claude-code', agent: 'Claude Code', state: 'connected', verified: null });
    const { env } = await settings();
    expect(env).toMatchObject({ FOO: '1', ANTHROPIC_BASE_URL: machine.host.anthropicUrl, ANTHROPIC_API_KEY: '' });
    expect(env['ANTHROPIC_AUTH_TOKEN']).toMatch(/^sk-purser-[0-9A-Za-z]{38}$/);
    // What was shown is what was written, but for the sub-key.
    const added =
      plan.files[0]?.diff
        .split('\n')
        .filter((line) => line.startsWith('+'))
        .map((line) => line.slice(1)) ?? [];
    const text = ((await machine.read(SETTINGS)) ?? '').replace(
      env['ANTHROPIC_AUTH_TOKEN'] ?? '',
      'sk-purser-ISSUED-WHEN-YOU-CONNECT',
    );
    for (const line of added) expect(text).toContain(line);
  });

  it('does nothing when the file changed after the person looked', async () => {
    await machine.write(SETTINGS, ORIGINAL);
    const { fingerprint } = await client.connections.plan({ tool: 'claude-code' });
    await machine.write(SETTINGS, '{}\n');
    await expect(client.connections.connect({ tool: 'claude-code', fingerprint })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await machine.read(SETTINGS)).toBe('{}\n');
    expect(await client.keys.list()).toEqual([]);
  });

  it('again changes nothing: neither the file nor the sub-keys', async () => {
    await machine.write(SETTINGS, ORIGINAL);
    await client.connections.connect({ tool: 'claude-code' });
    const text = await machine.read(SETTINGS);
    await client.connections.connect({ tool: 'claude-code' });
    expect(await machine.read(SETTINGS)).toBe(text);
    expect(await client.keys.list()).toHaveLength(1);
  });

  it('is undone byte for byte, and the sub-key ends', async () => {
    await machine.write(SETTINGS, ORIGINAL);
    await client.connections.connect({ tool: 'claude-code' });
    const undone = await client.connections.disconnect({ id: 'claude-code' });
    expect(undone.files).toMatchObject([{ how: 'restored', stays: [] }]);
    expect(await machine.read(SETTINGS)).toBe(ORIGINAL);
    expect((await client.keys.list()).map(({ state }) => state)).toEqual(['revoked']);
  });

  it('leaves no file and no folder behind where there was none', async () => {
    await client.connections.connect({ tool: 'claude-code' });
    expect((await stat(join(machine.home, SETTINGS))).mode & 0o777).toBe(0o600);
    await client.connections.disconnect({ id: 'claude-code' });
    expect(await lstat(join(machine.home, '.claude')).catch(() => 'gone')).toBe('gone');
  });

  it('is undone value by value when somebody else edited the file, and says what stays', async () => {
    await machine.write(SETTINGS, ORIGINAL);
    await client.connections.connect({ tool: 'claude-code' });
    const before = await settings();
    await machine.write(
      SETTINGS,
      JSON.stringify({
        ...before,
        theme: 'dark',
        env: { ...before.env, ANTHROPIC_BASE_URL: 'https://elsewhere.example' },
      }),
    );
    const undone = await client.connections.disconnect({ id: 'claude-code' });
    expect(undone.files).toMatchObject([{ how: 'edited', stays: ['env.ANTHROPIC_BASE_URL was changed since'] }]);
    expect(await settings()).toMatchObject({
      model: 'opus',
      theme: 'dark',
      env: { FOO: '1', ANTHROPIC_BASE_URL: 'https://elsewhere.example' },
    });
    expect(await machine.read(SETTINGS)).not.toContain('sk-purser-');
  });

  it('shows drift without values, and repairs it', async () => {
    await machine.write(SETTINGS, ORIGINAL);
    await client.connections.connect({ tool: 'claude-code' });
    const before = await settings();
    await machine.write(
      SETTINGS,
      JSON.stringify({ ...before, env: { ...before.env, ANTHROPIC_API_KEY: 'sk-ant-the-persons-real-key-0000000' } }),
    );
    const tool = (await client.connections.list()).find(({ id }) => id === 'claude-code');
    expect(tool?.state).toBe('changed-outside');
    expect(tool?.connections[0]?.differences).toEqual([
      { file: join(machine.home, SETTINGS), text: 'env.ANTHROPIC_API_KEY was changed' },
    ]);
    expect((await client.connections.repair({ id: 'claude-code' })).state).toBe('connected');
    expect((await settings()).env).toEqual(before.env);
  });

  it.each([
    { what: 'a value of ours was changed', change: (text: string) => text.replace('/anthropic"', '/elsewhere"') },
    { what: 'a line of ours was taken out', change: (text: string) => text.replace(/^.*ANTHROPIC_BASE_URL.*\n/m, '') },
  ])('is undone byte for byte after a repair, when $what and nothing else', async ({ change }) => {
    const original = `${JSON.stringify({ model: 'opus', env: { FOO: '1' }, hooks: [] }, undefined, 2)}\n`;
    await machine.write(SETTINGS, original);
    await client.connections.connect({ tool: 'claude-code' });
    await machine.write(SETTINGS, change((await machine.read(SETTINGS)) ?? ''));
    await client.connections.repair({ id: 'claude-code' });
    const plan = await client.connections.disconnect({ id: 'claude-code', dryRun: true });
    expect(plan.files).toMatchObject([{ how: 'restored', stays: [] }]);
    await client.connections.disconnect({ id: 'claude-code' });
    expect(await machine.read(SETTINGS)).toBe(original);
  });

  it('repairs a file that is gone, with a new secret for the same sub-key', async () => {
    await client.connections.connect({ tool: 'claude-code' });
    const first = (await settings()).env['ANTHROPIC_AUTH_TOKEN'];
    await machine.write(SETTINGS, '{}');
    await client.connections.repair({ id: 'claude-code' });
    expect((await settings()).env['ANTHROPIC_AUTH_TOKEN']).toMatch(/^sk-purser-/);
    expect((await settings()).env['ANTHROPIC_AUTH_TOKEN']).not.toBe(first);
    expect(await client.keys.list()).toHaveLength(1);
  });

  it('rotation writes the new secret into the file', async () => {
    await machine.write(SETTINGS, ORIGINAL);
    const { connection } = await client.connections.connect({ tool: 'claude-code' });
    const rotated = await client.keys.rotate({ id: connection.subKeyId });
    expect((await settings()).env['ANTHROPIC_AUTH_TOKEN']).toBe(rotated.key);
    expect((await client.connections.list()).find(({ id }) => id === 'claude-code')?.state).toBe('connected');
    await client.connections.disconnect({ id: 'claude-code' });
    expect(await machine.read(SETTINGS)).toBe(ORIGINAL);
  });

  it('keeps mode and symbolic link of the file', async () => {
    const real = await machine.write('dotfiles/claude.json', ORIGINAL);
    await chmod(real, 0o640);
    await machine.write('.claude/x', '');
    await symlink(real, join(machine.home, SETTINGS));
    await client.connections.connect({ tool: 'claude-code' });
    expect(await readlink(join(machine.home, SETTINGS))).toBe(real);
    expect((await stat(real)).mode & 0o777).toBe(0o640);
    expect(await machine.read('dotfiles/claude.json')).toContain('sk-purser-');
  });

  it('refuses a read-only file and one that is no JSON, points at the line, and changes nothing', async () => {
    await machine.write(SETTINGS, '{\n  // mine\n  "env": {}\n}\n');
    await expect(client.connections.plan({ tool: 'claude-code' })).rejects.toThrow(
      /settings\.json, line 2: the tool that reads this file takes no comments/,
    );
    await machine.write(SETTINGS, ORIGINAL);
    await chmod(join(machine.home, SETTINGS), 0o444);
    await expect(client.connections.connect({ tool: 'claude-code' })).rejects.toThrow(/read-only/);
    expect(await machine.read(SETTINGS)).toBe(ORIGINAL);
    expect(await client.keys.list()).toEqual([]);
  });

  it('in one project folder is a connection of its own, with a sub-key of its own', async () => {
    await machine.write('work/app/README.md', '');
    const project = join(machine.home, 'work/app');
    await client.connections.connect({ tool: 'claude-code' });
    const { connection } = await client.connections.connect({ tool: 'claude-code', project });
    expect(connection).toMatchObject({ id: `claude-code:${project}`, agent: 'Claude Code (app)', project });
    expect(await machine.read('work/app/.claude/settings.local.json')).toContain('sk-purser-');
    expect(await client.keys.list()).toHaveLength(2);
  });

  it('is proved by a request that arrives, and by nothing less', async () => {
    await client.connections.connect({ tool: 'claude-code' });
    expect(await client.connections.verify({ id: 'claude-code' })).toMatchObject({ ok: true, how: 'on-its-behalf' });
    const { env } = await settings();
    await fetch(`${env['ANTHROPIC_BASE_URL'] ?? ''}/v1/models`, {
      headers: { authorization: `Bearer ${env['ANTHROPIC_AUTH_TOKEN'] ?? ''}`, 'user-agent': 'claude-cli/2.1.329' },
    });
    await expect
      .poll(
        async () =>
          (await client.connections.list()).find(({ id }) => id === 'claude-code')?.connections[0]?.verified?.how,
      )
      .toBe('own-request');
    await machine.write(SETTINGS, '{"env":{}}');
    expect(await client.connections.verify({ id: 'claude-code' })).toMatchObject({ ok: false, how: null });
  });

  it('makes the tool itself ask, where it is installed', async () => {
    const file = await machine.write(
      '.local/bin/claude',
      `#!${process.execPath}\nconst { env } = JSON.parse(require('fs').readFileSync(process.env.HOME + ` +
        `'/.claude/settings.json', 'utf8'));\nfetch(env.ANTHROPIC_BASE_URL + '/v1/models', { headers: { ` +
        `authorization: 'Bearer ' + env.ANTHROPIC_AUTH_TOKEN } });\n`,
    );
    await chmod(file, 0o755);
    Object.assign(machine.machine.env, { HOME: machine.home });
    await client.connections.connect({ tool: 'claude-code' });
    expect(await client.connections.verify({ id: 'claude-code', run: true })).toMatchObject({
      ok: true,
      how: 'self-test',
    });
  });

  it('is on record, without any secret in the data folder or the audit log', async () => {
    await machine.write(
      SETTINGS,
      ORIGINAL.replace('"FOO": "1"', '"ANTHROPIC_API_KEY": "sk-ant-the-persons-real-key-0000000"'),
    );
    const plan = await client.connections.plan({ tool: 'claude-code' });
    expect(JSON.stringify(plan)).not.toContain('sk-ant-the-persons-real-key');
    await client.connections.connect({ tool: 'claude-code' });
    const token = (await settings()).env['ANTHROPIC_AUTH_TOKEN'] ?? '';
    const kinds = (await client.audit.export({ after: 0 })).map(({ text }) => text).join('\n');
    expect(kinds).toContain('tool-connected');
    const { readdir, readFile } = await import('node:fs/promises');
    for (const name of await readdir(machine.host.dataFolder)) {
      const bytes = await readFile(join(machine.host.dataFolder, name)).catch(() => Buffer.alloc(0));
      expect(bytes.includes(token), name).toBe(false);
      expect(bytes.includes('sk-ant-the-persons-real-key'), name).toBe(false);
    }
    await client.connections.disconnect({ id: 'claude-code' });
    expect(await machine.read(SETTINGS)).toContain('sk-ant-the-persons-real-key-0000000');
  });
});

it('what is not possible says why, and what has no provider says what to do', async () => {
  await expect(client.connections.connect({ tool: 'amp' })).rejects.toThrow(/Amp cannot be connected: /);
  await expect(client.connections.connect({ tool: 'gemini-cli' })).rejects.toThrow(
    /Add a provider key first: gemini\./,
  );
  await expect(client.connections.connect({ tool: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(client.connections.connect({ tool: 'codex', project: machine.home })).rejects.toThrow(/whole machine/);
});

it('two tools in one file are undone in any order', async () => {
  await machine.write('.bashrc', 'export EDITOR=vi');
  await client.connections.connect({ tool: 'shell' });
  await client.connections.connect({ tool: 'copilot-cli' });
  await client.connections.disconnect({ id: 'shell' });
  expect(await machine.read('.bashrc')).toContain('COPILOT_PROVIDER_API_KEY');
  expect(await machine.read('.bashrc')).not.toContain('OPENAI_API_KEY');
  await client.connections.disconnect({ id: 'copilot-cli' });
  expect((await machine.read('.bashrc'))?.trimEnd()).toBe('export EDITOR=vi');
});

describe('a key from a command', () => {
  const CLI = join(import.meta.dirname, '..', '..', 'cli', 'index.ts');

  it("leaves no secret in the file, and the tool's own request still arrives", async () => {
    await expect(client.connections.plan({ tool: 'claude-code', keyFrom: 'command' })).rejects.toThrow(
      /no `purser` command/,
    );
    await machine.host.gateway.listenOnSocket();
    await chmod(
      await machine.write('.local/bin/purser', `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`),
      0o755,
    );
    // Claude Code's way with a helper: a shell, its output, both headers.
    const tool = `#!${process.execPath}
      const { env, apiKeyHelper } = JSON.parse(require('fs').readFileSync('${join(machine.home, SETTINGS)}', 'utf8'));
      const key = require('child_process').execSync(apiKeyHelper).toString().trim();
      fetch(env.ANTHROPIC_BASE_URL + '/v1/models', { headers: { authorization: 'Bearer ' + key, 'x-api-key': key } });`;
    await chmod(await machine.write('.local/bin/claude', tool), 0o755);
    const { connection, limits } = await client.connections.connect({
      tool: 'claude-code',
      keyFrom: 'command',
      preset: 'careful',
    });
    expect(limits).toMatchObject({
      caps: [{ amount: 2_000_000_000 }],
      requestsPerMinute: 20,
      expiresAt: expect.any(Number),
    });
    expect(connection).toMatchObject({ keyFrom: 'command', state: 'connected' });
    expect(await machine.read(SETTINGS)).not.toMatch(/sk-purser-\w{38}/);
    expect(await client.connections.verify({ id: 'claude-code' })).toMatchObject({ ok: true, how: 'on-its-behalf' });
    expect(await client.connections.verify({ id: 'claude-code', run: true })).toMatchObject({
      ok: true,
      how: 'self-test',
    });

    // From one way to the other, as it was shown, and back to what was there.
    const { fingerprint } = await client.connections.plan({ tool: 'claude-code' });
    await client.connections.connect({ tool: 'claude-code', fingerprint });
    expect(await machine.read(SETTINGS)).toMatch(/sk-purser-\w{38}/);
    expect(await machine.read(SETTINGS)).not.toContain('apiKeyHelper');
    await client.connections.disconnect({ id: 'claude-code' });
    expect(await machine.read(SETTINGS)).toBeUndefined();
    expect((await client.keys.list()).every(({ state }) => state === 'revoked')).toBe(true);
  });

  it('is refused for a tool that cannot ask', async () => {
    await expect(client.connections.plan({ tool: 'opencode', keyFrom: 'command' })).rejects.toThrow(
      /cannot fetch its key/,
    );
  });
});

it('a tool that reads variables only is tried with those that its terminal would have', async () => {
  await machine.write('.bashrc', 'export EDITOR=vi\n');
  const file = await machine.write(
    '.local/bin/copilot',
    `#!${process.execPath}\nconst { env } = process;\nfetch(env.COPILOT_PROVIDER_BASE_URL + '/models', { headers: { ` +
      `authorization: 'Bearer ' + env.COPILOT_PROVIDER_API_KEY } });\n`,
  );
  await chmod(file, 0o755);
  await client.connections.connect({ tool: 'copilot-cli' });
  expect(await client.connections.verify({ id: 'copilot-cli', run: true })).toMatchObject({
    ok: true,
    how: 'self-test',
  });
});

it('a crash between the record and the files leaves nothing to explain', async () => {
  await machine.write('.codex/config.toml', 'model_provider = "azure"\n');
  await client.connections.connect({ tool: 'codex' });
  await machine.write('.codex/config.toml', 'model_provider = "azure"\n');
  expect((await client.connections.disconnect({ id: 'codex' })).files).toMatchObject([{ how: 'untouched', stays: [] }]);
});

it("a provider of one's own is used when it is named, with models that are named", async () => {
  await client.providers.add({
    kind: 'custom-openai',
    name: 'house',
    baseUrl: machine.host.provider.openaiBaseUrl,
    key: 'x',
    unchecked: true,
  });
  await expect(client.connections.plan({ tool: 'opencode', provider: 'house' })).rejects.toThrow(/--model/);
  const { files } = await client.connections.plan({ tool: 'opencode', provider: 'house', models: ['llama-4'] });
  expect(files[0]?.diff).toContain('/house/v1');
  expect(files[0]?.diff).toContain('llama-4');
  await expect(client.connections.plan({ tool: 'opencode', models: ['a"b'] })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

it('a tool that is connected by hand gets its sub-key shown once', async () => {
  const { connection, instructions } = await client.connections.connect({ tool: 'jetbrains-ai' });
  expect(instructions).toMatch(/sk-purser-[0-9A-Za-z]{38}/);
  expect(connection.files).toEqual([]);
  expect(await client.connections.verify({ id: 'jetbrains-ai' })).toMatchObject({ ok: false });
  await client.connections.disconnect({ id: 'jetbrains-ai' });
});
