import type { MenuItemConstructorOptions, NativeImage } from 'electron';
import type { AgentDot } from './agent-dot.ts';
import { label as plainLabel } from '../app/plain-text.ts';
import type { TrayAction, TrayItem } from './tray-items.ts';

/** Electron's form of the items. A lone `&` would vanish into a keyboard mnemonic, so it is doubled. */
export function menuTemplate(
  items: readonly TrayItem[],
  onAction: (action: TrayAction) => void,
  dotImage: (dot: AgentDot) => NativeImage,
): MenuItemConstructorOptions[] {
  return items.map((item): MenuItemConstructorOptions => {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'text':
        return { label: escapeLabel(item.label), enabled: false };
      case 'button':
        return { label: escapeLabel(item.label), click: () => onAction(item.action) };
      case 'checkbox':
        return {
          type: 'checkbox',
          label: escapeLabel(item.label),
          checked: item.checked,
          click: () => onAction(item.action),
        };
      case 'submenu':
        return {
          label: escapeLabel(item.label),
          ...(item.dot && { icon: dotImage(item.dot) }),
          submenu: menuTemplate(item.items, onAction, dotImage),
        };
    }
  });
}

function escapeLabel(label: string): string {
  return plainLabel(label).replaceAll('&', '&&');
}

/**
 * The same for the menu bar, with the shortcuts that work wherever the dashboard has the keyboard. A tray has no
 * keyboard, and on Linux its menus complain of them.
 */
export function withShortcuts(
  items: readonly TrayItem[],
  template: readonly MenuItemConstructorOptions[],
): MenuItemConstructorOptions[] {
  return template.map((entry, index) => {
    const item = items[index];
    return item?.kind === 'button' ? { ...entry, ...shortcutOf(item.action) } : entry;
  });
}

function shortcutOf(action: TrayAction): Pick<MenuItemConstructorOptions, 'accelerator'> {
  if (action.kind === 'quit') return { accelerator: 'CommandOrControl+Q' };
  const isSettings = action.kind === 'open-dashboard' && action.route?.page === 'settings';
  return isSettings ? { accelerator: 'CommandOrControl+,' } : {};
}
