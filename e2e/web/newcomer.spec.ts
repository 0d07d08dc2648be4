import Anthropic from '@anthropic-ai/sdk';
import type { Page } from '@playwright/test';
import OpenAI from 'openai';
import { watchForArrival } from './arrival.ts';
import { expect, PROVIDER_KEY, test } from './fixtures.ts';
import { goTo } from './go-to.ts';
import { runJson } from './purser-process.ts';
import { startStream } from './running-stream.ts';

const ASK = {
  model: 'gpt-4o-mini',
  max_tokens: 400,
  messages: [{ role: 'user', content: 'Hello' }],
} satisfies OpenAI.ChatCompletionCreateParamsNonStreaming;

async function addProvider(page: Page, kind: 'OpenAI' | 'Anthropic', baseUrl: string): Promise<void> {
  await page.getByRole('button', { name: 'Add provider key' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add provider key' });
  await dialog.getByLabel('Provider').selectOption({ label: kind });
  await dialog.getByLabel(`${kind} key`).fill(PROVIDER_KEY);
  await dialog.getByText('Other name or address').click();
  await dialog.getByLabel('Base URL').fill(baseUrl);
  await dialog.getByRole('button', { name: 'Add key' }).click();
  await expect(dialog).toBeHidden();
}

/** Issues a sub-key in the page and copies it. @returns what the clipboard holds */
async function issueSubKey(page: Page, agent: string, cap: string): Promise<string> {
  await page.getByRole('button', { name: 'Issue sub-key' }).first().click();
  const form = page.getByRole('dialog', { name: 'Issue sub-key' });
  await form.getByLabel('Agent', { exact: true }).fill(agent);
  await form.getByLabel('Cap in dollars').fill(cap);
  await form.getByRole('button', { name: 'Issue sub-key' }).click();

  const issued = page.getByRole('dialog', { name: `Sub-key for ${agent}` });
  const shown = await issued.getByTestId('issued-key').innerText();
  // Something would be lost: Escape does not close it.
  await page.keyboard.press('Escape');
  await issued.getByRole('button', { name: 'Copy the sub-key' }).click();
  await expect(issued.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  await issued.getByRole('button', { name: 'Done' }).click();
  await expect(issued).toBeHidden();
  expect(await page.content()).not.toContain(shown);
  return shown;
}

test('a newcomer’s whole way: key, sub-key, a real SDK, the money on the page, revoke', async ({
  dashboard: page,
  purser,
  provider,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(page.getByRole('heading', { name: 'Give every AI tool its own allowance' })).toBeVisible();
  await addProvider(page, 'OpenAI', provider.openaiBaseUrl);
  await goTo(page, 'Keys');
  await addProvider(page, 'Anthropic', provider.anthropicBaseUrl);
  await expect(page.getByTestId('provider')).toHaveCount(2);
  expect(await page.content()).not.toContain(PROVIDER_KEY);
  await goTo(page, 'Overview');
  const key = await issueSubKey(page, 'Claude Code', '0.05');
  await expect(page.getByText('Waiting for the first request')).toBeVisible();

  const client = new OpenAI({ baseURL: `${purser.url}/openai/v1`, apiKey: key, maxRetries: 0 });
  provider.setScript({ inputTokens: 100, outputTokens: 20 });
  await client.chat.completions.create(ASK);
  await expect(page.getByTestId('first-cost')).toHaveText('$0.000027');
  await page.getByRole('button', { name: 'Open the overview' }).click();

  provider.setScript({ inputTokens: 40_000, outputTokens: 300 });
  const waits: number[] = [];
  for (let sent = 0; sent < 4; sent += 1) {
    const arrival = await watchForArrival(page);
    await client.chat.completions.create(ASK);
    const repliedAt = Date.now();
    const { rowAt, barAt } = await arrival();
    waits.push(Math.max(rowAt, barAt) - repliedAt);
  }
  console.log(`From the SDK's reply to row and bar: ${waits.map((wait) => `${wait} ms`).join(', ')}.`);

  // 4 x (40,000 x $0.15 + 300 x $0.60 per million) = $0.02472, and the first one
  expect(provider.bill()).toBe(24_720_000 + 27_000);
  await expect(page.getByTestId('spent-today')).toHaveText('$0.02');
  const row = page.getByTestId('request').first();
  await expect(row).toContainText('Claude Code');
  await expect(row).toContainText('gpt-4o-mini');
  await expect(row).toContainText('$0.0062');
  await goTo(page, 'Agents');
  const cap = page.getByTestId('agent').getByRole('progressbar');
  await expect(cap).toHaveAttribute('aria-valuenow', '49');
  await expect(cap).toHaveAccessibleName('$0.02 of $0.05 today');

  // The same sub-key in another provider's SDK.
  const anthropic = new Anthropic({ baseURL: `${purser.url}/anthropic`, apiKey: key, maxRetries: 0 });
  await goTo(page, 'Requests');
  provider.setScript({ inputTokens: 100, outputTokens: 20 });
  await anthropic.messages.create({ model: 'claude-haiku-4-5', max_tokens: 100, messages: ASK.messages });
  await expect(page.getByTestId('request').first()).toContainText('claude-haiku-4-5');

  provider.setScript({ inputTokens: 100, outputTokens: 400, tokenMs: 50 });
  const stream = await startStream(client, ASK);
  await goTo(page, 'Agents');
  await expect(page.getByText('held by running requests')).toBeVisible();
  await page.getByRole('button', { name: /^Revoke the sub-key/ }).click();
  const said = page.getByText(/is revoked\. 1 running request cut in [\d.]+ m?s\./);
  await expect(said).toBeVisible();
  console.log(await said.innerText());
  await stream.ended;
  expect(stream.chunks()).toBeLessThan(300);
  await expect.poll(() => provider.openStreams).toBe(0);
  await expect(client.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });
  await goTo(page, 'Requests');
  await expect(page.getByTestId('request').first()).toContainText('Cut');

  const usage = runJson(purser.dataFolder, 'usage');
  const spent: unknown = Reflect.get(Reflect.get(Object(usage), 'total'), 'nanodollars');
  expect(spent).toBeGreaterThanOrEqual(provider.bill());
});
