import { app, BrowserWindow, nativeTheme } from 'electron';
import { join } from 'node:path';
import type { Pages } from './pages.ts';

export interface Dashboard {
  /** Opens the window, or brings the open one to the front. */
  readonly open: () => void;
  /** True for the contents of the dashboard window. */
  readonly owns: (webContentsId: number) => boolean;
  /** The window, if it is open. */
  readonly window: () => BrowserWindow | undefined;
}

/**
 * The dashboard window. Closing destroys it: the gateway serves on, the tray stays, and an idle Purser holds no page
 * in memory. On macOS the dock shows Purser only while there is a window to switch to.
 */
export function createDashboard(pages: Pages, preload: string): Dashboard {
  let window: BrowserWindow | undefined;

  function create(): BrowserWindow {
    const created = new BrowserWindow({
      width: 1180,
      height: 820,
      minWidth: 720,
      minHeight: 480,
      show: false,
      title: 'Purser',
      icon: join(app.getAppPath(), 'resources', 'icon.png'),
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
      webPreferences: {
        preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
      },
    });
    created.once('ready-to-show', () => created.show());
    created.on('closed', () => {
      window = undefined;
      if (process.platform === 'darwin') app.dock?.hide();
    });
    // Also what a window says that was closed while it loaded, so it is no reason to give up.
    created.loadURL(pages.dashboardUrl).catch((error: unknown) => console.error('The dashboard did not load.', error));
    return created;
  }

  return {
    open() {
      if (process.platform === 'darwin') void app.dock?.show();
      window ??= create();
      if (window.isMinimized()) window.restore();
      // Before it is ready it shows itself; showing it here would flash an empty window.
      if (window.isVisible()) window.focus();
    },
    owns: (webContentsId) => window?.webContents.id === webContentsId,
    window: () => window,
  };
}
