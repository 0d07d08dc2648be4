import type { MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import { menuTemplate } from './menu-template.ts';
import type { TrayAction, TrayView } from './tray-model.ts';

/** The parts of Electron a tray is drawn with. `M` is its Menu. */
export interface TrayParts<M> {
  readonly tray: Pick<Tray, 'setImage' | 'setTitle' | 'setToolTip'> & { setContextMenu(menu: M): void };
  readonly image: (icon: TrayView['icon']) => NativeImage;
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => M;
  /** The same items in the menu bar: a desktop without a tray (GNOME as it comes) still gets them. */
  readonly setMenuBar: (items: MenuItemConstructorOptions[]) => void;
  readonly onAction: (action: TrayAction) => void;
}

export interface TrayPainter {
  readonly draw: (view: TrayView) => void;
  /** Draws even what has not changed: after a refused click, or when the theme changed. */
  readonly redraw: () => void;
}

/** Draws tray views. A menu is rebuilt only when its value changed: on Linux a rebuild closes the open menu. */
export function createTrayPainter<M>(parts: TrayParts<M>): TrayPainter {
  let drawn: TrayView | undefined;

  function paint(view: TrayView, force: boolean): void {
    if (force || view.icon !== drawn?.icon) parts.tray.setImage(parts.image(view.icon));
    if (force || view.title !== drawn?.title) parts.tray.setTitle(view.title);
    if (force || view.tooltip !== drawn?.tooltip) parts.tray.setToolTip(view.tooltip);
    if (force || JSON.stringify(view.items) !== JSON.stringify(drawn?.items)) {
      parts.tray.setContextMenu(parts.buildMenu(menuTemplate(view.items, parts.onAction)));
      parts.setMenuBar(menuTemplate(view.items, parts.onAction));
    }
    drawn = view;
  }

  return {
    draw: (view) => paint(view, false),
    redraw: () => {
      if (drawn) paint(drawn, true);
    },
  };
}
