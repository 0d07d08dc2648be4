import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/* The child process of vault-store.test.ts: dies in the middle of writing a vault. */
const [file = '', passphrase = '', step = ''] = process.argv.slice(2);

async function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

const { openVaultStore } = await import('./vault-store.ts');
const store = await openVaultStore({ file, passphrase });
// Only now, so that opening is not what dies.
if (step === 'rename') fs.rename = die;
const open = fs.open;
fs.open = async (...args) => {
  const handle = await open(...args);
  if (step === 'write') handle.writeFile = die;
  if (step === 'sync') handle.sync = die;
  return handle;
};
syncBuiltinESMExports();
await store.set('crashed', 'never seen');
