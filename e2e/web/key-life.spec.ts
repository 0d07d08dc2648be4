import type { Locator, Page } from '@playwright/test';
import type OpenAI from 'openai';
import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';

const ASK = {
  model: 'gpt-4o-mini',
  max_tokens: 400,
  messages: [{ role: 'user', content: 'Hello' }],
} satisfies OpenAI.ChatCompletionCreateParamsNonStreaming;

/** Opens the rotate dialog of the only sub-key. */
async function openRotate(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^More for the sub-key/ }).click();
  await page.getByRole('menuitem', { name: 'Rotate its secret…' }).click();
  return page.getByRole('dialog', { name: /^Rotate …/ });
}

/** Reads the new secret where it is shown, and closes it. */
async function takeSecret(page: Page): Promise<string> {
  const key = await page.getByTestId('issued-key').innerText();
  await page.getByRole('button', { name: 'I have saved it' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.content()).not.toContain(key);
  return key;
}

test('rotate: for a while both secrets work, the page says the old one is in use, then only the new one works', async ({
  dashboard: page,
  purser,
}) => {
  const { client: old, key } = await purser.allowance('Claude Code', '1/day');
  await goTo(page, 'Agents');
  const subKey = page.getByTestId('sub-key');
  await expect(subKey).toContainText(`…${key.slice(-4)}`);

  const dialog = await openRotate(page);
  await expect(dialog.getByLabel('24 hours')).toBeChecked();
  await dialog.getByText('1 hour').click();
  await dialog.getByRole('button', { name: 'Rotate', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'New secret for Claude Code' })).toContainText(
    'The old secret works until',
  );
  const next = await takeSecret(page);
  expect(next).not.toBe(key);
  await expect(subKey).toContainText(`…${next.slice(-4)}`);
  await expect(subKey).toContainText('The old secret works until');

  const fresh = old.withOptions({ apiKey: next });
  await fresh.chat.completions.create(ASK);
  await expect(page.getByTestId('agent')).toContainText('1 request');
  await expect(subKey.getByText(/^Old one still used/)).toHaveCount(0);
  await old.chat.completions.create(ASK);
  await expect(subKey.getByText('Old one still used just now')).toBeVisible();
  // Both spend from the same caps.
  await expect(page.getByTestId('agent')).toContainText('2 requests');

  const again = await openRotate(page);
  await again.getByText('Not at all').click();
  await again.getByRole('button', { name: 'Rotate', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'New secret for Claude Code' })).toContainText(
    'The old secret has stopped working.',
  );
  const last = await takeSecret(page);
  await expect(fresh.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });
  await old.withOptions({ apiKey: last }).chat.completions.create(ASK);
});

test('a sub-key with two caps, an end and a list of models is issued in the page, and keeps to them', async ({
  dashboard: page,
  purser,
}) => {
  const { client } = await purser.allowance('Codex', '1/day');
  await page.getByRole('button', { name: 'Issue sub-key' }).first().click();
  const form = page.getByRole('dialog', { name: 'Issue sub-key' });
  await form.getByLabel('Agent', { exact: true }).fill('Nightly eval');
  await form.getByRole('button', { name: 'Add another cap' }).click();
  await expect(form.getByLabel('Cap 2 in dollars')).toBeFocused();
  await form.getByLabel('Cap 2 in dollars').fill('2');
  await form.getByLabel('Window of cap 2').selectOption('in any 24 hours');
  await form.getByText('Expiry, models and more').click();
  await form.getByLabel('Expires').selectOption('In 8 hours');
  await form.getByLabel('Only these models').fill('gpt-4o-*');
  await form.getByRole('button', { name: 'Issue sub-key' }).click();
  await expect(page.getByRole('dialog', { name: 'Sub-key for Nightly eval' })).toContainText(
    'Capped at $5.00 a day and $2.00 in any 24 hours, only gpt-4o-*. Works until',
  );
  const tool = client.withOptions({ apiKey: await takeSecret(page) });

  await goTo(page, 'Agents');
  const agent = page.getByTestId('agent').filter({ hasText: 'Nightly eval' });
  // The caps are the agent's: a second sub-key is no second budget.
  await expect(agent.getByRole('progressbar')).toHaveCount(2);
  await expect(agent).toContainText('of $2.00 in the last 24 hours');
  const subKey = agent.getByTestId('sub-key');
  await expect(subKey.getByRole('progressbar')).toHaveCount(0);
  await expect(subKey).toContainText('Only gpt-4o-*');
  await expect(subKey).toContainText('Works until');
  await tool.chat.completions.create(ASK);
  await expect(tool.chat.completions.create({ ...ASK, model: 'gpt-5' })).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('gpt-5'),
  });

  const [issued] = await purser.ask(async (gateway) =>
    (await gateway.keys.list()).filter((one) => one.agent === 'Nightly eval'),
  );
  const hours = ((issued?.policy.expiresAt ?? 0) - (issued?.createdAt ?? 0)) / 3_600_000;
  expect(hours).toBeCloseTo(8, 1);
});
