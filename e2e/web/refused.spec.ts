import { readFile } from 'node:fs/promises';
import type OpenAI from 'openai';
import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';

const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: 'Hello '.repeat(4_000) }];

test('a tool is refused: the list says so at once, by which rule and in which words, and counts its repeats', async ({
  dashboard: page,
  purser,
}) => {
  const { client } = await purser.allowance('Claude Code', '0.0001/day');
  await goTo(page, 'Requests');
  await expect(page.getByText('No requests yet. They appear here when they finish, or are refused.')).toBeVisible();
  const ask = () => client.chat.completions.create({ model: 'gpt-4o', max_tokens: 400, messages });
  await expect(ask()).rejects.toMatchObject({ status: 403 });
  const row = page.getByTestId('refused');
  await expect(row).toContainText('Refused: cap');
  await expect(ask()).rejects.toMatchObject({ status: 403 });
  await expect(row).toContainText('Refused: cap ×2');
  await expect(row).toHaveCount(1);
  await expect(page.getByTestId('sum')).toContainText('2refused');

  await row.click();
  const detail = page.getByRole('complementary', { name: 'The opened request' });
  await expect(detail).toContainText('Claude Code has used $0.00 of its $0.0001 for today');
  await expect(detail).toContainText('2 times');
  await page.keyboard.press('Escape');
  await expect(detail).toBeHidden();
  await expect(page.getByRole('grid', { name: 'Requests' })).toBeFocused();

  // It is still there for somebody who opens the page tomorrow.
  await page.reload();
  await expect(row).toContainText('Refused: cap ×2');
});

test('filters stand in the address: a link shows the same, and Back takes a choice back', async ({
  dashboard: page,
  purser,
}) => {
  const rich = await purser.allowance('Claude Code', '5/day');
  const poor = await purser.allowance('Codex', '0.0001/day');
  await rich.client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 50, messages });
  await poor.client.chat.completions.create({ model: 'gpt-4o', messages }).catch(() => undefined);
  await goTo(page, 'Requests');
  const settled = page.getByTestId('request');
  const refused = page.getByTestId('refused');
  await expect(settled).toHaveCount(1);
  await expect(refused).toHaveCount(1);
  await page.getByLabel('Outcome', { exact: true }).selectOption('refused');
  await expect(settled).toHaveCount(0);
  await expect(refused).toHaveCount(1);
  await expect.poll(() => new URL(page.url()).hash).toBe('#/requests?outcome=refused');
  await page.getByLabel('Time', { exact: true }).selectOption('yesterday');
  await expect(refused).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Open the audit log' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('yesterday');
  await page.goBack();
  await expect(refused).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(settled).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search' }).fill('claude');
  await expect(refused).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).hash).toBe('#/requests?text=claude');
  await page.getByLabel('Time', { exact: true }).selectOption('custom');
  for (const [end, typed] of [
    ['From', '010120201200A'],
    ['To', '020120201200A'],
  ] as const) {
    await page.getByRole('group', { name: end, exact: true }).getByRole('spinbutton').first().click();
    await page.keyboard.type(typed);
  }
  await expect(settled).toHaveCount(0);
});

test('what was found is kept as a file, row by row', async ({ dashboard: page, purser, provider }) => {
  const { client } = await purser.allowance('Claude Code', '5/day');
  provider.setScript({ inputTokens: 40_000, cacheReadTokens: 10_000, outputTokens: 300 });
  await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 400, messages });
  await client.chat.completions.create({ model: 'no-such-model', messages }).catch(() => undefined);
  await goTo(page, 'Requests');
  await expect(page.getByTestId('refused')).toHaveCount(1);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^purser-requests-\d{4}-\d\d-\d\d\.csv$/);
  const [head, first, second] = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(head).toContain('input tokens,of it from cache');
  expect(first).toContain('no-such-model,Refused,1,403,price,');
  expect(second).toContain(',gpt-4o,Served,1,200,,,40000,10000,0,300,');
});

test('a request that its provider failed says what was answered', async ({ dashboard: page, purser, provider }) => {
  const { client } = await purser.allowance('Claude Code', '5/day');
  provider.setScript({ fault: 'overloaded' });
  await client.chat.completions
    .create({ model: 'gpt-4o', max_tokens: 400, messages }, { maxRetries: 0 })
    .catch(() => undefined);
  await goTo(page, 'Requests');
  await page.getByTestId('request').click();
  const detail = page.getByRole('complementary', { name: 'The opened request' });
  await expect(detail).toContainText('What the provider answered');
  await expect(detail).toContainText('Overloaded');
  await expect(detail).toContainText('Nothing was used: the provider refused it, or never got it.');
});
