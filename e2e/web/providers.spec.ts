import { nanodollarsOf } from '../../shared/money.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { expect, PROVIDER_KEY, test } from './fixtures.ts';

test('a stream that is left where nobody knows asks what happens then', async ({
  dashboard: page,
  purser,
  provider,
}) => {
  const name = providerNameSchema.parse('house');
  const rate = nanodollarsOf(1_000_000_000);
  const { gatewayUrl } = await purser.ask(async (gateway) => {
    const price = { input: rate, output: rate, cacheRead: null, cacheWrite: null };
    await gateway.prices.set({ model: 'gpt-4o-mini', provider: name, ...price });
    return gateway.providers.add({ kind: 'custom-openai', name, baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY });
  });
  const { key } = await purser.allowance('Claude Code', '5/day');
  provider.setScript({ inputTokens: 100, outputTokens: 400, tokenMs: 30 });
  const messages = [{ role: 'user', content: 'Hello' }];
  const leaving = new AbortController();
  const reply = await fetch(`${gatewayUrl}/chat/completions`, {
    method: 'POST',
    signal: leaving.signal,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ model: 'gpt-4o-mini', stream: true, max_tokens: 400, messages }),
  });
  await reply.body?.getReader().read();
  leaving.abort();

  const question = page.getByText('Does house stop billing when a tool leaves a stream early?');
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: 'Choose' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible();
  const row = page.getByTestId('provider').filter({ hasText: 'house' });
  const choice = row.getByRole('group', { name: 'Whether house stops when a tool leaves a stream early' });
  await choice.getByText('Goes on').click();
  await expect(row).toContainText('You said that it goes on when a tool leaves a stream early');
  await expect(question).toBeHidden();
  await expect(choice.getByRole('radio', { name: 'Goes on' })).toBeChecked();
  const providers = await purser.ask((gateway) => gateway.providers.list());
  expect(providers.find((one) => one.name === name)?.stopsWhenLeft).toEqual({ answer: 'no', said: 'no' });
});
