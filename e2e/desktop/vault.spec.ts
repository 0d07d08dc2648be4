import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kill } from 'node:process';
import type { Page } from '@playwright/test';
import { answerNext } from './answer-next.ts';
import { expect, test } from './fixtures.ts';
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
    .getByRole('button')
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
    await asked.getByLabel('Passphrase').fill(PASSPHRASE);
    await asked.getByLabel('Again').fill('something else');
    await asked.getByRole('button', { name: 'Create the vault' }).click();
    await expect(asked.getByRole('alert')).toHaveText(/differ/);

    await submit(asked, PASSPHRASE, PASSPHRASE);
    await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('Pause everything');
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
    await submit(await vaultWindow(desktop), PASSPHRASE, PASSPHRASE);
    for (let killed = 0; killed < 3; killed += 1) {
      await expect.poll(desktop.trayItems, { timeout: 20_000 }).toContain('Pause everything');
      kill((await desktop.ask((gateway) => gateway.status())).pid, 'SIGKILL');
      await expect.poll(desktop.trayItems).not.toContain('Pause everything');
    }
    await expect.poll(desktop.trayItems).toContain('The gateway is down');

    await answerNext(desktop.app, 'Not now');
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

  test('closing the question leaves the gateway down, and the tray asks again', async ({ desktop }) => {
    await (await vaultWindow(desktop)).close();
    await expect.poll(desktop.trayItems).toContain('The vault needs a passphrase.');
    await desktop.clickTrayItem(/^Start it again$/);
    await expect((await vaultWindow(desktop)).getByLabel('Again')).toBeVisible();
  });
});
