import { test as base, _electron, expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withGateway } from '../../cli/connect.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { openDisplay } from './display.ts';
import { doInMain, readInMain } from './in-main.ts';
import { becomeOrdinary } from './ordinary-user.ts';
import type { OrdinaryUser } from './ordinary-user.ts';
import { findRuntime, root } from './runtime.ts';

/** A running desktop app on a data folder of its own. */
export interface Desktop {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** Asks this app's gateway over its private socket, as the command line does. */
  readonly ask: <Result>(question: (gateway: GatewayClient) => Promise<Result>) => Promise<Result>;
  /**
   * The items of the tray, which the menu bar shows too: `text`, `[x] text` for a ticked one, `line > text` in a
   * submenu.
   */
  readonly trayItems: () => Promise<readonly string[]>;
  /** Waits for an item and clicks it: the first whose label matches, in the submenu of those before it. */
  readonly clickTrayItem: (...path: readonly RegExp[]) => Promise<void>;
  /** Starts Purser once more on the same data folder. @returns its exit code. */
  readonly startAgain: () => Promise<number | null>;
}

interface Launcher {
  readonly executable: string;
  readonly appFolder: string;
  readonly flags: readonly string[];
  readonly own: OrdinaryUser['own'];
  readonly display: string | undefined;
}

/** The settings of a spec for the start of the app. */
interface Options {
  /** Laid over the environment; keys are kept in memory and the port is free unless it says otherwise. */
  readonly environment: Readonly<Record<string, string>>;
  /** False for a gateway that is expected not to start. */
  readonly serves: boolean;
  /** More arguments for the app. */
  readonly arguments: readonly string[];
  /** False for an app that is expected to stay in the tray. */
  readonly opensWindow: boolean;
}

export const test = base.extend<{ desktop: Desktop } & Options, { launcher: Launcher | undefined }>({
  launcher: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
    async ({}, provide, { project }) => {
      const runtime = findRuntime();
      if ('missing' in runtime) {
        console.error(runtime.missing);
        await provide(undefined);
        return;
      }
      const display = await openDisplay();
      const sandboxed = project.name === 'desktop-sandboxed';
      const user = sandboxed ? becomeOrdinary(runtime.executable, root) : undefined;
      await provide({
        executable: user?.executable ?? runtime.executable,
        appFolder: user?.appFolder ?? root,
        // Chromium refuses its sandbox to root. Only a test may say so, never the app.
        flags: !sandboxed && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
        own: user?.own ?? (() => undefined),
        display: display.name,
      });
      display.close();
      user?.cleanUp();
    },
    { scope: 'worker' },
  ],

  environment: [{}, { option: true }],
  serves: [true, { option: true }],
  arguments: [[], { option: true }],
  opensWindow: [true, { option: true }],

  desktop: async ({ launcher, environment, serves, arguments: more, opensWindow }, provide, testInfo) => {
    const runtime = findRuntime();
    testInfo.skip(!launcher, 'missing' in runtime ? runtime.missing : undefined);
    if (!launcher) return;
    const home = await mkdtemp(join(tmpdir(), 'purser-desktop-'));
    launcher.own(home);
    const dataFolder = join(home, 'data');
    const args = [launcher.appFolder, ...launcher.flags, ...more];
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      PURSER_DATA_DIR: dataFolder,
      PURSER_SECRETS: 'memory',
      PURSER_PORT: '0',
      ...(launcher.display ? { DISPLAY: launcher.display } : {}),
      ...environment,
    };
    const app = await _electron.launch({
      executablePath: launcher.executable,
      args,
      env,
      cwd: launcher.appFolder,
      // Otherwise Playwright adds --no-sandbox by itself.
      chromiumSandbox: true,
    });
    const output: string[] = [];
    app.process().stderr?.on('data', (text: Buffer) => output.push(text.toString()));

    // The window is there first; a test begins when the gateway answers.
    const answers = () =>
      withGateway(dataFolder, (gateway) => gateway.status()).then(
        () => true,
        () => false,
      );
    if (serves) await expect.poll(answers).toBe(true);

    const window = opensWindow ? await app.firstWindow() : undefined;
    await provide({
      app,
      get window() {
        if (!window) throw new Error('This app is expected to open no window.');
        return window;
      },
      ask: (question) => withGateway(dataFolder, question),
      trayItems: () => readInMain(() => trayItems(app)),
      // Like a person: the item has to be there first. It is clicked once, because only a missing item throws.
      clickTrayItem: (...path) => expect(() => doInMain(() => clickTrayItem(app, path))).toPass({ timeout: 10_000 }),
      startAgain: () =>
        new Promise((resolve, reject) => {
          const second = spawn(launcher.executable, args, { env, cwd: launcher.appFolder, stdio: 'ignore' });
          second.on('error', reject).on('exit', resolve);
        }),
    });

    await app.close();
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('stderr', { body: output.join('') });
    await rm(home, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';

async function trayItems(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => {
    const read = (items: readonly Electron.MenuItem[], path: string): string[] =>
      items
        .filter((item) => item.type !== 'separator')
        .flatMap((item) => {
          const line = path + (item.type === 'checkbox' ? `[${item.checked ? 'x' : ' '}] ${item.label}` : item.label);
          return [line, ...read(item.submenu?.items ?? [], `${item.label} > `)];
        });
    return read(Menu.getApplicationMenu()?.items[0]?.submenu?.items ?? [], '');
  });
}

async function clickTrayItem(app: ElectronApplication, path: readonly RegExp[]): Promise<void> {
  await app.evaluate(
    ({ Menu }, patterns) => {
      let items = Menu.getApplicationMenu()?.items[0]?.submenu?.items ?? [];
      let item: Electron.MenuItem | undefined;
      for (const pattern of patterns) {
        item = items.find((one) => new RegExp(pattern).test(one.label));
        if (!item) throw new Error(`no tray item like ${pattern}: ${items.map((one) => one.label).join(', ')}`);
        items = item.submenu?.items ?? [];
      }
      item?.click();
    },
    path.map((pattern) => pattern.source),
  );
}
