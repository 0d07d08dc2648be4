import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { trayIconFile } from './tray-icons.ts';
import type { Panel } from './tray-icons.ts';
import type { TrayIcon } from './tray-model.ts';

vi.mock('electron', () => ({ app: {}, nativeImage: {} }));

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'tray');
const ICONS = { serving: 0, near: 0, capped: 0, paused: 0, down: 0, waiting: 0 } satisfies Record<TrayIcon, 0>;
const PANELS: readonly Panel[] = [
  { platform: 'darwin', desktop: '', dark: false },
  { platform: 'linux', desktop: 'KDE', dark: false },
  { platform: 'win32', desktop: '', dark: true },
];

test.each(Object.keys(ICONS).filter((name): name is TrayIcon => name in ICONS))(
  '%s has a picture for every panel, in both sizes',
  (icon) => {
    const files = PANELS.map((panel) => trayIconFile(icon, panel));
    expect(files).toEqual([`${icon}Template.png`, `${icon}-on-light.png`, `${icon}-on-dark.png`]);
    for (const file of files)
      expect([file, file.replace('.png', '@2x.png')].filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  },
);

test('the top bar of GNOME is dark whatever the theme says', () => {
  expect(trayIconFile('serving', { platform: 'linux', desktop: 'ubuntu:GNOME', dark: false })).toBe(
    'serving-on-dark.png',
  );
});
