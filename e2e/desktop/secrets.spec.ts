import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

// Only Linux can be without one: no session bus is handed to the app, as over SSH or in a container.
if (process.platform === 'linux') {
  test.describe('without a keychain', () => {
    test.use({ environment: { PURSER_SECRETS: 'keychain' }, serves: false });

    test('nothing serves and nothing is chosen, until the person chooses memory', async ({ desktop }) => {
      await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('The gateway is down');
      await expect(desktop.ask((gateway) => gateway.status())).rejects.toMatchObject({ code: 'GATEWAY_UNREACHABLE' });

      // The window itself asks, with the reason that the tray gives.
      const question = desktop.window.getByRole('alert');
      await expect(question).toContainText(/no safe place[\s\S]*keychain[\s\S]*vault[\s\S]*memory/);
      const reason = (await desktop.trayItems())[1] ?? 'none';
      await expect(question).toContainText(reason.replace(/…$/, ''));
      await question.getByRole('button', { name: 'Keep keys in memory' }).click();
      await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('Pause everything');
      await expect(question).toBeHidden();
      await expect(desktop.window.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
      expect(await desktop.ask((gateway) => gateway.status())).toMatchObject({ secretStore: 'memory' });
    });
  });

  test.describe('with nothing said about where keys live', () => {
    test.use({ environment: { PURSER_SECRETS: '' }, serves: false });

    test('what the person chooses is remembered, until they choose the keychain again', async ({ desktop }) => {
      await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('The gateway is down');
      await desktop.window.getByRole('button', { name: 'Keep keys in memory' }).click();
      await expect
        .poll(desktop.trayItems, { timeout: 20_000 })
        .toEqual(expect.arrayContaining(['Pause everything', 'Use the keychain again']));
      const { dataFolder } = await desktop.ask((gateway) => gateway.status());
      const remembered = () =>
        readFile(join(dataFolder, 'desktop', 'choices.json'), 'utf8').then(
          (text): unknown => JSON.parse(text),
          () => undefined,
        );
      expect(await remembered()).toEqual({ secrets: 'memory' });

      await desktop.clickTrayItem(/^Use the keychain again$/);
      await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('The gateway is down');
      expect(await desktop.trayItems()).not.toContain('Use the keychain again');
      expect(await remembered()).toBeUndefined();
    });
  });
}
