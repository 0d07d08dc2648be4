import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goTo } from '../web/go-to.ts';
import { answerNext } from './answer-next.ts';
import { expect, test } from './fixtures.ts';
import { readInMain } from './in-main.ts';
import { test as withPanel } from './panel-fixtures.ts';

test('the Help menu, shortcuts of the menu bar, and where they lead', async ({ desktop }) => {
  const menus = await readInMain(() =>
    desktop.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map((menu) => ({
        label: menu.label,
        items: (menu.submenu?.items ?? []).map(({ label, accelerator }) => [label, accelerator ?? '']),
      })),
    ),
  );
  expect(menus[0]?.items).toEqual(
    expect.arrayContaining([
      ['Settings', 'CommandOrControl+,'],
      ['Quit Purser', 'CommandOrControl+Q'],
    ]),
  );
  expect(menus.at(-1)).toMatchObject({
    label: 'Help',
    items: [
      ['Keyboard shortcuts', ''],
      ['About Purser', ''],
    ],
  });
  await desktop.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.items.at(-1)?.submenu?.items.at(-1)?.click();
  });
  await expect(desktop.window.getByRole('heading', { name: 'About Purser' })).toBeInViewport();
});

if (process.platform === 'linux') {
  test('start at login is switched in the settings, and the tray shows it', async ({ desktop }) => {
    const folder = await readInMain(() => desktop.app.evaluate(({ app }) => app.getPath('appData')));
    const file = join(folder, 'autostart', 'purser.desktop');
    await goTo(desktop.window, 'Settings');
    const login = desktop.window.getByRole('group', { name: 'Start at login' });
    // It is on when the machine says so, which `check` would not wait for.
    await login.getByText('On', { exact: true }).click();
    await expect(login.getByRole('radio', { name: 'On' })).toBeChecked();
    await expect.poll(desktop.trayItems).toContain('[x] Start at login');
    expect(await readFile(file, 'utf8')).toContain('--at-login');
    await desktop.clickTrayItem(/^Start at login$/);
    await expect(login.getByRole('radio', { name: 'Off' })).toBeChecked();
  });

  withPanel('a test notification, and none that the person has switched off', async ({ desktop, panel }) => {
    await goTo(desktop.window, 'Settings');
    await desktop.window.getByRole('button', { name: 'Send a test notification' }).click();
    await expect.poll(() => panel.notifications.map(({ title }) => title)).toEqual(['A notification from Purser']);
  });
}

test.describe('with a connected tool', () => {
  test('quitting says once what happens to it', async ({ desktop }) => {
    await desktop.ask(async ({ providers, connections }) => {
      await providers.add({ kind: 'anthropic', key: 'a-provider-key', unchecked: true });
      await connections.connect({ tool: 'claude-code' });
    });
    const asked = await answerNext(desktop.app, 'Cancel');
    await desktop.clickTrayItem(/^Quit Purser$/);
    await expect
      .poll(asked)
      .toMatch(/Quit Purser\?[\s\S]*Claude Code sends its requests through Purser[\s\S]*only once/);
    // It was cancelled.
    await expect.poll(desktop.trayItems).toContain('Pause everything');
    await answerNext(desktop.app, 'Quit Purser');
    const gone = desktop.app.waitForEvent('close');
    await desktop.clickTrayItem(/^Quit Purser$/).catch(() => undefined);
    await gone;
  });
});
