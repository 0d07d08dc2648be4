import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { startKeyedProvider } from '../../gateway/key-sources/whole-way/start-keyed-provider.ts';
import { runInKeychainSession } from '../../gateway/secrets/keychain-session.ts';
import { runCli } from '../../gateway/testing/start-serve.ts';

const runner = fileURLToPath(new URL('move-secrets-runner.ts', import.meta.url));
const lineSchema = z.object({ said: z.array(z.string()), files: z.array(z.string()) });

it('a key goes from a real keychain to a vault and back, and works in both', { timeout: 120_000 }, async () => {
  const provider = await startKeyedProvider('sk-moved-CANARY');
  const { stdout, stderr } = await runInKeychainSession('unlocked', runner, [provider.baseUrl], 100);
  provider.stop();
  expect(stdout, stderr).not.toBe('');
  const { said, files } = lineSchema.parse(JSON.parse(stdout));
  expect(said).toEqual([
    expect.stringContaining('Its key is in your keychain.'),
    expect.stringMatching(/^purser: .*(?:is in use|already|another)/i),
    expect.stringContaining('so its secrets are in the keychain already'),
    expect.stringContaining('Moved 2 secrets from the keychain to the vault.'),
    expect.stringContaining('accepts this key'),
    expect.stringContaining('Moved 2 secrets from the vault to the keychain.'),
    expect.stringContaining('accepts this key'),
  ]);
  expect(files).toEqual(['vault.json.moved']);
  expect(stdout).not.toContain('CANARY');
});

it('says why there is nothing to move', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'purser-empty-'));
  const move = (to: string) => runCli(['secrets', 'move', '--to', to, '--data-dir', empty]);
  expect((await move('vault')).stderr).toContain('There is nothing to move');
  expect((await move('memory')).stderr).toContain('to the keychain or to the vault');
  await rm(empty, { recursive: true, force: true });
});
