import Anthropic, { APIError as AnthropicError } from '@anthropic-ai/sdk';
import OpenAI, { APIError } from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { parseUsd } from '../../../shared/money.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user' as const, content: 'Please spend as much as you can.' }];

let test: TestGateway;
afterEach(() => test.stop());

describe('the cap', () => {
  it('is kept under 20 parallel streams, and the ledger has every dollar of the bill', async () => {
    test = await startTestGateway({ script: { outputTokens: 300, firstByteMs: 20 } });
    const cap = '0.02';
    const { key } = await test.issue(`${cap}/day`);
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    // Such a stream costs about $0.003 and is held at $0.0068 (byte bound of its input): not all can fit.
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, async () => {
        const stream = await openai.chat.completions.create({
          model: 'gpt-4o',
          messages: MESSAGES,
          stream: true,
          max_tokens: 300,
        });
        let chunks = 0;
        for await (const _ of stream) chunks += 1;
        return chunks;
      }),
    );
    const served = results.filter((result) => result.status === 'fulfilled');
    const refused = results.filter((result) => result.status === 'rejected');
    expect(served.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatchObject({ status: 403, code: 'cap' });

    const rows = await test.settled(served.length);
    const ledger = rows.reduce((sum, row) => sum + row.cost, 0);
    expect(test.provider.bill()).toBeLessThanOrEqual(parseUsd(cap) ?? 0);
    expect(ledger).toBe(test.provider.bill());
    const [view] = await test.client.gateway.keys.list();
    expect(view?.caps[0]).toMatchObject({ spent: ledger, reserved: 0 });
  });

  it('lowers the output limit to what is left before it refuses, and says so', async () => {
    test = await startTestGateway({ script: { outputTokens: 5_000 } });
    const { key } = await test.issue('0.02/total');
    const anthropic = new Anthropic({ baseURL: test.anthropicUrl, apiKey: key, maxRetries: 0 });
    const reply = await anthropic.messages.create({ model: 'claude-haiku-4-5', max_tokens: 8_000, messages: MESSAGES });
    expect(reply.stop_reason).toBe('max_tokens');
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ loweredOutput: true, certainty: 'exact' });
    expect(row?.cost).toBe(test.provider.bill());
    expect(test.provider.bill()).toBeLessThanOrEqual(20_000_000);
  });

  it('refuses in the dialect, in a sentence a person understands, and the SDK does not hammer', async () => {
    test = await startTestGateway({ script: { outputTokens: 400 } });
    const { key, agent } = await test.issue('0.0045/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 5 });
    await openai.chat.completions.create({ model: 'gpt-4o', messages: MESSAGES, max_tokens: 256 });
    const seen = test.provider.requests.length;
    const refusal = await openai.chat.completions
      .create({ model: 'gpt-4o', messages: MESSAGES })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(APIError);
    expect(refusal).toMatchObject({ status: 403, code: 'cap', type: 'permission_error' });
    expect(String(refusal)).toContain(`${agent} has used $`);
    expect(String(refusal)).toMatch(/of its \$0\.0045 for today; this request could cost \$\S+\. Resets at 00:00\./);
    expect(test.provider.requests).toHaveLength(seen);

    const anthropic = new Anthropic({ baseURL: test.anthropicUrl, apiKey: key, maxRetries: 5 });
    const other = await anthropic.messages
      .create({ model: 'claude-sonnet-5', max_tokens: 500, messages: MESSAGES })
      .catch((error: unknown) => error);
    expect(other).toBeInstanceOf(AnthropicError);
    expect(other).toMatchObject({ status: 403, error: { type: 'error', error: { type: 'permission_error' } } });
  });

  it('frees what a refused or failed request held, at once', async () => {
    test = await startTestGateway({ script: { fault: 'server-error' } });
    const { key } = await test.issue('0.01/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    for (let round = 0; round < 5; round += 1) {
      await expect(
        openai.chat.completions.create({ model: 'gpt-4o', messages: MESSAGES, max_tokens: 500 }),
      ).rejects.toMatchObject({ status: 500 });
    }
    const [view] = await test.client.gateway.keys.list();
    expect(view?.caps[0]).toMatchObject({ spent: 0, reserved: 0 });
    expect((await test.settled(5)).map((row) => [row.cost, row.outcome])).toEqual(
      Array.from({ length: 5 }, () => [0, 'provider-error']),
    );
  });

  it('keeps the tightest of two caps', async () => {
    test = await startTestGateway({ script: { outputTokens: 50 } });
    const { key } = await test.issue('5/day', '0.000001/total');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    await expect(openai.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES })).rejects.toThrow(
      /in total/,
    );
  });
});

describe('a request that fits', () => {
  it('waits for money that running requests hold, instead of being refused', async () => {
    test = await startTestGateway({ script: { outputTokens: 20, firstByteMs: 50 } });
    // Each may cost $0.0103 at most and really costs a twentieth: one fits at a time, all fit in the end.
    const { key } = await test.issue('0.0195/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    const replies = await Promise.all(
      Array.from({ length: 10 }, () =>
        openai.chat.completions.create({ model: 'gpt-4o', messages: MESSAGES, max_tokens: 700 }),
      ),
    );
    expect(replies.map((reply) => reply.usage?.completion_tokens)).toEqual(replies.map(() => 20));
    expect((await test.settled(10)).map((row) => row.loweredOutput)).toEqual(replies.map(() => false));
    expect(test.provider.bill()).toBeLessThanOrEqual(19_500_000);
  });

  it('can be revoked and can leave while it waits, and is not charged', async () => {
    test = await startTestGateway({ script: { firstByteMs: 1_500 } });
    const { key, id } = await test.issue('0.012/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    const ask = (signal?: AbortSignal): Promise<unknown> =>
      openai.chat.completions
        .create({ model: 'gpt-4o', messages: MESSAGES, max_tokens: 700 }, signal ? { signal } : {})
        .catch((error: unknown) => error);
    const first = ask();
    await expect.poll(() => test.provider.openStreams).toBe(1);
    const leaving = new AbortController();
    const second = ask(leaving.signal);
    const third = ask();
    await new Promise((resolve) => setTimeout(resolve, 100));
    leaving.abort();
    await second;
    await test.client.gateway.keys.revoke({ id });
    for (const reply of await Promise.all([first, third]))
      expect(reply).toMatchObject({ status: 403, code: 'sub-key-revoked' });
    expect(test.provider.requests).toHaveLength(1);
    expect(await test.settled(1)).toHaveLength(1);
  });
});
