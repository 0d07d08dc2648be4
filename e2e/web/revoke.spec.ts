import type OpenAI from 'openai';
import { nanodollarsOf } from '../../shared/money.ts';
import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';
import { startStream } from './running-stream.ts';

const ASK = {
  model: 'gpt-4o-mini',
  max_tokens: 400,
  messages: [{ role: 'user', content: 'Hello' }],
} satisfies OpenAI.ChatCompletionCreateParamsNonStreaming;

test('the panic button: asks once, cuts the streams of real SDKs, and every sub-key is dead', async ({
  dashboard: page,
  purser,
  provider,
}) => {
  const first = await purser.allowance('Claude Code', '1/day');
  const second = await purser.allowance('Codex', '1/day');
  provider.setScript({ inputTokens: 100, outputTokens: 400, tokenMs: 50 });
  const streams = [await startStream(first.client, ASK), await startStream(second.client, ASK)];

  await page.getByRole('button', { name: 'Revoke everything' }).click();
  const question = page.getByRole('dialog', { name: 'Revoke everything?' });
  await expect(question).toContainText(
    'Ends all 2 sub-keys of 2 agents and cuts every running request. This cannot be undone',
  );
  // Enter in a hurry must not revoke, and neither does Escape.
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  expect(provider.openStreams).toBe(2);

  await page.getByRole('button', { name: 'Revoke everything' }).click();
  await question.getByRole('button', { name: 'Revoke 2 sub-keys' }).click();
  const result = page.getByTestId('revoked');
  await expect(result).toHaveText(/^Revoked 2 sub-keys, cut 2 running requests in [\d.]+ m?s\.$/);
  console.log(await result.innerText());
  await Promise.all(streams.map(({ ended }) => ended));
  for (const { chunks } of streams) expect(chunks()).toBeLessThan(300);
  await expect.poll(() => provider.openStreams).toBe(0);
  for (const { client } of [first, second])
    await expect(client.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });

  await page.getByRole('button', { name: 'Done' }).click();
  await goTo(page, 'Agents');
  await expect(page.getByText('No usable sub-key (1 revoked).')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Revoke everything' })).toHaveCount(0);
});

test('all sub-keys of one agent, and nobody else’s', async ({ dashboard: page, purser }) => {
  const { client } = await purser.allowance('Codex', '1/day');
  const { key } = await purser.ask((gateway) =>
    gateway.keys.issue({ agent: 'Codex', caps: [{ window: 'total', amount: nanodollarsOf(1_000_000_000) }] }),
  );
  const calm = await purser.allowance('Claude Code', '1/day');

  await goTo(page, 'Agents');
  await page.getByRole('button', { name: 'More for Codex' }).click();
  await page.getByRole('menuitem', { name: 'Revoke all its sub-keys…' }).click();
  const question = page.getByRole('dialog', { name: 'Revoke all sub-keys of Codex?' });
  await question.getByRole('button', { name: 'Revoke 2 sub-keys' }).click();
  await expect(page.getByTestId('revoked')).toHaveText('Revoked 2 sub-keys. No request was running.');
  await page.getByRole('button', { name: 'Done' }).click();

  await expect(client.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });
  await expect(client.withOptions({ apiKey: key }).chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });
  await calm.client.chat.completions.create(ASK);
});
