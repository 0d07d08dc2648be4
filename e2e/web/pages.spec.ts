import type { Page } from '@playwright/test';
import { nanodollarsOf } from '../../shared/money.ts';
import { findBarriers } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { goTo, PAGES } from './go-to.ts';
import { findOverflow } from './looks.ts';

async function lookInBothThemes(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await findBarriers(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

test('axe finds nothing on any page, in both themes, empty and at work', async ({ dashboard: page, purser }) => {
  test.slow();
  for (const name of PAGES) {
    await goTo(page, name);
    expect.soft(await findBarriers(page), `${name}, empty`).toEqual([]);
  }
  const { client } = await purser.allowance('Claude Code', '1/day', '5/total');
  const used = await purser.allowance('Codex', '0.0005/day');
  const messages = [{ role: 'user' as const, content: 'Hello' }];
  await client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 100, messages });
  await used.client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 1_000, messages });
  await used.client.chat.completions
    .create({ model: 'gpt-4o-mini', max_tokens: 1_000, messages })
    .catch(() => undefined);
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
    await goTo(page, name);
    await lookInBothThemes(page, name);
  }
});

test('a dialog, a menu and the palette have no barrier either', async ({ dashboard: page, purser }) => {
  await purser.allowance('Claude Code', '1/day');
  await goTo(page, 'Agents');
  await page.getByRole('button', { name: 'More for Claude Code' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await lookInBothThemes(page, 'menu');
  await page.getByRole('menuitem', { name: 'Caps and rules of the agent…' }).click();
  await expect(page.getByRole('dialog', { name: 'Caps and rules of Claude Code' })).toBeVisible();
  for (const part of await page.getByRole('dialog').locator('summary').all()) await part.click();
  await lookInBothThemes(page, 'policy');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Go to or do anything' })).toBeVisible();
  await lookInBothThemes(page, 'palette');
});

test('the palette: a page, a dialog and a pause without the mouse, and the pause undone', async ({
  dashboard: page,
  purser,
}) => {
  await purser.allowance('Claude Code', '1/day');
  const type = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Go to or do anything' })).toBeVisible();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await type('audit');
  await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
  await type('caps everything');
  const dialog = page.getByRole('dialog', { name: 'Caps and rules of everything' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await type('pause claude');
  await expect(page.getByText('Claude Code is paused.')).toBeVisible();
  await type('go agents');
  await page.getByRole('button', { name: 'Resume Claude Code' }).click();
  await page.getByRole('button', { name: 'Pause Claude Code' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Pause Claude Code' })).toBeVisible();
  expect(await purser.ask((gateway) => gateway.agents.list())).toMatchObject([{ paused: false }]);
});

for (const width of [640, 1100, 1440]) {
  test(`every page fits into ${width} pixels`, async ({ dashboard: page, purser }) => {
    await page.setViewportSize({ width, height: 720 });
    const { client } = await purser.allowance(
      'Averyveryverylongagentnamewithoutanyplacewhereitcouldbebr',
      '1234567.89/day',
      '7654321.09/total',
    );
    await client.chat.completions.create({
      model: 'gpt-4o-mini',
      max_tokens: 100,
      messages: [{ role: 'user', content: 'Hello' }],
    });
    for (const name of PAGES) {
      await goTo(page, name);
      expect.soft(await findOverflow(page), `${name} at ${width}`).toEqual([]);
    }
  });
}
