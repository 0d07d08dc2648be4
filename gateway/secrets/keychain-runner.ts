import { writeSync } from 'node:fs';
import { isErrorCode } from '../../shared/errors.ts';
import { openKeychainStore } from './keychain-store.ts';
import { openSecretStore } from './open-secret-store.ts';
import { storeSuite } from './store-suite.ts';

/*
 * The child process of keychain-store.test.ts: a keychain is chosen by the environment a process starts in.
 * Prints one JSON object per line.
 */
const [mode = 'suite', ...args] = process.argv.slice(2);

function print(value: Readonly<Record<string, unknown>>): void {
  writeSync(1, `${JSON.stringify(value)}\n`);
}

async function runSuite(): Promise<void> {
  for (const { title, check } of storeSuite) {
    try {
      await check((namespace) => openSecretStore({ kind: 'keychain' }, { namespace: `${title} ${namespace}` }), true);
      print({ title, passed: true });
    } catch (error) {
      print({ title, passed: false, error: String(error) });
    }
  }
}

async function tryOpening(unlockMs?: number): Promise<void> {
  const started = performance.now();
  try {
    await openKeychainStore({ namespace: 'refused', ...(unlockMs === undefined ? {} : { unlockMs }) });
    print({ opened: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error && isErrorCode(error.code) ? error.code : 'unexpected';
    print({ opened: false, code, message: String(error), ms: performance.now() - started });
  }
}

await (mode === 'suite' ? runSuite() : tryOpening(args[0] === undefined ? undefined : Number(args[0])));
// Node waits at exit for native calls, and a password prompt that nobody answers never returns.
process.kill(process.pid, 'SIGKILL');
