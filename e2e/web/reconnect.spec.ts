import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';
import { startServe } from './purser-process.ts';

test('a gateway that dies is told, its last numbers stay, and a new one has them all', async ({
  dashboard: page,
  purser,
  provider,
}) => {
  const { client } = await purser.allowance('Claude Code', '1/day');
  provider.setScript({ inputTokens: 40_000, outputTokens: 300 });
  await client.chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 400,
    messages: [{ role: 'user', content: 'Hello' }],
  });
  await expect(page.getByTestId('request')).toHaveCount(1);
  await expect(page.getByTestId('spent-today')).toHaveText('$0.0062');

  expect(await purser.end('SIGKILL')).toBe('SIGKILL');
  // A read that failed in the same moment may say so too, until the page knows why.
  await expect(page.getByRole('alert').filter({ hasText: 'Reconnecting' })).toContainText(
    'The gateway is not answering. Reconnecting… The numbers below may be out of date.',
  );
  await expect(page.getByRole('status').filter({ hasText: 'Reconnecting' })).toBeVisible();
  await expect(page.getByTestId('spent-today')).toHaveText('$0.0062');
  await page.getByRole('button', { name: 'Pause everything' }).click();
  await expect(
    page.getByText('The gateway did not answer. Check that Purser is running, then try again.'),
  ).toBeVisible();

  // Same gateway port, so tools go on; the dashboard's port is a new one, and so is its login.
  const again = await startServe(purser.dataFolder, Number(new URL(purser.url).port));
  try {
    expect(again.url).toBe(purser.url);
    await page.goto(again.loginLink);
    await expect(page.getByTestId('spent-today')).toHaveText('$0.0062');
    await expect(page.getByTestId('request')).toHaveCount(1);
    await goTo(page, 'Provider keys');
    await expect(page.getByText('Provider keys are kept in memory and forgotten when Purser quits.')).toBeVisible();
  } finally {
    await again.end('SIGTERM');
  }
});
