import { describe, expect, test, vi } from 'vitest';
import type { MenuItemConstructorOptions, NativeImage } from 'electron';
import { createTrayPainter } from './tray.ts';
import type { TrayParts } from './tray.ts';
import { trayView } from './tray-model.ts';
import type { TrayAction } from './tray-items.ts';

const down = trayView({ kind: 'down', code: 'CRASHED', reason: 'R&D broke it.' }, undefined);
const starting = trayView({ kind: 'starting' }, undefined);

function setUp() {
  const menus: MenuItemConstructorOptions[][] = [];
  const clicked: TrayAction[] = [];
  const dots = vi.fn<() => NativeImage>();
  const tray = { setImage: vi.fn(), setTitle: vi.fn(), setToolTip: vi.fn(), setContextMenu: vi.fn() };
  const parts: TrayParts<MenuItemConstructorOptions[]> = {
    tray,
    image: vi.fn<() => NativeImage>(),
    dotImage: dots,
    buildMenu: (template) => template,
    setMenuBar: (items) => menus.push(items),
    onAction: (action) => clicked.push(action),
    amountsEveryMs: 0,
  };
  return { painter: createTrayPainter(parts), tray, menus, clicked, dots };
}

describe('the tray painter', () => {
  test('draws icon, tooltip and menu, in the tray and in the menu bar', () => {
    const { painter, tray, menus } = setUp();
    painter.draw(down);
    expect(tray.setToolTip).toHaveBeenCalledWith('Purser: the gateway is down');
    expect(tray.setContextMenu.mock.calls[0]?.[0]).toHaveLength(menus[0]?.length ?? -1);
    expect(menus[0]?.map((item) => item.label)).toContain('R&&D broke it.');
  });

  test('draws nothing when nothing changed, and only what changed', () => {
    const { painter, tray } = setUp();
    painter.draw(starting);
    painter.draw({ ...starting });
    painter.draw({ ...starting, tooltip: 'new' });
    expect(tray.setContextMenu).toHaveBeenCalledTimes(1);
    expect(tray.setImage).toHaveBeenCalledTimes(1);
    expect(tray.setToolTip).toHaveBeenCalledTimes(2);
  });

  test('redraw puts a refused click right: the platform has flipped the tick already', () => {
    const { painter, tray } = setUp();
    painter.redraw();
    painter.draw(starting);
    painter.redraw();
    expect(tray.setContextMenu).toHaveBeenCalledTimes(2);
  });

  test('the dot of an agent is a picture of its line', () => {
    const { painter, menus, dots } = setUp();
    painter.draw({
      ...starting,
      items: [{ kind: 'submenu', label: 'Aider', dot: { hue: 2, hollow: true }, items: [] }],
    });
    expect(dots).toHaveBeenCalledWith({ hue: 2, hollow: true });
    expect(menus[0]?.[0]).toHaveProperty('icon');
  });

  test('a click becomes its action', () => {
    const { painter, menus, clicked } = setUp();
    painter.draw(down);
    const item = menus[0]?.find((one) => one.label === 'Start it again');
    Reflect.apply(item?.click ?? (() => undefined), undefined, []);
    expect(clicked).toEqual([{ kind: 'restart-gateway' }]);
  });
});
