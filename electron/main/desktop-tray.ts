import { dialog, Menu, nativeTheme, Tray } from 'electron';
import type { BrowserWindow } from 'electron';
import type { StateView } from '../../shared/contract/views.ts';
import type { GatewayStatus } from './gateway-process.ts';
import { setMenuBar } from './menu-bar.ts';
import { createNews, tellNews } from './news.ts';
import { askToRevoke, notifyRevoked } from './revoke-dialog.ts';
import { runAction } from './run-action.ts';
import type { ActionTargets } from './run-action.ts';
import { trayIcon } from './tray-icons.ts';
import { trayView, usableKeys } from './tray-model.ts';
import type { TrayAction, TrayView } from './tray-model.ts';
import { createTrayPainter } from './tray.ts';

/** A busy gateway tells its state many times a second; nobody reads a menu that fast. */
const DRAW_EVERY_MS = 250;
/** How long the result of a click is news. */
const NEWS_MS = 15_000;

export interface DesktopTray {
  readonly show: (status: GatewayStatus, state: StateView | undefined) => void;
}

interface TrayTargets extends Omit<ActionTargets, 'confirmRevoke' | 'tellRevoked'> {
  /** The dashboard, if it is open. */
  readonly window: () => BrowserWindow | undefined;
}

/** The tray and the menu bar, drawn from the gateway's state; a click that fails says why. */
export function createDesktopTray(desktop: string, targets: TrayTargets): DesktopTray {
  const image = (icon: TrayView['icon']) =>
    trayIcon(icon, { platform: process.platform, desktop, dark: nativeTheme.shouldUseDarkColors });
  const tray = new Tray(image('stopped'));
  const painter = createTrayPainter({ tray, image, buildMenu: (template) => Menu.buildFromTemplate(template), setMenuBar, onAction });
  const news = createNews();
  let latest: { readonly status: GatewayStatus; readonly state: StateView | undefined } = { status: { kind: 'starting' }, state: undefined };
  let said: string | undefined;
  let pending: NodeJS.Timeout | undefined;
  let asking = false;

  function onAction(action: TrayAction): void {
    runAction(action, { ...targets, confirmRevoke, tellRevoked }).catch((error: unknown) => {
      painter.redraw();
      dialog.showErrorBox('Purser could not do that', error instanceof Error ? error.message : String(error));
    });
  }

  /** One question at a time, however often the item is clicked. */
  async function confirmRevoke(): Promise<boolean> {
    if (asking || !latest.state) return false;
    asking = true;
    try {
      return await askToRevoke(usableKeys(latest.state), targets.window());
    } finally {
      asking = false;
    }
  }

  function tellRevoked(sentence: string): void {
    notifyRevoked(sentence);
    said = sentence;
    drawSoon();
    setTimeout(() => {
      if (said === sentence) said = undefined;
      drawSoon();
    }, NEWS_MS);
  }

  function drawSoon(): void {
    pending ??= setTimeout(() => {
      pending = undefined;
      painter.draw(trayView(latest.status, latest.state, said));
    }, DRAW_EVERY_MS);
  }

  nativeTheme.on('updated', painter.redraw);
  if (process.platform !== 'darwin') tray.on('click', targets.openDashboard);

  return {
    show(status, state) {
      latest = { status, state };
      if (state) tellNews(news.take(state), targets.openDashboard);
      drawSoon();
    },
  };
}
