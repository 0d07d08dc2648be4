import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import OpenAI from 'openai';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { parseCap } from '../../shared/cap.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { Policy } from '../../shared/policy.ts';
import { goTo } from './go-to.ts';
import { startStream } from './running-stream.ts';

/** A dashboard, wherever it is drawn, in front of a gateway that spends at a simulated provider. */
export interface Journey {
  readonly page: Page;
  readonly provider: SimulatedProvider;
  /** The only key the provider accepts. */
  readonly providerKey: string;
  readonly ask: <Result>(question: (gateway: GatewayClient) => Promise<Result>) => Promise<Result>;
}

const ASK = {
  model: 'gpt-4o-mini',
  max_tokens: 400,
  messages: [{ role: 'user', content: 'Hello' }],
} satisfies OpenAI.ChatCompletionCreateParamsNonStreaming;

/** A request under way is seen with the money it holds, and at its end with what it cost. */
export async function watchStream(journey: Journey): Promise<void> {
  const { page, provider } = journey;
  const client = await allow(journey, 'Claude Code', ['1/day']);
  await goTo(page, 'Agents');
  const agent = page.getByTestId('agent').filter({ hasText: 'Claude Code' });
  await expect(agent).toContainText('Never seen');
  provider.setScript({ inputTokens: 40_000, outputTokens: 60, tokenMs: 50 });
  const stream = await startStream(client, ASK);
  await expect(agent).toContainText('1 request running');
  await expect(agent.getByText('held by running requests')).toBeVisible();
  await stream.ended;
  await expect(agent.getByText('held by running requests')).toHaveCount(0);
  // 40,000 x $0.15 + 60 x $0.60 per million
  await expect(agent).toContainText('$0.006');
  await goTo(page, 'Requests');
  const row = page.getByTestId('request').first();
  await expect(row).toContainText('Claude Code');
  await expect(row).toContainText('Served');
}

/** A cap that is used up: the SDK is refused for good, the page says what is left, and another sub-key is offered. */
export async function hitCap(journey: Journey): Promise<void> {
  const { page, provider } = journey;
  const client = await allow(journey, 'Runaway', ['0.01/day']);
  // $0.0048 each: two fit, and what is left cannot pay for a third that is this long.
  provider.setScript({ inputTokens: 31_000, outputTokens: 250 });
  const before = provider.requests.length;
  await client.chat.completions.create(ASK);
  await client.chat.completions.create(ASK);
  const tooMuch = client.chat.completions.create({
    ...ASK,
    messages: [{ role: 'user', content: 'word '.repeat(24_000) }],
  });
  await expect(tooMuch).rejects.toMatchObject({ status: 403, message: expect.stringContaining('Runaway') });
  await tooMuch.catch((error: unknown) => console.log(String(error)));
  expect(provider.requests).toHaveLength(before + 2);

  await goTo(page, 'Agents');
  const subKey = page.getByTestId('agent').filter({ hasText: 'Runaway' }).getByTestId('sub-key');
  await expect(subKey.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '96');
  await expect(subKey.getByRole('progressbar')).toHaveClass(/cap-full/);
  await expect(subKey).toContainText('Requests that could cost more than is left are refused.');
  await expect(subKey).toContainText(/\$0\.000\d+ left, resets at/);
  await goTo(page, 'Requests');
  await expect(page.getByTestId('request').filter({ hasText: 'Runaway' })).toHaveCount(2);

  await goTo(page, 'Agents');
  await subKey.getByRole('button', { name: 'issue another sub-key' }).click();
  const form = page.getByRole('dialog', { name: 'Issue sub-key' });
  await expect(form.getByLabel('Agent', { exact: true })).toHaveValue('Runaway');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
}

/** A cap is raised for the day from the sub-key's menu, and what was refused is served. */
export async function raiseCap(journey: Journey): Promise<void> {
  const { page, provider } = journey;
  const client = await allow(journey, 'Codex', ['0.0001/day']);
  provider.setScript({ inputTokens: 100, outputTokens: 20 });
  await expect(client.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });
  await goTo(page, 'Agents');
  const subKey = page.getByTestId('agent').filter({ hasText: 'Codex' }).getByTestId('sub-key');
  await subKey.getByRole('button', { name: /^More for the sub-key/ }).click();
  await page.getByRole('menuitem', { name: /^Raise .* for today$/ }).click();
  await expect(page.getByText('Raised to $0.0002 until midnight.')).toBeVisible();
  await expect(subKey).toContainText('raised by $0.0001 for today');
  expect((await client.chat.completions.create(ASK)).choices[0]?.finish_reason).toBe('stop');
}

/** A request that does not fit waits on every page; each answer does what it says. */
export async function answerWaiting(journey: Journey): Promise<void> {
  const { page, provider } = journey;
  const client = await allow(journey, 'Runaway', ['0.0001/day'], { onCap: 'ask' });
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
}

/** Pausing everything cuts what runs and refuses the rest, until it is resumed. */
export async function pauseEverything(journey: Journey): Promise<void> {
  const { page, provider } = journey;
  const client = await allow(journey, 'Claude Code', ['1/day']);
  provider.setScript({ inputTokens: 100, outputTokens: 400, tokenMs: 50 });
  const stream = await startStream(client, ASK);
  await page.getByRole('button', { name: 'Pause everything' }).click();
  await stream.ended;
  await expect(page.getByText('Everything is paused. Every request is refused until you resume.')).toBeVisible();
  await goTo(page, 'Agents');
  await expect(page.getByTestId('agent').getByText('Paused')).toBeVisible();
  await expect.poll(() => provider.openStreams).toBe(0);
  await expect(client.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });

  await page.getByRole('button', { name: 'Resume everything' }).click();
  await expect(page.getByText('Everything is paused')).toHaveCount(0);
  provider.setScript({ inputTokens: 100, outputTokens: 5 });
  expect((await client.chat.completions.create(ASK)).choices[0]?.finish_reason).toBe('stop');
}

/** OpenAI's own SDK with a sub-key; it knows nothing of Purser but a URL and a key. */
async function allow(
  { ask, provider, providerKey }: Journey,
  agent: string,
  caps: readonly string[],
  policy: Policy = {},
): Promise<OpenAI> {
  const { gatewayUrl, key } = await ask(async (gateway) => {
    const known = await gateway.providers.list();
    const openai =
      known[0] ?? (await gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: providerKey }));
    await gateway.agents.add({ name: agent });
    const { key } = await gateway.keys.issue({ agent, caps: caps.flatMap((text) => parseCap(text) ?? []), policy });
    return { gatewayUrl: openai.gatewayUrl, key };
  });
  return new OpenAI({ baseURL: gatewayUrl, apiKey: key, maxRetries: 0 });
}
