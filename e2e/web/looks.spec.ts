import type { Page } from '@playwright/test';
import { nanodollarsOf } from '../../shared/money.ts';
import { expect, test } from './fixtures.ts';
import type { Purser } from './fixtures.ts';
import { goTo } from './go-to.ts';
import { findFaintText, findOverflow, tabOn } from './looks.ts';

const LONG_NAME = 'Averyveryverylongagentnamewithoutanyplacewhereitcouldbebroken';
const LONG_MODEL = 'organization-with-a-name/model-with-a-name-that-is-too-long-for-any-column-2026-11-21';

/** The longest names and amounts there can be, and every kind of row. */
async function fill(purser: Purser, fail: () => void): Promise<void> {
  const long = await purser.allowance(LONG_NAME.slice(0, 60), '1234567.89/day', '7654321.09/total');
  const used = await purser.allowance('Claude Code', '0.0005/day');
  await purser.allowance('Codex', '5/day');
  const price = nanodollarsOf(9_000_000_000);
  await purser.ask((gateway) =>
    gateway.prices.set({ model: LONG_MODEL, input: price, output: price, cacheRead: null, cacheWrite: null }),
  );
  const messages = [{ role: 'user' as const, content: 'Hello' }];
  // The simulated provider has no such model: a row with a provider error.
  await long.client.chat.completions.create({ model: LONG_MODEL, max_tokens: 100, messages }).catch(() => undefined);
  await used.client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 1_000, messages });
  const paused = await purser.ask(async (gateway) =>
    (await gateway.agents.list()).find((agent) => agent.name === 'Codex'),
  );
  if (paused) await purser.ask((gateway) => gateway.agents.pause({ id: paused.id }));
  fail();
  await long.client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 10, messages }).catch(() => undefined);
}

async function lookInBothThemes(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await findOverflow(page), `${what}, ${colorScheme}`).toEqual([]);
    expect.soft(await findFaintText(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

async function lookAtDialogs(page: Page, what: string): Promise<void> {
  await goTo(page, 'Provider keys');
  await page.getByRole('button', { name: 'Add provider key' }).first().click();
  await page.getByText('Other name or address').click();
  await page.getByRole('button', { name: 'Add key' }).click();
  await expect(page.getByText('Paste the provider key first.')).toBeVisible();
  await lookInBothThemes(page, `${what}, add provider key`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Issue sub-key' }).first().click();
  await page.getByRole('button', { name: 'Add another cap' }).click();
  await page.getByText('Expiry, models and more').click();
  await page.getByLabel('Expires').selectOption('date');
  await lookInBothThemes(page, `${what}, issue sub-key`);
  await page.getByLabel('Expires').selectOption('7d');
  await page.getByRole('dialog').getByLabel('Agent', { exact: true }).fill('Claude Code');
  await page.getByRole('dialog').getByRole('button', { name: 'Issue sub-key' }).click();
  await expect(page.getByTestId('issued-key')).toBeVisible();
  await lookInBothThemes(page, `${what}, issued`);
  await page.getByRole('button', { name: 'I have saved it' }).click();
  await goTo(page, 'Agents');
  await page.getByRole('button', { name: 'More for Claude Code' }).click();
  await expect(page.getByRole('menuitem', { name: 'Revoke all its sub-keys…' })).toBeVisible();
  await lookInBothThemes(page, `${what}, menu`);
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^More for the sub-key .* of Claude Code$/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Rotate its secret…' }).click();
  await lookInBothThemes(page, `${what}, rotate`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Revoke everything' }).click();
  await lookInBothThemes(page, `${what}, revoke everything`);
  await page.getByRole('button', { name: 'Cancel' }).click();
}

for (const width of [360, 810]) {
  test(`at ${width} pixels nothing sticks out and everything can be read, light and dark`, async ({
    dashboard: page,
    purser,
    provider,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await lookInBothThemes(page, `${width} empty`);
    await fill(purser, () => provider.setScript({ fault: 'server-error' }));
    await expect(page.getByTestId('request')).toHaveCount(3);
    await expect(page.locator('.recharts-bar-rectangle path').first()).toBeVisible();
    await lookInBothThemes(page, `${width} filled`);
    await lookAtDialogs(page, `${width} filled`);
  });
}

test('the keyboard alone: every control has a name and shows its focus, dialogs keep it and give it back', async ({
  dashboard: page,
  purser,
  provider,
}) => {
  await fill(purser, () => provider.setScript({ fault: 'server-error' }));
  await expect(page.getByTestId('request')).toHaveCount(3);
  for (const control of [...(await page.getByRole('button').all()), ...(await page.getByRole('radio').all())])
    await expect(control).toHaveAccessibleName(/\w/);

  const unseen: string[] = [];
  const seen = new Set<string>();
  for (let focus = await tabOn(page); focus && seen.size < 60; focus = await tabOn(page)) {
    if (!focus.visible) unseen.push(focus.name);
    seen.add(focus.name);
  }
  expect(unseen).toEqual([]);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'Agents',
      'Pause everything',
      'Revoke everything',
      'Issue sub-key',
      'Pause Claude Code',
      'Export CSV',
      'All requests',
    ]),
  );

  await goTo(page, 'Provider keys');
  for (const name of ['Issue sub-key', 'Add provider key']) {
    const opener = page.getByRole('button', { name }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    await expect(dialog.locator('input:focus')).toHaveCount(1);
    for (const control of await dialog.locator('input:visible').all()) await expect(control).toHaveAccessibleName(/\w/);
    for (let pressed = 0; pressed < 12; pressed += 1) {
      const focus = await tabOn(page);
      // Undefined: the browser's own buttons come round before the dialog's first one.
      expect(focus === undefined || (focus.inDialog && focus.visible), focus?.name).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  }
});
