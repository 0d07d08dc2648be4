import { readFile } from 'node:fs/promises';
import type OpenAI from 'openai';
import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';

const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: 'Hello' }];

test('requests are found and arrive live; one is opened: what it used, at which price, and why it ended', async ({
  dashboard: page,
  purser,
  provider,
}) => {
  const first = await purser.allowance('Claude Code', '5/day');
  const second = await purser.allowance('Codex', '5/day');
  provider.setScript({ inputTokens: 40_000, outputTokens: 300 });
  await first.client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 400, messages });
  await second.client.chat.completions.create({ model: 'gpt-4o', max_tokens: 400, messages });
  await goTo(page, 'Requests');
  const rows = page.getByTestId('request');
  await expect(rows).toHaveCount(2);

  await page.getByRole('searchbox', { name: 'Search' }).fill('claude');
  await expect(rows).toHaveCount(1);
  await expect(page.getByText('1 found. That is all.')).toBeVisible();
  // A request that settles meanwhile is listed when it matches, and only then.
  await first.client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 400, messages });
  await second.client.chat.completions.create({ model: 'gpt-4o', max_tokens: 400, messages });
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(rows).toHaveCount(4);
  await page.getByLabel('Model', { exact: true }).selectOption('gpt-4o');
  await expect(rows).toHaveCount(2);

  await page.getByRole('grid', { name: 'Requests' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const detail = page.getByRole('complementary', { name: 'The opened request' });
  await expect(detail).toContainText('The provider said what was used.');
  await expect(detail.getByRole('row', { name: /Input 40,000 \$2\.50 \$0\.1000/ })).toBeVisible();
  await expect(detail.getByRole('row', { name: /Output 300 \$10\.00 \$0\.0030/ })).toBeVisible();
  // 40,000 x $2.50 + 300 x $10 per million
  await expect(detail).toContainText('$0.1030');
  await page.keyboard.press('Escape');
  await expect(detail).toBeHidden();
});

test('a cost is corrected: its row says so, and caps and sums follow', async ({
  dashboard: page,
  purser,
  provider,
}) => {
  const { client } = await purser.allowance('Claude Code', '5/day');
  provider.setScript({ inputTokens: 40_000, outputTokens: 300 });
  await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 400, messages });
  await goTo(page, 'Requests');
  const row = page.getByTestId('request');
  await row.click();
  const detail = page.getByRole('complementary', { name: 'The opened request' });
  await detail.getByRole('button', { name: 'Correct this cost…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What did it really cost?' });
  // 40,000 x $2.50 + 300 x $10 per million
  await expect(dialog.getByLabel('Cost in dollars')).toHaveValue('0.103');
  await dialog.getByLabel('Cost in dollars').fill('2.5');
  await dialog.getByRole('button', { name: 'Set cost' }).click();
  await expect(dialog).toBeHidden();
  await expect(detail).toContainText('Corrected. You set this cost.');
  await expect(row).toContainText('set by you $2.5000');
  await goTo(page, 'Agents');
  await expect(page.getByTestId('sub-key')).toContainText('$2.50 of $5.00 today');
  await goTo(page, 'Overview');
  await expect(page.getByRole('heading', { name: /^\$2\.50 in the last/ })).toBeVisible();
  await goTo(page, 'Audit');
  await expect(page.getByTestId('audit-entry').first()).toContainText('A cost was corrected');
});

test('caps and rules of an agent are set in the page, hold at once, and can be undone', async ({
  dashboard: page,
  purser,
}) => {
  const { client } = await purser.allowance('Claude Code', '5/day');
  await goTo(page, 'Agents');
  await page.getByRole('button', { name: 'More for Claude Code' }).click();
  await page.getByRole('menuitem', { name: 'Caps and rules of the agent…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Caps and rules of Claude Code' });
  await dialog.getByRole('button', { name: 'Add a cap' }).click();
  await dialog.getByLabel('Cap in dollars').fill('3');
  await dialog.getByText('Models and providers').click();
  await dialog.getByLabel('Never these models').fill('gpt-4o');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const agent = page.getByTestId('agent');
  await expect(agent).toContainText('of $3.00 today');
  await expect(agent).toContainText('Never gpt-4o');
  await expect(client.chat.completions.create({ model: 'gpt-4o', messages })).rejects.toMatchObject({ status: 403 });
  await client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 50, messages });

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(agent).not.toContainText('Never gpt-4o');
  await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 50, messages });
});

test('the record is verified in the page, and says when it was changed', async ({ dashboard: page, purser }) => {
  await purser.allowance('Claude Code', '5/day');
  await goTo(page, 'Audit');
  await expect(page.getByTestId('audit-entry').first()).toContainText('Sub-key issued');
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByTestId('verdict')).toContainText(/Audit log verified: \d+ entries, unchanged\./);
});

test('the chart is told as a table, compared with the time before, and kept as a file', async ({
  dashboard: page,
  purser,
  provider,
}) => {
  const { client } = await purser.allowance('Claude Code', '5/day');
  provider.setScript({ inputTokens: 40_000, outputTokens: 300 });
  await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 400, messages });
  for (const range of ['15 min', 'Day', 'Week', 'Month', '3 months', 'Year']) {
    await page.getByRole('group', { name: 'Range of the chart' }).getByText(range, { exact: true }).click();
    await expect(page.getByRole('heading', { name: /^\$0\.10 in the last/ })).toBeVisible();
  }
  await page.getByText('Model', { exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'gpt-4o $0.10' })).toBeVisible();

  const saved = async (button: string): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    return readFile(await (await download).path());
  };
  expect((await saved('Export CSV')).toString()).toContain('from,gpt-4o,total\r\n');
  expect((await saved('Export PNG')).subarray(1, 4).toString()).toBe('PNG');
  await page.getByText('Table', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Spend as a table' }).getByRole('row')).toHaveCount(2);
});

test('a stretch of the chart is zoomed into with the pointer and with the keyboard, and left again', async ({
  dashboard: page,
  purser,
  provider,
}) => {
  const { client } = await purser.allowance('Claude Code', '5/day');
  provider.setScript({ inputTokens: 40_000, outputTokens: 300 });
  await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 400, messages });
  const title = page.locator('#chart-title');
  await page.getByRole('group', { name: 'Range of the chart' }).getByText('Week', { exact: true }).click();
  await expect(title).toHaveText('$0.10 in the last 7 days');

  // The last bar is today: a drag over it alone shows its quarter hours.
  const bars = await page.locator('.zoom-area').boundingBox();
  if (bars === null) throw new Error('the chart is not drawn');
  const [y, last] = [bars.y + bars.height / 2, bars.x + bars.width * (13 / 14)];
  await page.mouse.move(last - 15, y);
  await page.mouse.down();
  await page.mouse.move(last + 15, y, { steps: 3 });
  await page.mouse.up();
  const notes = page.locator('.chart-notes p');
  await expect(title).toHaveText('$0.10 in the chosen time');
  await expect(notes).toHaveText(/^\S+ \S+ \S+$/);
  const zoomOut = page.getByRole('button', { name: 'Zoom out' });
  await expect(zoomOut).toBeVisible();
  // A request that settles now is still counted.
  await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 400, messages });
  await expect(title).toHaveText(/^\$0\.21 /);
  await page.getByText('Table', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Spend as a table' }).getByRole('rowheader')).toHaveText(
    /, \d{1,2}:\d\d\s[AP]M to \d{1,2}:\d\d\s[AP]M$/,
  );
  await page.getByText('Chart', { exact: true }).click();

  // Keys begin where the pointer is, if it is over the chart.
  await page.mouse.move(0, 0);
  await page.locator('.spend-bars .recharts-surface').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('.spend-picked')).toHaveText(/, 12:00\sAM to 12:30\sAM\. Enter zooms in\.$/);
  await page.keyboard.press('Enter');
  await expect(notes).toHaveText(/, 12:00\sAM to 12:30\sAM$/);
  await page.keyboard.press('Escape');
  await expect(notes).toHaveText(/^\S+ \S+ \S+$/);
  await zoomOut.click();
  await expect(title).toHaveText('$0.21 in the last 7 days');
  await expect(zoomOut).toBeHidden();
  await expect(
    page.getByRole('group', { name: 'Range of the chart' }).getByRole('radio', { name: 'Week' }),
  ).toBeChecked();
});
