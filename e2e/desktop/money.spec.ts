import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { startStream } from '../web/running-stream.ts';
import { answerNext } from './answer-next.ts';
import type { Desktop } from './fixtures.ts';
import { allowanceFor, ASK, expect, test } from './spending.ts';

/** An agent in the middle of a stream of 20 seconds. */
async function runaway(desktop: Desktop, provider: SimulatedProvider) {
  const client = await allowanceFor('Runaway', desktop, provider);
  provider.setScript({ inputTokens: 100, outputTokens: 400, tokenMs: 50 });
  return { client, ...(await startStream(client, ASK)) };
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
  const { client, chunks, ended } = await runaway(desktop, provider);

  await desktop.window.getByRole('link', { name: 'Agents', exact: true }).click();
  await desktop.window.getByRole('button', { name: /^Revoke the sub-key/ }).click();
  await ended;
  expect(chunks()).toBeLessThan(300);
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

test('revoking everything from the tray cuts a running stream', async ({ desktop, provider }) => {
  const { chunks, ended } = await runaway(desktop, provider);

  await answerNext(desktop.app, 'Revoke everything');
  await desktop.clickTrayItem(/^Revoke everything/);
  await ended;
  expect(chunks()).toBeLessThan(300);
  await expect.poll(() => provider.openStreams).toBe(0);
  await expect
    .poll(desktop.trayItems)
    .toContainEqual(expect.stringMatching(/^Revoked 1 sub-key, cut 1 running request in [\d.]+ m?s\.$/));
});
