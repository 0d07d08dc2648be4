import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SessionBus {
  /** For `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string;
  readonly close: () => void;
}

/** Why no D-Bus test can run here, or undefined. */
export function busMissing(): string | undefined {
  if (process.platform !== 'linux') return 'D-Bus is how a Linux desktop shows a tray.';
  const found = spawnSync('dbus-daemon', ['--version']).status === 0;
  return found ? undefined : 'NO D-BUS, so the tray of a real panel was not tested. Get it with: apt-get install dbus';
}

/**
 * A session bus of the tests' own, so that nothing appears in the person's panel. It starts no services, and lets in
 * every user: the sandboxed project runs the app as somebody else.
 */
export async function openSessionBus(): Promise<SessionBus> {
  const folder = mkdtempSync(join(tmpdir(), 'purser-bus-'));
  chmodSync(folder, 0o755);
  const config = join(folder, 'bus.conf');
  writeFileSync(
    config,
    `<busconfig>
  <type>session</type>
  <listen>unix:path=${join(folder, 'bus')}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/><allow ` +
      `receive_sender="*"/></policy>
</busconfig>
`,
  );
  const daemon = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    daemon.on('error', reject);
    daemon.on('exit', (code) => reject(new Error(`dbus-daemon ended with code ${code} before it had an address`)));
    daemon.stdout.on('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  return {
    address,
    close() {
      daemon.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
