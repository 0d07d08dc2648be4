import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isErrorCode } from '../../shared/errors.ts';
import { openKeychainStore } from './keychain-store.ts';
import { openSecretStore } from './open-secret-store.ts';
import { storeSuite } from './store-suite.ts';

/*
 * The child process of keychain-store.test.ts: a keychain is chosen by the environment a process starts in.
 * Prints one JSON object per line.
 */
const BEAT_MS = 10;
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

/** The longest that nothing else could run while `work` was under way, in milliseconds. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const beat = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last - BEAT_MS);
    last = now;
  };
  const timer = setInterval(beat, BEAT_MS);
  await work();
  beat();
  clearInterval(timer);
  return longest;
}

/** A bus that takes connections and never says a word. */
async function tryMuteBus(): Promise<void> {
  const path = join(process.env['XDG_RUNTIME_DIR'] ?? '', 'mute-bus');
  await once(createServer(() => undefined).listen(path), 'listening');
  process.env['DBUS_SESSION_BUS_ADDRESS'] = `unix:path=${path}`;
  print({ stallMs: await longestStall(() => tryOpening()) });
}

/** A keyring that stops in the middle of things: calls to it meanwhile fail or wait, and all others go on. */
async function tryStopped(): Promise<void> {
  const store = await openKeychainStore({ namespace: 'stopped', unlockMs: 10_000 });
  await store.set('before', 'kept');
  const asked = [
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.GetConnectionUnixProcessID',
    'string:org.freedesktop.secrets',
  ];
  const pid = Number(/uint32 (\d+)/.exec(spawnSync('dbus-send', asked, { encoding: 'utf8' }).stdout)?.[1]);
  process.kill(pid, 'SIGSTOP');
  const started = performance.now();
  let outcome = '';
  const stallMs = await longestStall(async () => {
    outcome = await store.set('while', 'stopped').then(() => 'set', String);
  });
  process.kill(pid, 'SIGCONT');
  print({ outcome, stallMs, ms: performance.now() - started, after: (await store.get('before')) ?? null });
}

/** A gateway that was asked to stop: nothing may keep the process alive after this. */
async function endByItself(): Promise<void> {
  await openKeychainStore({ namespace: 'ends' });
  print({ opened: true });
}

const RUNS: Readonly<Record<string, () => Promise<void>>> = {
  suite: runSuite,
  'mute-bus': tryMuteBus,
  stopped: tryStopped,
  'end-by-itself': endByItself,
};
await (RUNS[mode] ?? (() => tryOpening(args[0] === undefined ? undefined : Number(args[0]))))();
if (mode === 'end-by-itself') process.once('exit', () => print({ ended: true }));
// Node waits at exit for native calls, and a password prompt that nobody answers never returns.
else process.kill(process.pid, 'SIGKILL');
