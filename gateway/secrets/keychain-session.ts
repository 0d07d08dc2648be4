import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The Linux machines people have. `unlocked`: gnome-keyring, as after a login. `locked`: there is one, and nobody
 * to type its password. `prompting`: a password prompt that nobody answers. `mute`: a secret service that never
 * says anything. `absent`: no session bus, as over SSH or in a container.
 */
export type KeychainSession = 'unlocked' | 'locked' | 'prompting' | 'mute' | 'absent';

export interface RunnerResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

const UNLOCK = 'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null';
const START = 'gnome-keyring-daemon --start --components=secrets >/dev/null';
/** Makes the keyring in a first session, so that the second finds it locked. */
const LOCK_FIRST = `dbus-run-session -- sh -c '${UNLOCK}; sleep 0.3'`;

/**
 * Runs a script under this Node inside a session of its own, with a keyring folder of its own. For tests. On other
 * systems than Linux there is one keychain, the person's, and `unlocked` is the only session.
 */
export async function runInKeychainSession(
  session: KeychainSession,
  script: string,
  args: readonly string[] = [],
  mostSeconds = 20,
): Promise<RunnerResult> {
  const home = await mkdtemp(join(tmpdir(), 'purser-keychain-'));
  try {
    if (session === 'mute') await activate(home, 'org.freedesktop.secrets');
    if (session === 'prompting') await activate(home, 'org.gnome.keyring.SystemPrompter');
    const words = [process.execPath, script, ...args].map((word) => `"${word}"`).join(' ');
    const run = `timeout -s KILL ${mostSeconds} ${words}`;
    const inside = {
      unlocked: `${UNLOCK}; ${run}`,
      locked: `${START}; ${run}`,
      prompting: `${START}; ${run}`,
      mute: run,
      absent: '',
    }[session];
    const before = session === 'locked' || session === 'prompting' ? `${LOCK_FIRST};` : '';
    const command =
      session === 'absent' || process.platform !== 'linux'
        ? run
        : `${before} exec dbus-run-session -- sh -c '${inside}'`;
    return await runShell(command, home);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Lets the session bus start something that never answers under a service's name. */
async function activate(home: string, name: string): Promise<void> {
  const folder = join(home, 'dbus-1', 'services');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=/bin/sleep 25\n`);
}

function runShell(command: string, home: string): Promise<RunnerResult> {
  const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child = spawn('sh', ['-c', command], {
    env: { ...env, HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home, XDG_CACHE_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = performance.now();
  const result = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // Not `close`: programs that the bus started inherit the pipes and outlive the session.
    child.on('exit', () => setTimeout(() => resolve({ ...result, ms: performance.now() - started }), 50));
  });
}
