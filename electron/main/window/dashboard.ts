import { app, BrowserWindow, nativeTheme } from 'electron';
import { join } from 'node:path';
import type { DesktopFacts } from '../../../shared/settings/desktop.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import type { PageRoute } from '../../../shared/page-routes.ts';
import { DESKTOP_FACTS_CHANNEL } from '../../channels.ts';
import type { Pages } from './pages.ts';
import { secureWindow } from './secure-window.ts';
import { words } from '../words/words.ts';
import { tellTerminal } from '../../tell-terminal.ts';

export interface Dashboard {
  /** Opens the window, or brings the open one to the front; where it was, unless a page is given. */
  readonly open: (route?: PageRoute) => BrowserWindow;
  /** Tells the page what is so on this machine, if it is open. */
  readonly tell: (facts: DesktopFacts) => void;
  /** True for the contents of the dashboard window. */
  readonly owns: (webContentsId: number) => boolean;
  /** The window, if it is open. */
  readonly window: () => BrowserWindow | undefined;
  /** True while the person has it in front of them. */
  readonly isWatched: () => boolean;
}

/**
 * The dashboard window. Closing destroys it: the gateway serves on, the tray stays, and an idle Purser holds no page
 * in memory. On macOS the dock shows Purser only while there is a window to switch to.
 * @param query what the page is told about the person, as a part of its address
 */
export function createDashboard(pages: Pages, preload: string, query: () => string): Dashboard {
  let window: BrowserWindow | undefined;

  function create(url: string): BrowserWindow {
    const created = new BrowserWindow({
      width: 1180,
      height: 820,
      minWidth: 640,
      minHeight: 480,
      show: false,
      title: words.app,
      icon: join(app.getAppPath(), 'resources', 'icon.png'),
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
      webPreferences: secureWindow(preload, !app.isPackaged),
    });
    created.once('ready-to-show', () => created.show());
    // A window that is about to close takes no page any more: whoever opens the dashboard now gets a new one.
    const forget = (): void => {
      if (window === created) window = undefined;
    };
    created.on('close', forget);
    created.webContents.on('destroyed', forget);
    created.on('closed', () => {
      forget();
      if (process.platform === 'darwin') app.dock?.hide();
    });
    load(created, url);
    return created;
  }

  function load(target: BrowserWindow, url: string): void {
    // Also what a window says that was closed while it loaded, so it is no reason to give up.
    target.loadURL(url).catch((error: unknown) => tellTerminal('The dashboard did not load.', error));
  }

  return {
    open(route) {
      if (process.platform === 'darwin') void app.dock?.show();
      const url = pages.dashboardUrl + query() + (route ? hrefOf(route.page, route.params) : '');
      // Only the part behind `#` differs, so an open page moves there without loading again.
      if (window && route && window.webContents.getURL() !== url) load(window, url);
      window ??= create(url);
      if (window.isMinimized()) window.restore();
      // Before it is ready it shows itself; showing it here would flash an empty window.
      if (window.isVisible()) window.focus();
      return window;
    },
    tell(facts) {
      window?.webContents.send(DESKTOP_FACTS_CHANNEL, facts);
    },
    owns: (webContentsId) => window?.webContents.id === webContentsId,
    window: () => window,
    isWatched: () => window !== undefined && window.isVisible() && window.isFocused(),
  };
}
