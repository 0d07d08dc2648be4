import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerNext } from './answer-next.ts';
import { expect, test } from './fixtures.ts';

// Only Linux can be without one: no session bus is handed to the app, as over SSH or in a container.
if (process.platform === 'linux') {
  test.describe('without a keychain', () => {
    test.use({ environment: { PURSER_SECRETS: 'keychain' }, serves: false });

    test('nothing serves and nothing is chosen, until the person chooses memory', async ({ desktop }) => {
      await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('The gateway is down');
      await expect(desktop.ask((gateway) => gateway.status())).rejects.toMatchObject({ code: 'GATEWAY_UNREACHABLE' });

      const asked = await answerNext(desktop.app, 'Keep keys in memory until I quit');
      await desktop.clickTrayItem(/^Start it again$/);
      await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('Pause everything');
      expect(await asked()).toMatch(/no safe place[\s\S]*keychain[\s\S]*vault[\s\S]*memory/);
      expect(await desktop.ask((gateway) => gateway.status())).toMatchObject({ secretStore: 'memory' });
    });
  });

  test.describe('with nothing said about where keys live', () => {
    test.use({ environment: { PURSER_SECRETS: '' }, serves: false });

    test('what the person chooses is remembered, until they choose the keychain again', async ({ desktop }) => {
      await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('The gateway is down');
      await answerNext(desktop.app, 'Keep keys in memory until I quit');
      await desktop.clickTrayItem(/^Start it again$/);
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

      await answerNext(desktop.app, 'Not now');
      await desktop.clickTrayItem(/^Use the keychain again$/);
      await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('The gateway is down');
      expect(await desktop.trayItems()).not.toContain('Use the keychain again');
      expect(await remembered()).toBeUndefined();
    });
  });
}
