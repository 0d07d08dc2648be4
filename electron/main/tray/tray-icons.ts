import { app, nativeImage } from 'electron';
import type { NativeImage } from 'electron';
import { join } from 'node:path';
import type { TrayIcon } from './tray-model.ts';

export interface Panel {
  readonly platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP`. */
  readonly desktop: string;
  readonly dark: boolean;
}

/**
 * The file for a panel. macOS tints a template image itself; elsewhere ink is chosen to stand out.
 * GNOME's top bar is dark whatever the theme says.
 */
export function trayIconFile(icon: TrayIcon, panel: Panel): string {
  if (panel.platform === 'darwin') return `${icon}Template.png`;
  const darkPanel = panel.dark || /gnome|unity/i.test(panel.desktop);
  return `${icon}-on-${darkPanel ? 'dark' : 'light'}.png`;
}

/** Loads a tray icon; Electron adds the file beside it whose name ends in `@2x`. */
export function trayIcon(icon: TrayIcon, panel: Panel): NativeImage {
  return nativeImage.createFromPath(join(app.getAppPath(), 'resources', 'tray', trayIconFile(icon, panel)));
}
