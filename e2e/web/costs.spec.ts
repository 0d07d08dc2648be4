import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { findBarriers } from './axe.ts';
import { expect, test } from './fixtures.ts';
import type { Purser } from './fixtures.ts';
import { goTo } from './go-to.ts';

/** Two agents, two models, one conversation: what the table tells apart. */
async function work(purser: Purser): Promise<void> {
  const claude = await purser.allowance('Claude Code', '5/day');
  const codex = await purser.allowance('Codex', '5/day');
  const messages = [{ role: 'user' as const, content: 'Hello' }];
  const ask = (client: typeof codex.client, model: string, session?: string) =>
    client.chat.completions.create(
      { model, max_tokens: 100, messages },
      { headers: session === undefined ? {} : { 'session-id': session } },
    );
  await ask(claude.client, 'gpt-4o');
  await ask(claude.client, 'gpt-4o-mini');
  await ask(codex.client, 'gpt-4o-mini', 'a-long-conversation');
  await ask(codex.client, 'gpt-4o-mini', 'a-long-conversation');
}

const rows = (page: Page): Promise<readonly string[]> =>
  page.getByTestId('cost-row').evaluateAll((found) => found.map((row) => row.querySelector('bdi')?.textContent ?? ''));

test('a table of costs: grouped, sorted, its columns chosen; back, reload and a bookmark keep it all', async ({
  dashboard: page,
  purser,
}) => {
  await work(purser);
  await goTo(page, 'Costs');
  await expect.poll(() => rows(page)).toEqual(['gpt-4o', 'gpt-4o-mini']);
  await expect(page.getByTestId('cost-total')).toContainText('4');
  await expect(page.getByRole('columnheader', { name: 'Cost' })).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('button', { name: 'Requests', exact: true }).click();
  await expect.poll(() => rows(page)).toEqual(['gpt-4o-mini', 'gpt-4o']);
  await page.getByRole('radio', { name: 'Conversation' }).check({ force: true });
  await expect.poll(() => rows(page)).toEqual(['No conversation', 'a-long-conversation']);
  // By keyboard: a column less.
  await page.getByRole('button', { name: 'Columns' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Cached' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Cached' })).toHaveCount(0);
  await page.getByLabel('Dates', { exact: true }).selectOption('All time');
  const bookmark = page.url();
  expect(bookmark).toContain('#/costs?by=session&range=all&sort=-requests&columns=cost');
  await page.reload();
  await expect.poll(() => rows(page)).toEqual(['No conversation', 'a-long-conversation']);
  await expect(page.getByLabel('Dates', { exact: true })).toHaveValue('all');
  await page.goBack();
  await expect(page.getByLabel('Dates', { exact: true })).toHaveValue('month');
  await page.goBack();
  await expect(page.getByRole('columnheader', { name: 'Cached' })).toBeVisible();
  await page.goBack();
  await expect.poll(() => rows(page)).toEqual(['gpt-4o-mini', 'gpt-4o']);
  // An agent leads to what it used.
  await page.getByRole('radio', { name: 'Agent', exact: true }).check({ force: true });
  await page.getByRole('link', { name: 'Codex' }).click();
  await expect.poll(() => rows(page)).toEqual(['gpt-4o-mini']);
  await expect(page.getByLabel('Agent', { exact: true }).last()).toHaveValue(/^agt_/);
});

test('days are picked on a calendar, by the keyboard; a day of the month is a link', async ({
  dashboard: page,
  purser,
}) => {
  await work(purser);
  await goTo(page, 'Costs');
  const today = page.locator('.cost-day[aria-current=date]');
  await expect(today).toHaveAttribute('aria-label', /4 requests$/);
  await today.click();
  await expect(page).toHaveURL(/since=(\d{4}-\d\d-\d\d)&until=\1$/);
  await expect.poll(() => rows(page)).toEqual(['gpt-4o', 'gpt-4o-mini']);
  await expect(page.getByText('A forecast appears after a week of use.')).toBeVisible();
  // Opens on the chosen day: a week before up to it.
  await page.locator('.range-opener').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Choose dates' });
  await expect(dialog).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const { searchParams } = new URL(page.url().replace('#/', ''));
  const [since, until] = [searchParams.get('since') ?? '', searchParams.get('until') ?? ''];
  expect(Date.parse(until) - Date.parse(since)).toBe(7 * 86_400_000);
  await page.getByLabel('Dates', { exact: true }).selectOption('Yesterday');
  await expect(page.getByText('No requests finished in this time.')).toBeVisible();
  await page.getByRole('link', { name: 'Show all time' }).click();
  await expect.poll(() => rows(page)).toHaveLength(2);
});

test('the table is saved as a file, with the dates of the person’s own clock', async ({ dashboard: page, purser }) => {
  await work(purser);
  await goTo(page, 'Costs');
  await expect.poll(() => rows(page)).toHaveLength(2);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const [head, first, ...others] = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(head).toBe(
    'from,to,Model,usd,requests,input tokens,cached tokens,output tokens,cache hit rate,usd per request,change',
  );
  expect(first).toMatch(/^\d{4}-\d\d-01T00:00:00[+-]\d\d:\d\d,\d{4}-\d\d-01T00:00:00[+-]\d\d:\d\d,gpt-4o,0\.\d+,1,/);
  expect(others).toHaveLength(2);
});

test('the chart keeps its range, its grouping and what it shows alone in the address', async ({
  dashboard: page,
  purser,
}) => {
  await work(purser);
  await expect(page.getByRole('heading', { level: 2, name: /in the last/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Week', exact: true }).check({ force: true });
  await page.getByRole('radio', { name: 'Model', exact: true }).check({ force: true });
  await page.getByRole('button', { name: /^gpt-4o-mini/ }).click();
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await expect(page).toHaveURL(/#\/overview\?range=week&by=model&only=gpt-4o-mini&as=table$/);
  await page.reload();
  await expect(page.getByRole('table', { name: 'Spend as a table' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^gpt-4o-mini/ })).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Week', exact: true })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Agent', exact: true })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Week', exact: true })).not.toBeChecked();
});
