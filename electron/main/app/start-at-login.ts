import { join } from 'node:path';
import type { App } from 'electron';
import { createAutostartFile } from './autostart-file.ts';
import type { StartAtLogin } from './autostart-file.ts';

/** Starts in the tray, without a window: nobody asked for one at login. */
const AT_LOGIN = 'at-login';

type LoginApp = Pick<App, 'getAppPath' | 'getLoginItemSettings' | 'getPath' | 'isPackaged' | 'setLoginItemSettings'>;

export interface Program {
  readonly platform: NodeJS.Platform;
  readonly execPath: string;
  /** The AppImage this runs from: its inside is mounted somewhere else at every start. */
  readonly appImage: string | undefined;
}

/** How this machine starts Purser at login. @returns undefined where it cannot: an unpackaged app on macOS */
export function createStartAtLogin(app: LoginApp, { platform, execPath, appImage }: Program): StartAtLogin | undefined {
  const args = [...(app.isPackaged ? [] : [app.getAppPath()]), `--${AT_LOGIN}`];
  // `appData` is XDG_CONFIG_HOME.
  if (platform === 'linux')
    return createAutostartFile(join(app.getPath('appData'), 'autostart', 'purser.desktop'), [
      appImage ?? execPath,
      ...args,
    ]);
  if (platform === 'darwin' && !app.isPackaged) return undefined;
  const item = platform === 'win32' ? { path: execPath, args } : {};
  return {
    isOn: () => app.getLoginItemSettings(item).openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, ...item }),
  };
}

/** True when nobody but the login has started Purser. macOS tells by itself, elsewhere an argument of ours does. */
export function startedAtLogin(
  app: { readonly commandLine: Pick<App['commandLine'], 'hasSwitch'> } & Pick<App, 'getLoginItemSettings'>,
  platform: NodeJS.Platform,
): boolean {
  return platform === 'darwin' ? app.getLoginItemSettings().wasOpenedAtLogin : app.commandLine.hasSwitch(AT_LOGIN);
}
