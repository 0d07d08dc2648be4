import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';

/**
 * A test's own process, inside a session with a real keychain: a key goes from there to a vault, and back.
 * Prints what each command said, and what was in the data folder.
 */
const [, , provider = ''] = process.argv;
const data = await mkdtemp(join(tmpdir(), 'purser-moved-'));
const passphrase = join(data, 'passphrase');
await writeFile(passphrase, 'a passphrase of some length', { mode: 0o600 });
const inVault = ['--passphrase-file', passphrase];
const said: string[] = [];
async function purser(input: string, ...args: readonly string[]): Promise<void> {
  const { stdout, stderr } = await runCli([...args, '--data-dir', data], input);
  said.push((stdout + stderr).trim());
}

let serve = await startServe(data, ['--secrets', 'keychain']);
await purser('sk-moved-CANARY\n', 'provider', 'add', 'work', '--kind', 'custom-openai', '--base-url', provider);
await purser('', 'secrets', 'move', '--to', 'vault', ...inVault);
await serve.end('SIGTERM');
await purser('', 'secrets', 'move', '--to', 'keychain', ...inVault);
await purser('', 'secrets', 'move', '--to', 'vault', ...inVault);
serve = await startServe(data, ['--secrets', 'vault', ...inVault]);
await purser('', 'provider', 'check', 'work');
await serve.end('SIGTERM');
await purser('', 'secrets', 'move', '--to', 'keychain', ...inVault);
serve = await startServe(data, ['--secrets', 'keychain']);
await purser('', 'provider', 'check', 'work');
await serve.end('SIGTERM');
console.log(JSON.stringify({ said, files: (await readdir(data)).filter((name) => name.startsWith('vault')) }));
await rm(data, { recursive: true, force: true });
