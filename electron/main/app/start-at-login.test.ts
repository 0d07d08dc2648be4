import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { expect, test, vi } from 'vitest';
import { createStartAtLogin, startedAtLogin } from './start-at-login.ts';

type LoginApp = Parameters<typeof createStartAtLogin>[0];

const LOGIN_ITEM = {
  openAtLogin: true,
  wasOpenedAtLogin: false,
  status: 'enabled',
  executableWillLaunchAtLogin: true,
  launchItems: [],
} as const satisfies Partial<ReturnType<App['getLoginItemSettings']>>;

function fakeApp(isPackaged: boolean, appData = '/config') {
  return {
    isPackaged,
    getAppPath: () => '/src/purser',
    getPath: () => appData,
    getLoginItemSettings: vi.fn<LoginApp['getLoginItemSettings']>(() => ({ ...LOGIN_ITEM, launchItems: [] })),
    setLoginItemSettings: vi.fn<LoginApp['setLoginItemSettings']>(),
  } satisfies LoginApp;
}

test('on Linux it writes an autostart file with what Purser was started from', () => {
  const config = mkdtempSync(join(tmpdir(), 'purser-login-'));
  const file = join(config, 'autostart', 'purser.desktop');
  const program = { platform: 'linux', execPath: '/opt/Purser/purser' } as const;
  const execOf = (packaged: boolean, appImage?: string): string | undefined => {
    createStartAtLogin(fakeApp(packaged, config), { ...program, appImage })?.set(true);
    return /^Exec=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1];
  };
  expect(execOf(true)).toBe('"/opt/Purser/purser" "--at-login"');
  expect(execOf(true, '/home/me/Purser.AppImage')).toBe('"/home/me/Purser.AppImage" "--at-login"');
  expect(execOf(false)).toBe('"/opt/Purser/purser" "/src/purser" "--at-login"');
  rmSync(config, { recursive: true });
});

test('on Windows and macOS the system keeps it; macOS does so for a packaged app only', () => {
  const windows = fakeApp(true);
  const item = { path: 'C:\\Purser.exe', args: ['--at-login'] };
  const login = createStartAtLogin(windows, { platform: 'win32', execPath: item.path, appImage: undefined });
  login?.set(true);
  expect(windows.setLoginItemSettings).toHaveBeenCalledWith({ openAtLogin: true, ...item });
  expect(login?.isOn()).toBe(true);
  // Windows compares the arguments: without them it would find another entry.
  expect(windows.getLoginItemSettings).toHaveBeenCalledWith(item);

  const mac = { platform: 'darwin', execPath: '/Applications/Purser.app', appImage: undefined } as const;
  expect(createStartAtLogin(fakeApp(true), mac)?.isOn()).toBe(true);
  expect(createStartAtLogin(fakeApp(false), mac)).toBeUndefined();
});

test('a start at login is told from one by hand', () => {
  const app = (switched: boolean, opened: boolean) => ({
    commandLine: { hasSwitch: () => switched } satisfies Pick<App['commandLine'], 'hasSwitch'>,
    getLoginItemSettings: () => ({ ...LOGIN_ITEM, wasOpenedAtLogin: opened, launchItems: [] }),
  });
  expect(startedAtLogin(app(true, false), 'linux')).toBe(true);
  expect(startedAtLogin(app(false, false), 'win32')).toBe(false);
  expect(startedAtLogin(app(false, true), 'darwin')).toBe(true);
});
