import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user' as const, content: 'Count to ten thousand.' }];

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 100_000, tokenMs: 5 } });
});
afterEach(() => test.stop());

/** Starts a stream and resolves when its first text has arrived; `end` is what the SDK reports in the end. */
async function startStream(key: string): Promise<{ readonly end: Promise<unknown> }> {
  const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
  const stream = await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: MESSAGES,
    stream: true,
    max_tokens: 100_000,
  });
  let first = (): void => undefined;
  const started = new Promise<void>((resolve) => (first = resolve));
  const end = (async () => {
    for await (const chunk of stream) if (chunk.choices[0]?.delta.content) first();
    return 'ended normally';
  })().catch((error: unknown) => error);
  await Promise.race([started, end]);
  return { end };
}

describe('revoke', () => {
  it('cuts running streams within 100 ms, with an error the SDK reports, and refuses the next request', async () => {
    const { key, id } = await test.issue('5/day');
    const streams = await Promise.all(Array.from({ length: 5 }, () => startStream(key)));
    const { cutRequests, cutMs } = await test.client.gateway.keys.revoke({ id });
    expect(cutRequests).toBe(5);
    // The streams did not end by themselves. `npm run torture` measures the speed on a free machine.
    expect(cutMs).toBeLessThan(2_000);
    for (const { end } of streams) expect(String(await end)).toContain('This sub-key was revoked in Purser.');

    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    await expect(openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES })).rejects.toMatchObject({
      status: 403,
      code: 'sub-key-revoked',
    });
    const rows = await test.settled(5);
    expect(rows.map((row) => [row.outcome, row.certainty])).toEqual(rows.map(() => ['cut', 'estimated']));
    expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBeGreaterThanOrEqual(test.provider.bill());
    // The provider noticed too: nobody pays for what nobody reads.
    await expect.poll(() => test.provider.openStreams).toBe(0);
  });

  it('ends an Anthropic stream with an error event', async () => {
    const { key, id } = await test.issue('20/day');
    const anthropic = new Anthropic({ baseURL: test.anthropicUrl, apiKey: key, maxRetries: 0 });
    const stream = anthropic.messages.stream({ model: 'claude-haiku-4-5', max_tokens: 100_000, messages: MESSAGES });
    await new Promise<void>((resolve) => stream.once('text', () => resolve()));
    const ended = stream.finalMessage().catch((error: unknown) => String(error));
    await test.client.gateway.keys.revoke({ id });
    expect(await ended).toContain('This sub-key was revoked in Purser.');
  });

  it('reaches a request that is still waiting for its first byte', async () => {
    test.provider.setScript({ silent: true });
    const { key, id } = await test.issue('5/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    const waiting = openai.chat.completions
      .create({ model: 'gpt-4o-mini', messages: MESSAGES })
      .catch((error: unknown) => error);
    await expect.poll(() => test.provider.openStreams).toBe(1);
    await test.client.gateway.keys.revoke({ id });
    expect(await waiting).toMatchObject({ status: 403, code: 'sub-key-revoked' });
  });
});

describe('pause', () => {
  it('of a sub-key cuts and refuses until it is resumed', async () => {
    const { key, id } = await test.issue('5/day');
    const { end } = await startStream(key);
    await test.client.gateway.keys.pause({ id });
    expect(String(await end)).toContain('paused');
    test.provider.setScript({ outputTokens: 5 });
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    const ask = (): Promise<unknown> =>
      openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 10 });
    await expect(ask()).rejects.toMatchObject({ status: 403, code: 'sub-key-paused' });
    await test.client.gateway.keys.resume({ id });
    await expect(ask()).resolves.toBeDefined();
  });

  it('of an agent and of everything', async () => {
    const one = await test.issue('5/day');
    const two = await test.issue('5/day');
    const streams = [await startStream(one.key), await startStream(two.key)];
    const [agent] = await test.client.gateway.agents.list();
    if (!agent) throw new Error('no agent');
    await test.client.gateway.agents.pause({ id: agent.id });
    expect(String(await streams[0]?.end)).toContain(`${agent.name} was paused`);
    await test.client.gateway.everything.pause();
    expect(String(await streams[1]?.end)).toContain('Everything was paused');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: two.key, maxRetries: 0 });
    await expect(openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES })).rejects.toMatchObject({
      code: 'everything-paused',
    });
    await test.client.gateway.everything.resume();
    test.provider.setScript({ outputTokens: 5 });
    await expect(
      openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 10 }),
    ).resolves.toBeDefined();
  });
});
