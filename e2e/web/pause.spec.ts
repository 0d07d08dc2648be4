import type OpenAI from 'openai';
import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';

const ASK = {
  model: 'gpt-4o-mini',
  max_tokens: 400,
  messages: [{ role: 'user', content: 'Hello' }],
} satisfies OpenAI.ChatCompletionCreateParamsNonStreaming;

test('one agent is paused without the other', async ({ dashboard: page, purser }) => {
  const first = await purser.allowance('Claude Code', '1/day');
  const second = await purser.allowance('Codex', '1/day');
  await goTo(page, 'Agents');
  await page.getByRole('button', { name: 'Pause Claude Code' }).click();
  await expect(page.getByRole('button', { name: 'Resume Claude Code' })).toBeVisible();
  await expect(first.client.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });
  await second.client.chat.completions.create(ASK);
  await goTo(page, 'Requests');
  await expect(page.getByTestId('request')).toContainText('Codex');
  await goTo(page, 'Agents');
  await page.getByRole('button', { name: 'Resume Claude Code' }).click();
  await expect(page.getByRole('button', { name: 'Pause Claude Code' })).toBeVisible();
  await first.client.chat.completions.create(ASK);
});
