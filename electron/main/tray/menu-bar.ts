import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { TrayAction } from './tray-items.ts';
import { words } from '../words/words.ts';

/** The menu bar: the tray's items first, then what text fields and windows need for their shortcuts to work. */
export function setMenuBar(purserItems: MenuItemConstructorOptions[], onAction: (action: TrayAction) => void): void {
  const openSettings = (part: string) => (): void =>
    onAction({ kind: 'open-dashboard', route: { page: 'settings', params: { part } } });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: words.app, submenu: purserItems },
      { role: 'editMenu' },
      {
        label: words.view,
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
      {
        role: 'help',
        label: words.help.menu,
        submenu: [
          { label: words.help.keys, click: openSettings('keys') },
          { label: words.help.about, click: openSettings('about') },
        ],
      },
    ]),
  );
}
