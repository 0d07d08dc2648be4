import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';

test('settings are kept by the gateway: another door sees them, and a page that is opened anew', async ({
  dashboard: page,
  purser,
}) => {
  await goTo(page, 'Settings');
  await page.getByRole('radio', { name: '24 hours' }).check({ force: true });
  await page.getByLabel('Amounts of money').selectOption({ label: '1.234,50 $' });
  await page.getByRole('checkbox', { name: 'Changed prices' }).uncheck();
  await page.getByRole('checkbox', { name: '90%' }).check();
  await page.getByRole('checkbox', { name: 'Keep quiet' }).check();
  await expect
    .poll(() => purser.ask((gateway) => gateway.settings.get()))
    .toMatchObject({
      clock: 'h24',
      money: 'comma',
      notifications: { muted: ['prices'], capLevels: [50, 80, 100, 90], quiet: { from: 1_320, to: 420 } },
    });
  await page.reload();
  await expect(page.getByRole('radio', { name: '24 hours' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Changed prices' })).not.toBeChecked();
  // Amounts are written so on every page.
  await purser.allowance('Claude Code', '5/day');
  await goTo(page, 'Agents');
  await expect(page.getByText(/5,00\s\$/).first()).toBeVisible();
  // What only a desktop can do is not offered.
  await goTo(page, 'Settings');
  await expect(page.getByText('Start at login')).toHaveCount(0);
});

test('a new sub-key begins with the caps of the settings', async ({ dashboard: page, purser }) => {
  await purser.allowance('Claude Code', '5/day');
  await goTo(page, 'Settings');
  await page.getByLabel('Cap in dollars').fill('2.50');
  await page.getByRole('button', { name: 'Save caps' }).click();
  await expect.poll(async () => (await purser.ask((gateway) => gateway.settings.get())).newKeys.caps).toHaveLength(1);
  await page.reload();
  await page.getByRole('button', { name: 'Issue sub-key' }).first().click();
  await expect(page.getByRole('dialog').getByLabel('Cap in dollars')).toHaveValue('2.50');
});

test('history is deleted after a question; what was spent still counts', async ({ dashboard: page, purser }) => {
  const { client } = await purser.allowance('Claude Code', '5/day');
  await client.chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 50,
    messages: [{ role: 'user', content: 'Hello' }],
  });
  await expect.poll(() => purser.ask((gateway) => gateway.usage.recent({}))).toHaveLength(1);
  const spent = async (): Promise<number | undefined> =>
    (await purser.ask((gateway) => gateway.keys.list()))[0]?.caps[0]?.spent;
  const before = await spent();
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Delete all history' }).click();
  const question = page.getByRole('dialog', { name: 'Delete all history?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await purser.ask((gateway) => gateway.usage.recent({}))).toHaveLength(1);
  await page.getByRole('button', { name: 'Delete all history' }).click();
  await question.getByRole('button', { name: 'Delete all history' }).click();
  await expect(page.getByText('History deleted: 1 request.')).toBeVisible();
  expect(await purser.ask((gateway) => gateway.usage.recent({}))).toEqual([]);
  expect(await spent()).toBe(before);
});

test('the licences of what is built in are there, and single keys lead everywhere', async ({ dashboard: page }) => {
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list.getByText('Go to Settings')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.getByRole('button', { name: 'Show licences' }).click();
  await expect(page.getByRole('dialog').getByText(/react-aria-components \d/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
});
