import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

/** The menu bar: the tray's items first, then what text fields and windows need for their shortcuts to work. */
export function setMenuBar(purserItems: MenuItemConstructorOptions[]): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'Purser', submenu: purserItems },
      { role: 'editMenu' },
      {
        label: 'View',
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
