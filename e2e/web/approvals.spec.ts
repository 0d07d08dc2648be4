import type OpenAI from 'openai';
import { scopeOf } from '../../shared/policy.ts';
import { expect, test } from './fixtures.ts';
import type { Purser } from './fixtures.ts';
import { goTo } from './go-to.ts';

const ASK = { model: 'gpt-4o-mini', max_tokens: 400, messages: [{ role: 'user', content: 'Hello' }] } satisfies OpenAI.ChatCompletionCreateParamsNonStreaming;

/** From now on its sub-keys wait for the person instead of being refused. */
async function askOnCap(purser: Purser): Promise<void> {
  await purser.ask(async (gateway) => {
    const [key] = await gateway.keys.list();
    if (key) await gateway.policies.set({ scope: scopeOf('key', key.id), policy: { ...key.policy, onCap: 'ask' } });
  });
}

test('a request that does not fit waits on every page, and each answer does what it says', async ({ dashboard: page, purser, provider }) => {
  const { client } = await purser.allowance('Runaway', '0.0001/day');
  await askOnCap(purser);
  provider.setScript({ inputTokens: 100, outputTokens: 20 });
  const card = page.getByTestId('approval');

  const allowed = client.chat.completions.create(ASK);
  await expect(card).toContainText('Runaway asks for up to');
  await expect(card).toContainText(/\d:\d\d left/);
  await goTo(page, 'Settings');
  await expect(card).toBeVisible();
  // With the keyboard alone.
  await card.getByRole('button', { name: 'Allow this one request of Runaway' }).focus();
  await page.keyboard.press('Enter');
  expect((await allowed).choices[0]?.finish_reason).toBe('stop');
  await expect(card).toHaveCount(0);

  const denied = expect(client.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });
  await card.getByRole('button', { name: 'Deny the request of Runaway' }).click();
  await denied;
  await expect(card).toHaveCount(0);

  const raised = client.chat.completions.create(ASK);
  await card.getByRole('button', { name: /^Raise the cap of Runaway for today by/ }).click();
  await raised;
  await goTo(page, 'Agents');
  await expect(page.getByTestId('sub-key')).toContainText(/raised by \$[\d.]+ for today/);
});
