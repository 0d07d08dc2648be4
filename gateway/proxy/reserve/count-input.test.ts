import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

/** This is 90,000 bytes of English: about 20,000 tokens. */
const LONG = 'The quick brown fox jumps over the lazy dog. '.repeat(2_000);

let test: TestGateway;
afterEach(() => test.stop());

describe('input whose bytes do not fit', () => {
  it('is counted with the tokenizer of the model, and fits', async () => {
    test = await startTestGateway({ script: { outputTokens: 10 } });
    // By its bytes this could cost $0.0137; it costs $0.0034.
    const { key } = await test.issue('0.005/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    const reply = await openai.chat.completions.create({
      model: 'gpt-4o-mini',
      max_tokens: 300,
      messages: [{ role: 'user', content: LONG }],
    });
    expect(reply.choices[0]?.finish_reason).toBe('stop');
    const [row] = await test.settled(1);
    expect([row?.cost, row?.loweredOutput]).toEqual([test.provider.bill(), false]);
  });

  it('is counted by the free endpoint of the provider, and fits', async () => {
    test = await startTestGateway({ script: { outputTokens: 10 } });
    // By its bytes this could cost $0.09; it costs $0.0225.
    const { key } = await test.issue('0.03/day');
    const anthropic = new Anthropic({ baseURL: test.anthropicUrl, apiKey: key, maxRetries: 0 });
    await anthropic.messages.create({
      model: 'claude-haiku-4-5',
      max_tokens: 300,
      messages: [{ role: 'user', content: LONG }],
    });
    expect(test.provider.requests.map(({ url }) => url)).toEqual(['/v1/messages/count_tokens', '/v1/messages']);
    expect((await test.settled(1))[0]?.cost).toBe(test.provider.bill());
  });

  it('is refused when the true count does not fit either, and nothing is sent on', async () => {
    test = await startTestGateway();
    const { key } = await test.issue('0.002/day');
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    await expect(
      openai.chat.completions.create({
        model: 'gpt-4o-mini',
        max_tokens: 300,
        messages: [{ role: 'user', content: LONG }],
      }),
    ).rejects.toMatchObject({ status: 403, code: 'cap' });
    expect(test.provider.requests).toEqual([]);
  });

  it('of a short request is never counted: its bytes fit', async () => {
    test = await startTestGateway({ script: { outputTokens: 10 } });
    const { key } = await test.issue('1/day');
    const anthropic = new Anthropic({ baseURL: test.anthropicUrl, apiKey: key, maxRetries: 0 });
    await anthropic.messages.create({
      model: 'claude-haiku-4-5',
      max_tokens: 300,
      messages: [{ role: 'user', content: 'Hi' }],
    });
    expect(test.provider.requests).toHaveLength(1);
  });
});
