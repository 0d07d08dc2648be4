import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kill } from 'node:process';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { readInMain } from './in-main.ts';
import type { Desktop } from './fixtures.ts';

const PASSPHRASE = 'correct horse battery staple';

async function vaultWindow({ app }: Desktop): Promise<Page> {
  const find = async (): Promise<Page | undefined> => {
    for (const page of app.windows()) if (/vault/.test(await page.title().catch(() => ''))) return page;
    return undefined;
  };
  await expect.poll(async () => (await find()) !== undefined, { timeout: 20_000 }).toBe(true);
  const found = await find();
  if (!found) throw new Error('the passphrase window closed by itself');
  return found;
}

/** Types into the fields in their order and submits; the window closes by that. */
async function submit(page: Page, ...typed: readonly string[]): Promise<void> {
  const fields = page.locator('input');
  for (const [index, text] of typed.entries()) await fields.nth(index).fill(text);
  const closed = page.waitForEvent('close');
  // The window may be gone before the click has ended.
  await page
    .getByRole('button', { name: /^(Create the vault|Unlock)$/ })
    .click()
    .catch(() => undefined);
  await closed;
}

test.describe('with the vault', () => {
  test.use({ environment: { PURSER_SECRETS: 'vault' }, serves: false });

  test('a new passphrase is asked for twice; then the gateway serves, and a crash does not ask again', async ({
    desktop,
  }) => {
    const asked = await vaultWindow(desktop);
    await expect(asked.getByRole('heading', { name: 'Choose a passphrase for the vault' })).toBeVisible();
    await expect(desktop.ask((gateway) => gateway.status())).rejects.toMatchObject({ code: 'GATEWAY_UNREACHABLE' });
    // It lies in the dashboard's own window, which says what it waits for.
    expect(
      await readInMain(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)),
    ).toBe(1);
    await expect(desktop.window.getByText('Waiting for your passphrase.')).toBeVisible();
    await expect(asked.getByLabel('Passphrase')).toBeFocused();
    await asked.getByLabel('Passphrase').fill(PASSPHRASE);
    await asked.getByLabel('The same once more').fill('something else');
    await asked.getByRole('button', { name: 'Create the vault' }).click();
    await expect(asked.getByRole('alert')).toHaveText(/differ/);

    const weak = desktop.app.waitForEvent('window');
    await submit(asked, 'ab', 'ab');
    const better = await weak;
    await expect(better.getByRole('alert')).toHaveText(/too easy to guess\. .*Four or five words/);
    await submit(better, PASSPHRASE, PASSPHRASE);
    await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('Pause everything');
    // What was typed went with its page.
    expect(await desktop.window.evaluate(() => document.documentElement.outerHTML)).not.toContain(PASSPHRASE);
    const { secretStore, dataFolder, pid } = await desktop.ask((gateway) => gateway.status());
    expect(secretStore).toBe('vault');

    kill(pid, 'SIGKILL');
    await expect.poll(desktop.trayItems).not.toContain('Pause everything');
    await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('Pause everything');
    expect(desktop.app.windows()).toHaveLength(1);

    const files = (await readdir(dataFolder, { withFileTypes: true })).filter((entry) => entry.isFile());
    for (const { name } of files) expect(await readFile(join(dataFolder, name), 'latin1')).not.toContain(PASSPHRASE);
  });

  test('a vault is unlocked again by hand; a wrong passphrase is said and asked for again', async ({ desktop }) => {
    // Six starts of a gateway, and a slow hash at each.
    test.setTimeout(150_000);
    await submit(await vaultWindow(desktop), PASSPHRASE, PASSPHRASE);
    for (let killed = 0; killed < 3; killed += 1) {
      await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('Pause everything');
      kill((await desktop.ask((gateway) => gateway.status())).pid, 'SIGKILL');
      await expect.poll(desktop.trayItems).not.toContain('Pause everything');
    }
    await expect.poll(desktop.trayItems).toContain('The gateway is down');

    await expect(desktop.window.getByRole('alert')).toContainText('several times');
    await desktop.clickTrayItem(/^Start it again$/);
    const asked = await vaultWindow(desktop);
    await expect(asked.getByRole('heading', { name: 'Unlock the vault' })).toBeVisible();
    const opened = desktop.app.waitForEvent('window');
    await submit(asked, 'wrong');
    const again = await opened;
    await expect(again.getByRole('alert')).toHaveText(/does not open the vault/);
    await submit(again, PASSPHRASE);
    await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('Pause everything');
  });

  test('Cancel leaves the gateway down; the window says why and asks again', async ({ desktop }) => {
    const asked = await vaultWindow(desktop);
    const closed = asked.waitForEvent('close');
    await asked
      .getByRole('button', { name: 'Cancel' })
      .click()
      .catch(() => undefined);
    await closed;
    await expect.poll(desktop.trayItems).toContain('The vault needs a passphrase.');
    await expect(desktop.window.getByRole('alert')).toContainText('The vault needs a passphrase.');
    await desktop.window.getByRole('button', { name: 'Enter the passphrase' }).click();
    await expect((await vaultWindow(desktop)).getByLabel('The same once more')).toBeVisible();
  });
});
