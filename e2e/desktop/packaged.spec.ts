import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withGateway } from '../../cli/connect.ts';
import { openDisplay } from './display.ts';
import { findRuntime, root } from './runtime.ts';

/*
 * The app as people have it: an executable of its own name, so that Electron takes it for packaged. Playwright drives
 * apps through the very doors that are closed here, so these are started by hand.
 */
const runtime = findRuntime();
const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

let home: string;
let executable: string;
// oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
test.beforeEach(({}, testInfo) => {
  testInfo.skip('missing' in runtime, 'missing' in runtime ? runtime.missing : undefined);
  testInfo.skip(process.platform !== 'linux', 'an app is laid out like this on Linux only');
  if ('missing' in runtime) return;
  home = mkdtempSync(join(tmpdir(), 'purser-packaged-'));
  const folder = join(home, 'app');
  cpSync(dirname(runtime.executable), folder, { recursive: true });
  executable = join(folder, 'purser');
  renameSync(join(folder, 'electron'), executable);
  rmSync(join(folder, 'resources', 'default_app.asar'), { force: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  symlinkSync(root, join(folder, 'resources', 'app'));
});
test.afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Started {
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  stop(): void;
}

function start(display: string | undefined, ...more: readonly string[]): Started {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    PURSER_DATA_DIR: join(home, 'data'),
    PURSER_SECRETS: 'memory',
    PURSER_PORT: '0',
    ...(display ? { DISPLAY: display } : {}),
  };
  const app = spawn(executable, [...flags, ...more], { env, cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [app.stdout, app.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return {
    said: () => text,
    ended: new Promise((resolve) => app.on('exit', resolve)),
    stop: () => void app.kill('SIGTERM'),
  };
}

test('the app that people have starts, and with a debugging door it does not', async () => {
  test.setTimeout(120_000);
  const display = await openDisplay();
  try {
    for (const door of ['--remote-debugging-port=0', '--inspect=0']) {
      const refused = start(display.name, door);
      expect(await refused.ended, refused.said()).toBe(1);
      expect(refused.said()).toContain(`Purser does not start with ${door.slice(0, -2)}`);
      expect(refused.said()).not.toContain('DevTools listening');
    }
    const app = start(display.name);
    await expect
      .poll(
        () =>
          withGateway(join(home, 'data'), (gateway) => gateway.status()).then(
            () => true,
            () => false,
          ),
        { timeout: 60_000, message: app.said() },
      )
      .toBe(true);
    app.stop();
    await app.ended;
  } finally {
    display.close();
  }
});
