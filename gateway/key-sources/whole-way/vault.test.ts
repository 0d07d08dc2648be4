import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROLE, startFakeVault, tokenFor } from '../../testing/clouds/fake-vault.ts';
import type { FakeVault } from '../../testing/clouds/fake-vault.ts';
import { runCli, startServe } from '../../testing/start-serve.ts';
import type { ServeProcess } from '../../testing/start-serve.ts';
import { startKeyedProvider } from './start-keyed-provider.ts';
import type { KeyedProvider } from './start-keyed-provider.ts';

const FIRST = 'sk-first-canary-0123456789abcdef';
const SECOND = 'sk-second-canary-0123456789abcdef';
const TOKEN = 'hvs.token-canary-0123456789abcdef';

let data: string;
let vault: FakeVault;
let provider: KeyedProvider;
let serve: ServeProcess;
let said = '';

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'purser-vault-'));
  vault = await startFakeVault();
  provider = await startKeyedProvider(FIRST);
  serve = await startServe(data);
  for (const stream of [serve.process.stdout, serve.process.stderr])
    stream?.on('data', (piece: Buffer) => (said += piece.toString()));
});
afterAll(async () => {
  await serve.end('SIGTERM');
  provider.stop();
  vault.stop();
  await rm(data, { recursive: true, force: true });
});

async function purser(input: string, ...args: readonly string[]) {
  const ended = await runCli([...args, '--data-dir', data], input);
  said += ended.stdout + ended.stderr;
  return ended;
}

it(
  'a key stays in Vault from the first command to the last, and its rotation is seen',
  { timeout: 120_000 },
  async () => {
    vault.kv.set('secret/data/ai', { version: 1, data: { openai: FIRST } });
    const from = ['--from', 'vault:secret/data/ai#openai'] as const;
    const add = [
      'provider',
      'add',
      'work',
      '--kind',
      'custom-openai',
      '--base-url',
      provider.baseUrl,
      ...from,
    ] as const;
    expect((await purser('', ...add)).stderr).toContain(
      'Purser knows no Vault. Tell it where it is: purser provider source add',
    );

    // A login that does not work leaves nothing behind.
    const source = ['provider', 'source', 'add', 'vault', '--address', vault.address] as const;
    expect((await purser(`${TOKEN}\n`, ...source)).stderr).toContain('expired or was revoked');
    expect((await purser('', 'provider', 'source', 'list')).stdout).toContain('No secret manager is set up');
    vault.tokens.set(TOKEN, tokenFor(7200));
    vault.wrapped.set('wrapping-canary-0123456789', { data: { token: TOKEN } });
    expect((await purser('wrapping-canary-0123456789\n', ...source, '--wrapped')).stdout).toContain(
      'its token lives for 2 hours',
    );
    expect((await purser('x\n', ...source.slice(0, 4), '--address', 'http://vault.example.com')).stderr).toContain(
      'https://',
    );

    expect((await purser('', ...add)).stdout).toContain(
      'Its key is read from vault:secret/data/ai#openai, and kept in memory only.',
    );
    vault.kv.set('secret/data/ai', { version: 2, data: { openai: SECOND } });
    provider.key = SECOND;
    expect((await purser('', 'provider', 'refresh', 'work')).stdout).toContain('version 2. The next request uses it.');
    expect((await purser('', 'provider', 'check', 'work')).stdout).toContain('accepts this key');
    expect(provider.shown.at(-1)).toBe(SECOND);

    vault.state = 'sealed';
    expect((await purser('', 'provider', 'refresh', 'work')).stderr).toContain('Vault is sealed.');
    expect((await purser('', 'status')).stdout).toContain(
      'Vault is sealed. Somebody who has its keys must unseal it. The key',
    );
    expect((await purser('', 'provider', 'check', 'work')).stdout).toContain('accepts this key');
    vault.state = 'well';

    // Another login takes the place of the first.
    const role = [...source, '--auth', 'approle', '--role-id', ROLE.roleId] as const;
    expect((await purser(`${ROLE.secretId}\n`, ...role)).stdout).toContain('takes this login');
    expect((await purser('', 'provider', 'source', 'list')).stdout).toMatch(/vault +http.* approle/);
    expect((await purser('', 'provider', 'refresh', 'work')).code).toBe(0);
    expect((await purser('', 'provider', 'source', 'remove', 'vault', '--yes')).stdout).toContain('Forgot vault');
    expect([...vault.tokens.keys()]).toEqual([TOKEN]);
    await purser('', 'audit', 'export');

    for (const secret of [FIRST, SECOND, TOKEN, ROLE.secretId, 'wrapping-canary', 'hvs.login']) {
      expect(said.includes(secret), secret).toBe(false);
      for (const entry of await readdir(data, { recursive: true, withFileTypes: true }))
        if (entry.isFile())
          expect((await readFile(join(entry.parentPath, entry.name))).includes(secret), entry.name).toBe(false);
    }
  },
);
