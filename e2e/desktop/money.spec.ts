import OpenAI from 'openai';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { expect, test as base } from './fixtures.ts';
import type { Desktop } from './fixtures.ts';

const PROVIDER_KEY = 'simulated-provider-key';
const ASK: OpenAI.ChatCompletionCreateParamsNonStreaming = {
  model: 'gpt-4o-mini',
  max_tokens: 400,
  messages: [{ role: 'user', content: 'Hello' }],
};

const test = base.extend<{ provider: SimulatedProvider }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  provider: async ({}, provide) => {
    const provider = await startSimulatedProvider({ key: PROVIDER_KEY });
    await provide(provider);
    await provider.stop();
  },
});

/** The official SDK with a sub-key of one dollar; it knows nothing of Purser but a URL and a key. */
async function allowanceFor(agent: string, desktop: Desktop, provider: SimulatedProvider): Promise<OpenAI> {
  const { gatewayUrl, key } = await desktop.ask(async (gateway) => {
    await gateway.agents.add({ name: agent });
    const added = await gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY });
    const issued = await gateway.keys.issue({ agent, caps: [{ window: 'total', amount: nanodollarsOf(1_000_000_000) }] });
    return { gatewayUrl: added.gatewayUrl, key: issued.key };
  });
  return new OpenAI({ baseURL: gatewayUrl, apiKey: key, maxRetries: 0 });
}

test('the window and the tray show a request that a real SDK just made', async ({ desktop, provider }) => {
  const client = await allowanceFor('Claude Code', desktop, provider);
  provider.setScript({ inputTokens: 40_000, outputTokens: 300 });
  await client.chat.completions.create(ASK);

  const row = desktop.window.getByTestId('request');
  await expect(row).toHaveCount(1, { timeout: 2_000 });
  await expect(row).toContainText('Claude Code');
  await expect(row).toContainText('gpt-4o-mini');
  // 40,000 x $0.15 + 300 x $0.60 per million
  expect(provider.bill()).toBe(6_180_000);
  await expect(row).toContainText('$0.0062');
  await expect.poll(desktop.trayItems).toContain('Claude Code: $0.0062 of $1.00 in total');
});

test('revoking in the window cuts a running stream', async ({ desktop, provider }) => {
  const client = await allowanceFor('Runaway', desktop, provider);
  provider.setScript({ inputTokens: 100, outputTokens: 400, tokenMs: 50 });
  const stream = await client.chat.completions.create({ ...ASK, stream: true });
  let chunks = 0;
  const running = (async () => {
    for await (const chunk of stream) chunks += chunk.choices.length;
  })().catch(() => undefined);
  await expect.poll(() => chunks).toBeGreaterThan(3);

  await desktop.window.getByRole('link', { name: 'Agents', exact: true }).click();
  await desktop.window.getByRole('button', { name: /^Revoke the sub-key/ }).click();
  await running;
  expect(chunks).toBeLessThan(300);
  await expect.poll(() => provider.openStreams).toBe(0);
  await expect(client.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });
  await desktop.window.getByRole('link', { name: 'Requests', exact: true }).click();
  await expect(desktop.window.getByTestId('request')).toHaveCount(1);
});

test('quitting lets a running stream end first', async ({ desktop, provider }) => {
  const client = await allowanceFor('Slow', desktop, provider);
  provider.setScript({ inputTokens: 100, outputTokens: 60, tokenMs: 30 });
  const stream = await client.chat.completions.create({ ...ASK, stream: true });
  const exited = new Promise((resolve) => desktop.app.process().once('exit', resolve));
  await desktop.clickTrayItem(/^Quit Purser$/);
  const reasons: (string | null)[] = [];
  for await (const chunk of stream) reasons.push(...chunk.choices.map((choice) => choice.finish_reason));
  expect(reasons.at(-1)).toBe('stop');
  await exited;
});
