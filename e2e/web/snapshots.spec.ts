import { nanodollarsOf } from '../../shared/money.ts';
import { expect } from './fixtures.ts';
import { goTo, PAGES } from './go-to.ts';
import { openStillGateway, STILL_KEY } from './still-gateway.ts';
import type { StillGateway } from './still-gateway.ts';
import { comparePage, compareWindow, test } from './still-page.ts';

const SMALL = { width: 1100, height: 720 };
/** The calls of each page after it has opened; before them it would be another picture. */
const READ = {
  Overview: '.recharts-bar-rectangle path',
  Costs: '[data-testid=cost-row]',
  Agents: '[data-testid=sub-key]',
  Requests: '[data-testid=request]',
  Keys: '[data-testid=key-line]',
  'Provider keys': '[aria-labelledby=published-title]',
  Connections: '[data-testid=finding]',
  MCP: '[data-testid=mcp-none]',
  Audit: '[data-testid=audit-entry]',
  Settings: '[data-testid=browser]',
} as const satisfies Record<(typeof PAGES)[number], string>;

/** An agent that used up its cap and asks for more. @returns to be called when it was looked at */
async function waitForAnswer({ client, provider }: StillGateway): Promise<() => Promise<void>> {
  const { gatewayUrl } = await client.providers.add({
    kind: 'openai',
    baseUrl: provider.openaiBaseUrl,
    key: STILL_KEY,
    stopsWhenLeft: 'yes',
  });
  await client.agents.add({ name: 'Claude Code' });
  const caps = [{ window: 'day' as const, rolling: false, amount: nanodollarsOf(500_000_000) }];
  const { key } = await client.keys.issue({ agent: 'Claude Code', caps, policy: { onCap: 'ask' } });
  // As many as a tokenizer counts in what is sent.
  provider.setScript({ inputTokens: 95_000, outputTokens: 900 });
  const ask = (): Promise<Response> =>
    fetch(`${gatewayUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({
        model: 'gpt-4o',
        max_tokens: 900,
        messages: [{ role: 'user', content: 'word '.repeat(95_000) }],
      }),
    });
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  const reply = ask();
  await expect.poll(() => client.approvals.list()).toHaveLength(1);
  return async () => {
    for (const { id } of await client.approvals.list()) await client.approvals.answer({ id, answer: 'deny' });
    expect((await reply).status).toBe(403);
  };
}

// Each system draws letters in its own way: the pictures are Linux's.
if (process.platform === 'linux') {
  test.slow();
  test.use({ viewport: SMALL, locale: 'en-GB', timezoneId: 'UTC', contextOptions: { reducedMotion: 'reduce' } });

  for (const name of PAGES) {
    test(`${name} looks as it did`, async ({ look, working }) => {
      const page = await look(working);
      await goTo(page, name);
      await expect(page.locator(READ[name]).first()).toBeVisible();
      await comparePage(page, name.toLowerCase().replace(' ', '-'));
    });
  }

  test('the overview looks as it did in a narrow window', async ({ look, working }) => {
    const page = await look(working);
    await page.setViewportSize({ width: 640, height: 720 });
    await expect(page.locator(READ.Overview).first()).toBeVisible();
    await comparePage(page, 'overview-640');
  });

  test('an opened request looks as it did', async ({ look, working }) => {
    const page = await look(working);
    await goTo(page, 'Requests');
    await page.getByTestId('request').nth(1).click();
    await expect(page.getByRole('complementary', { name: 'The opened request' })).toContainText('What was used');
    await compareWindow(page, 'request');
  });

  test('the change to a tool’s file looks as it did', async ({ look, working }) => {
    const page = await look(working);
    await goTo(page, 'Connections');
    await page.getByRole('button', { name: 'Connect Claude Code' }).click();
    await expect(page.getByLabel('The exact change')).toContainText('ANTHROPIC_BASE_URL');
    await compareWindow(page, 'connect');
  });

  test('the palette looks as it did', async ({ look, working }) => {
    const page = await look(working);
    await expect(page.locator(READ.Overview).first()).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Go to or do anything' })).toBeVisible();
    await compareWindow(page, 'palette');
  });

  test('the welcome looks as it did', async ({ look }) => {
    const still = await openStillGateway();
    const page = await look(still);
    await expect(page.getByRole('heading', { name: 'Give every AI tool its own allowance' })).toBeVisible();
    await comparePage(page, 'welcome');
    await still.stop();
  });

  test('a request that waits for an answer looks as it did, and so does a page whose gateway is gone', async ({
    look,
  }) => {
    const still = await openStillGateway();
    const answer = await waitForAnswer(still);
    const page = await look(still);
    await expect(page.getByTestId('approval')).toBeVisible();
    await expect(page.locator(READ.Overview).first()).toBeVisible();
    await compareWindow(page, 'approval');
    await answer();
    await expect(page.getByTestId('approval')).toHaveCount(0);
    await still.stop();
    await expect(page.getByRole('alert').filter({ hasText: 'Reconnecting' })).toBeVisible();
    await compareWindow(page, 'gateway-gone');
  });
}
