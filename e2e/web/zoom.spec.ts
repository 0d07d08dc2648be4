import type { Page } from '@playwright/test';
import { findBarriers } from './axe.ts';
import { expect } from './fixtures.ts';
import { goTo, PAGES } from './go-to.ts';
import { findCutOff, findOverflow } from './looks.ts';
import { test } from './still-page.ts';

const WINDOW = { width: 1100, height: 720 };
const ACTIONS = ['Pause everything', 'Revoke everything', 'Issue sub-key'] as const;

async function expectAllThere(page: Page, what: string): Promise<void> {
  expect.soft(await findOverflow(page), what).toEqual([]);
  expect.soft(await findCutOff(page), what).toEqual([]);
}

for (const percent of [100, 125, 150, 175, 200]) {
  const factor = percent / 100;
  test.describe(`at ${percent} %`, () => {
    // A browser's zoom: fewer, larger pixels of the page in the same window.
    test.use({
      viewport: { width: Math.floor(WINDOW.width / factor), height: Math.floor(WINDOW.height / factor) },
      deviceScaleFactor: factor,
    });

    test('every page is whole, and what one does there can be reached', async ({ look, working }) => {
      const page = await look(working);
      for (const name of PAGES) {
        await goTo(page, name);
        await expectAllThere(page, name);
        for (const action of ACTIONS) await page.getByRole('button', { name: action }).first().click({ trial: true });
        if (percent === 200) expect.soft(await findBarriers(page), name).toEqual([]);
      }
      await page.getByRole('button', { name: 'Issue sub-key' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Issue sub-key' });
      await dialog.getByText('Expiry, models and more').click();
      await expectAllThere(page, 'a dialog');
      await dialog.getByRole('button', { name: 'Issue sub-key' }).click({ trial: true });
      await dialog
        .getByRole('button', { name: /Close|Cancel/ })
        .first()
        .click();
      await expect(dialog).toBeHidden();
    });
  });
}
