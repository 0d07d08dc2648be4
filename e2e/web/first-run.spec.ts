import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Locator, Page } from '@playwright/test';
import { findBarriers } from './axe.ts';
import { describeEffort, runFirstMinute, startNewcomer } from './first-run.ts';
import type { Newcomer } from './first-run.ts';
import { expect, PROVIDER_KEY, test as base } from './fixtures.ts';
import { findFaintText, findOverflow } from './looks.ts';

const test = base.extend<{ newcomer: Newcomer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  newcomer: async ({}, provide) => {
    const newcomer = await startNewcomer();
    await provide(newcomer);
    await newcomer.remove();
  },
  environment: async ({ newcomer }, provide) => provide(newcomer.environment),
});

const PROMISED_MS = 60_000;

/** Opens the dialog as Purser proposes it: for the provider of the tool that is here. */
async function openDialog(page: Page, baseUrl: string, key: string): Promise<Locator> {
  await expect(page.getByText('Claude Code is on this machine')).toBeVisible();
  await page.getByRole('button', { name: 'Add provider key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add provider key' });
  await dialog.getByLabel('Anthropic key').fill(key);
  await dialog.getByText('Other name or address').click();
  await dialog.getByLabel('Base URL').fill(baseUrl);
  await dialog.getByRole('button', { name: 'Add key' }).click();
  return dialog;
}

test('from nothing to the first request on the page in less than a minute', async ({
  dashboard: page,
  newcomer,
  provider,
  purser,
}) => {
  const begun = Date.now();
  const effort = await runFirstMinute({ page, newcomer, provider }, PROVIDER_KEY);
  const took = Date.now() - begun;
  console.log(describeEffort(effort, took));
  expect(took).toBeLessThan(PROMISED_MS);
  expect(effort).toMatchObject({ clicks: 5, fields: 1 });

  await expect(page.getByTestId('first-cost')).toHaveText('$0.0022');
  await expect(page.getByText('$0.0022 of $10.00 today')).toBeVisible();
  expect(provider.bill()).toBe(2_200_000);
  expect(await purser.ask(({ usage }) => usage.recent({ limit: 5 }))).toMatchObject([
    { agent: 'Claude Code', cost: 2_200_000 },
  ]);
  await page.getByRole('button', { name: 'Open the overview' }).click();
  await expect(page.getByTestId('spent-today')).toBeVisible();
  await expect(page.getByTestId('request')).toContainText('Claude Code');
  expect(await page.content()).not.toContain(PROVIDER_KEY);
});

test('the moment passes by itself: then the overview is there', async ({ dashboard: page, newcomer, provider }) => {
  await runFirstMinute({ page, newcomer, provider }, PROVIDER_KEY);
  await expect(page.getByTestId('spent-today')).toBeVisible({ timeout: 20_000 });
});

test('a wrong key is refused in words and not stored; who is sure keeps it', async ({
  dashboard: page,
  provider,
  purser,
}) => {
  const dialog = await openDialog(page, provider.anthropicBaseUrl, 'sk-ant-of-somebody-else');
  await expect(dialog.getByRole('alert')).toHaveText(
    'Anthropic refuses this key (401). Copy it again; nothing was stored.',
  );
  expect(await purser.ask(({ providers }) => providers.list())).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep it anyway' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('navigation').getByRole('link', { name: 'Keys' }).click();
  await page.getByRole('button', { name: 'Check the key of anthropic' }).click();
  await expect(page.getByTestId('provider')).toContainText(
    'Anthropic refuses this key (401). Remove it, and add the right one.',
  );
  expect(await page.content()).not.toContain('of-somebody-else');
});

test('a provider that is slow to answer can be left alone: it is no longer asked, and nothing was stored', async ({
  dashboard: page,
  purser,
}) => {
  const slow = createServer();
  const asked = new Promise<IncomingMessage>((resolve) => slow.once('request', resolve));
  await once(slow.listen(0, '127.0.0.1'), 'listening');
  const address = slow.address();
  const dialog = await openDialog(
    page,
    `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    'sk-ant-x',
  );
  const { socket } = await asked;
  const left = once(socket, 'close');
  await expect(dialog.getByText('Checking the key with Anthropic…')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await left;
  expect(await purser.ask(({ providers }) => providers.list())).toEqual([]);
  slow.close();
});

for (const width of [360, 1100]) {
  test(`at ${width} pixels nothing of the first minute sticks out and everything can be read, light and dark`, async ({
    dashboard: page,
    newcomer,
    provider,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const looksGood = async (what: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect.soft(await findOverflow(page), `${what}, ${colorScheme}`).toEqual([]);
        expect.soft(await findFaintText(page), `${what}, ${colorScheme}`).toEqual([]);
        expect.soft(await findBarriers(page), `${what}, ${colorScheme}`).toEqual([]);
      }
    };
    await expect(page.getByText('Found here: Claude Code.')).toBeVisible();
    await looksGood('the first page');
    const dialog = await openDialog(page, provider.anthropicBaseUrl, 'sk-ant-of-somebody-else');
    await expect(dialog.getByRole('alert')).toBeVisible();
    await looksGood('a key that was refused');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await runFirstMinute({ page, newcomer, provider }, PROVIDER_KEY);
    await looksGood('the first request');
  });
}
