import type { Page } from '@playwright/test';
import { PROVIDERS } from '../../gateway/providers/providers.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { expect, PROVIDER_KEY, test as base } from './fixtures.ts';
import { findForgottenWords, listenIn, settle } from './forgotten-words.ts';
import { findOverflow } from './looks.ts';
import { startPerson } from './person.ts';
import type { Person } from './person.ts';

/**
 * The same in every language: names of things, units, keys, and what a person types. React Aria has "Dismiss" and
 * the parts of a time in dictionaries of its own.
 */
const NAMES = [
  'Purser Ctrl CSV PNG API URL SHA ms min am pm AM PM USD sk-… Dismiss hour minute month day year Selected Time Date',
  ...Object.values(PROVIDERS).map(({ title }) => title),
];
const PAGES = ['overview', 'costs', 'agents', 'requests', 'keys', 'connections', 'audit', 'settings'] as const;
type PageName = (typeof PAGES)[number];

const test = base.extend<{ person: Person }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  person: async ({}, provide) => {
    const person = await startPerson();
    await provide(person);
    await person.remove();
  },
  environment: async ({ person }, provide) => provide(person.environment),
});

/** Chromium's pseudo language: every word of the catalogue stands in brackets and is a third longer. */
test.use({ locale: 'en-XA' });

async function look(page: Page, what: string): Promise<void> {
  await settle(page);
  expect.soft(await findForgottenWords(page, NAMES), `words outside of the catalogue: ${what}`).toEqual([]);
  expect.soft(await findOverflow(page), `longer words stick out: ${what}`).toEqual([]);
}

async function open(page: Page, name: PageName): Promise<void> {
  await page.evaluate((hash) => void (window.location.hash = hash), `#/${name}`);
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`⟦${name}`, 'i') })).toBeVisible();
}

/** The part of the page of keys that is not the first one once there are sub-keys. */
async function openProviderKeys(page: Page): Promise<void> {
  await open(page, 'keys');
  await page
    .locator('.segmented label')
    .filter({ hasText: /^⟦Provider keys/ })
    .click();
  await expect(page.getByRole('radio', { name: /⟦Provider keys/ })).toBeChecked();
}

async function lookAtDialog(page: Page, what: string): Promise<void> {
  const dialog = page.locator('[role=dialog], [role=alertdialog]');
  await expect(dialog).toBeVisible();
  const folded = dialog.locator('details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
  await look(page, what);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('every word of every page and dialog is in the catalogue, and longer ones fit', async ({
  page,
  purser,
  provider,
}) => {
  test.setTimeout(240_000);
  await listenIn(page);
  await page.goto(purser.loginLink);
  await expect(page.getByRole('status').filter({ hasText: '⟦Live' })).toBeVisible();
  for (const name of PAGES) {
    await open(page, name);
    await look(page, `${name}, empty`);
  }

  const { client } = await purser.allowance('Claude Code', '1/day', '5/total');
  const used = await purser.allowance('Codex', '0.0005/day');
  await purser.ask((gateway) =>
    gateway.providers.add({ kind: 'anthropic', baseUrl: provider.anthropicBaseUrl, key: PROVIDER_KEY }),
  );
  const ask = { model: 'gpt-4o-mini', max_tokens: 1_000, messages: [{ role: 'user' as const, content: 'Hello' }] };
  await client.chat.completions.create({ ...ask, max_tokens: 100 });
  await used.client.chat.completions.create(ask);
  await used.client.chat.completions.create(ask).catch(() => undefined);
  await purser.ask((gateway) =>
    gateway.prices.set({
      model: 'mine',
      input: nanodollarsOf(5),
      output: nanodollarsOf(7),
      cacheRead: null,
      cacheWrite: null,
    }),
  );
  for (const name of PAGES) {
    await open(page, name);
    await look(page, name);
  }
  await openProviderKeys(page);
  await look(page, 'provider keys');

  const dialogs = [
    ['overview', 'Issue sub-key'],
    ['provider keys', 'Add provider key'],
    ['provider keys', 'Set a price'],
    ['agents', 'Revoke everything'],
    ['connections', 'Connect Claude Code'],
  ] as const;
  for (const [where, button] of dialogs) {
    await (where === 'provider keys' ? openProviderKeys(page) : open(page, where));
    await page
      .getByRole('button', { name: new RegExp(`⟦${button}`) })
      .first()
      .click();
    await lookAtDialog(page, `dialog: ${button}`);
  }
  await page.keyboard.press('Control+k');
  await lookAtDialog(page, 'the palette');

  // An agent's menu, and the dialogs behind it.
  await open(page, 'agents');
  const more = page.getByRole('button', { name: /⟦More for Claude Code/ });
  await more.click();
  const items = page.getByRole('menuitem');
  await expect(items.first()).toBeVisible();
  await look(page, 'the menu of an agent');
  const asking = (await items.allInnerTexts()).filter((text) => text.includes('…'));
  await page.keyboard.press('Escape');
  expect(asking.length).toBeGreaterThan(1);
  for (const name of asking) {
    await more.click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    await lookAtDialog(page, `dialog: ${name}`);
  }

  await open(page, 'requests');
  await page.getByTestId('request').first().click();
  await look(page, 'one request, opened');
  await page.getByRole('button', { name: /⟦Correct this cost/ }).click();
  await lookAtDialog(page, 'dialog: what a request cost');
  await openProviderKeys(page);
  await page.getByRole('button', { name: /⟦Change whether openai/ }).click();
  await look(page, 'what a provider does when it is left');
  expect(await purser.end('SIGKILL')).toBe('SIGKILL');
  await expect(page.getByText('⟦The gateway is not answering').first()).toBeVisible();
  expect.soft(await findForgottenWords(page, NAMES), 'a gateway that is gone').toEqual([]);
});
