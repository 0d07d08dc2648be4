import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { words } from '../app/words.ts';

/** The menu bar: the tray's items first, then what text fields and windows need for their shortcuts to work. */
export function setMenuBar(purserItems: MenuItemConstructorOptions[]): void {
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
    ]),
  );
}
