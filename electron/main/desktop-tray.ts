import { dialog, Menu, nativeTheme, Tray } from 'electron';
import type { StateView } from '../../shared/contract/views.ts';
import type { GatewayStatus } from './gateway-process.ts';
import { setMenuBar } from './menu-bar.ts';
import { runAction } from './run-action.ts';
import type { ActionTargets } from './run-action.ts';
import { trayIcon } from './tray-icons.ts';
import { trayView } from './tray-model.ts';
import type { TrayAction, TrayView } from './tray-model.ts';
import { createTrayPainter } from './tray.ts';

/** A busy gateway tells its state many times a second; nobody reads a menu that fast. */
const DRAW_EVERY_MS = 250;

export interface DesktopTray {
  readonly show: (status: GatewayStatus, state: StateView | undefined) => void;
}

/** The tray and the menu bar, drawn from the gateway's state; a click that fails says why. */
export function createDesktopTray(desktop: string, targets: ActionTargets): DesktopTray {
  const image = (icon: TrayView['icon']) =>
    trayIcon(icon, { platform: process.platform, desktop, dark: nativeTheme.shouldUseDarkColors });
  const tray = new Tray(image('stopped'));
  const painter = createTrayPainter({ tray, image, buildMenu: (template) => Menu.buildFromTemplate(template), setMenuBar, onAction });

  function onAction(action: TrayAction): void {
    runAction(action, targets).catch((error: unknown) => {
      painter.redraw();
      dialog.showErrorBox('Purser could not do that', error instanceof Error ? error.message : String(error));
    });
  }

  nativeTheme.on('updated', painter.redraw);
  if (process.platform !== 'darwin') tray.on('click', targets.openDashboard);

  let next: TrayView | undefined;
  let pending: NodeJS.Timeout | undefined;
  return {
    show(status, state) {
      next = trayView(status, state);
      pending ??= setTimeout(() => {
        pending = undefined;
        if (next) painter.draw(next);
      }, DRAW_EVERY_MS);
    },
  };
}
