import type { MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import type { AgentDot } from './agent-dot.ts';
import { createMenuPace } from './menu-pace.ts';
import { menuTemplate, withShortcuts } from './menu-template.ts';
import { label } from '../app/plain-text.ts';
import type { TrayAction } from './tray-items.ts';
import type { TrayIcon, TrayView } from './tray-model.ts';

/** The parts of Electron a tray is drawn with. `M` is its Menu. */
export interface TrayParts<M> {
  readonly tray: Pick<Tray, 'setImage' | 'setTitle' | 'setToolTip'> & { setContextMenu(menu: M): void };
  readonly image: (icon: TrayIcon) => NativeImage;
  readonly dotImage: (dot: AgentDot) => NativeImage;
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => M;
  /** The same items in the menu bar: a desktop without a tray (GNOME as it comes) still gets them. */
  readonly setMenuBar: (items: MenuItemConstructorOptions[]) => void;
  readonly onAction: (action: TrayAction) => void;
  /** How often amounts alone are worth a new menu, in milliseconds. */
  readonly amountsEveryMs: number;
}

export interface TrayPainter {
  readonly draw: (view: TrayView) => void;
  /** Draws even what has not changed: after a refused click, or when the theme changed. */
  readonly redraw: () => void;
}

/** Draws tray views: always a menu that is ready, so that opening it waits for nobody. */
export function createTrayPainter<M>(parts: TrayParts<M>): TrayPainter {
  let drawn: TrayView | undefined;
  const menu = createMenuPace((items) => {
    parts.tray.setContextMenu(parts.buildMenu(menuTemplate(items, parts.onAction, parts.dotImage)));
    parts.setMenuBar(withShortcuts(items, menuTemplate(items, parts.onAction, parts.dotImage)));
  }, parts.amountsEveryMs);

  function paint(view: TrayView, force: boolean): void {
    if (force || view.icon !== drawn?.icon) parts.tray.setImage(parts.image(view.icon));
    if (force || view.title !== drawn?.title) parts.tray.setTitle(label(view.title));
    if (force || view.tooltip !== drawn?.tooltip) parts.tray.setToolTip(label(view.tooltip));
    if (force) menu.force(view.items);
    else menu.offer(view.items);
    drawn = view;
  }

  return {
    draw: (view) => paint(view, false),
    redraw: () => {
      if (drawn) paint(drawn, true);
    },
  };
}
