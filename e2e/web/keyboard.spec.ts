import type { Locator, Page } from '@playwright/test';
import { expect, PROVIDER_KEY, test } from './fixtures.ts';

/** Farther than any control of a page. */
const MOST_TABS = 150;

/** Presses Tab until the control has the focus, as somebody does who has no mouse. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MOST_TABS} times Tab did not lead to ${String(control)}.`);
}

async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** Nobody should have to begin at the top of the page again. */
async function expectFocusKept(page: Page, after: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement === document.body), `the focus is lost after: ${after}`)
    .toBe(false);
}

test('a sub-key is issued, paused, raised and revoked with the keyboard alone', async ({
  dashboard: page,
  purser,
  provider,
}) => {
  await purser.ask((gateway) =>
    gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY }),
  );
  await press(page, page.getByRole('button', { name: 'Issue sub-key' }).first());
  const form = page.getByRole('dialog', { name: 'Issue sub-key' });
  await tabTo(page, form.getByLabel('Agent', { exact: true }));
  await page.keyboard.type('Nightly eval');
  await tabTo(page, form.getByLabel('Cap in dollars'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  const issued = page.getByRole('dialog', { name: 'Sub-key for Nightly eval' });
  await press(page, issued.getByRole('button', { name: 'I have saved it' }));
  await expect(issued).toBeHidden();
  await expectFocusKept(page, 'the sub-key was shown');

  await press(page, page.getByRole('link', { name: 'Agents', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'Agents' })).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Pause Nightly eval' }));
  await expect(page.getByRole('button', { name: 'Resume Nightly eval' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Pause Nightly eval' })).toBeFocused();

  await press(page, page.getByRole('button', { name: 'More for Nightly eval' }));
  const raise = page.getByRole('menuitem', { name: 'Raise $2.00 a day by $2.00 for today' });
  await expect(raise).toBeVisible();
  await page.keyboard.type('Raise');
  await expect(raise).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('agent')).toContainText('raised by $2.00 for today');
  await expectFocusKept(page, 'the cap was raised');

  await press(page, page.getByRole('button', { name: /^Revoke the sub-key/ }));
  await expect(page.getByText(/is revoked\. No request was running\./)).toBeVisible();
  await expectFocusKept(page, 'the sub-key was revoked');
  expect(await purser.ask((gateway) => gateway.keys.list())).toMatchObject([
    { agent: 'Nightly eval', state: 'revoked', caps: [] },
  ]);
  expect(await purser.ask((gateway) => gateway.agents.list())).toMatchObject([
    { name: 'Nightly eval', caps: [{ raisedBy: 2_000_000_000 }] },
  ]);
});
