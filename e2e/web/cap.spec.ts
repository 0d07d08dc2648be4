import type OpenAI from 'openai';
import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';

const ASK = { model: 'gpt-4o-mini', max_tokens: 400, messages: [{ role: 'user', content: 'Hello' }] } satisfies OpenAI.ChatCompletionCreateParamsNonStreaming;

test('a cap that is hit: the SDK is refused for good, and the page shows the cap as used up', async ({ dashboard: page, purser, provider }) => {
  const { client } = await purser.allowance('Runaway', '0.01/day');
  // $0.0048 each: two fit, and what is left cannot pay for a third that is this long.
  provider.setScript({ inputTokens: 31_000, outputTokens: 250 });
  await client.chat.completions.create(ASK);
  await client.chat.completions.create(ASK);
  const tooMuch = client.chat.completions.create({ ...ASK, messages: [{ role: 'user', content: 'word '.repeat(24_000) }] });
  await expect(tooMuch).rejects.toMatchObject({ status: 403, message: expect.stringContaining('Runaway') });
  await tooMuch.catch((error: unknown) => console.log(String(error)));

  expect(provider.requests).toHaveLength(2);
  await goTo(page, 'Agents');
  const subKey = page.getByTestId('sub-key');
  await expect(subKey.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '96');
  await expect(subKey.getByRole('progressbar')).toHaveClass(/cap-full/);
  await expect(subKey).toContainText('Requests that may cost more than what is left are refused.');
  await expect(subKey).toContainText(/\$0\.000\d+ left, resets at/);
  await goTo(page, 'Requests');
  await expect(page.getByTestId('request')).toHaveCount(2);
  expect(provider.bill()).toBeLessThanOrEqual(10_000_000);

  await goTo(page, 'Agents');
  await subKey.getByRole('button', { name: 'issue another sub-key' }).click();
  await expect(page.getByRole('dialog', { name: 'Issue sub-key' }).getByLabel('Agent')).toHaveValue('Runaway');
});

test('pausing everything cuts what runs and refuses the rest, until it is resumed', async ({ dashboard: page, purser, provider }) => {
  const { client } = await purser.allowance('Claude Code', '1/day');
  provider.setScript({ inputTokens: 100, outputTokens: 400, tokenMs: 50 });
  const stream = await client.chat.completions.create({ ...ASK, stream: true });
  let chunks = 0;
  const running = (async () => {
    for await (const chunk of stream) chunks += chunk.choices.length;
  })().catch(() => undefined);
  await expect.poll(() => chunks).toBeGreaterThan(3);

  await page.getByRole('button', { name: 'Pause everything' }).click();
  await running;
  await expect(page.getByText('Everything is paused. Every request is refused until you resume.')).toBeVisible();
  await goTo(page, 'Agents');
  await expect(page.getByTestId('agent').getByText('Paused')).toBeVisible();
  await expect.poll(() => provider.openStreams).toBe(0);
  await expect(client.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });

  await page.getByRole('button', { name: 'Resume everything' }).click();
  await expect(page.getByText('Everything is paused')).toHaveCount(0);
  provider.setScript({ inputTokens: 100, outputTokens: 5 });
  expect((await client.chat.completions.create(ASK)).choices[0]?.finish_reason).toBe('stop');
});

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
