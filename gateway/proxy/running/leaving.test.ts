import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

/** Asks for a stream and leaves after this many milliseconds. */
async function askAndLeave(key: string, afterMs: number): Promise<void> {
  const body = JSON.stringify({
    model: 'gpt-4o',
    stream: true,
    max_tokens: 2_000,
    messages: [{ role: 'user', content: 'count' }],
  });
  await new Promise<void>((resolve) => {
    const outgoing = request(`${test.openaiUrl}/chat/completions`, {
      method: 'POST',
      agent: false,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });
    outgoing.on('response', (incoming) => incoming.on('error', () => undefined).resume());
    outgoing.on('error', () => undefined);
    outgoing.on('close', resolve);
    outgoing.end(body);
    setTimeout(() => outgoing.destroy(), afterMs);
  });
}

describe('a client that leaves', () => {
  it('is charged for what was under way: the provider may be far ahead of what was read', async () => {
    // Tokens are one byte each and come as fast as the socket takes them: what was seen proves nothing about what was
    // generated.
    test = await startTestGateway({ script: { outputTokens: 2_000, words: ['1', '+', '2'] } });
    const { key } = await test.issue('50/day');
    const account = async () => (await test.client.gateway.keys.list())[0]?.caps[0];
    const missing: string[] = [];
    let billed = 0;
    let known = 0;
    for (let afterMs = 1; afterMs <= 40; afterMs += 1) {
      await askAndLeave(key, afterMs);
      // Its row is written a moment later, or never if the client left before its request was read.
      await sleep(20);
      await expect.poll(() => test.provider.openStreams).toBe(0);
      await expect.poll(async () => (await account())?.reserved).toBe(0);
      const spent = (await account())?.spent ?? 0;
      if (spent - known < test.provider.bill() - billed)
        missing.push(`left after ${afterMs} ms: ${test.provider.bill() - billed} billed, ${spent - known} settled`);
      known = spent;
      billed = test.provider.bill();
    }
    expect(missing).toEqual([]);
  });

  it('is charged little for a slow stream, however much it asked for', async () => {
    test = await startTestGateway({ script: { outputTokens: 16_000, tokenMs: 10 } });
    const { key } = await test.issue('50/day');
    await askAndLeave(key, 400);
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
    expect(row?.outputTokens).toBeLessThan(1_500);
  });
});
