import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const OPENAI = providerNameSchema.parse('openai');
const ANTHROPIC = providerNameSchema.parse('anthropic');

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ script: { inputTokens: 100, outputTokens: 10 } });
});
afterEach(() => test.stop());

describe('a model without a known price', () => {
  it('is refused with the command that allows it; allowed at the dearest price, it is marked', async () => {
    const { prices, keys, audit } = test.client.gateway;
    const { id, key } = await test.issue('1000/day');
    const ask = () =>
      rawRequest(`${test.openaiUrl}/chat/completions`, {
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({
          model: 'simulated-only',
          messages: [{ role: 'user', content: 'Hi' }],
          max_tokens: 10,
        }),
      });
    const refused = await ask();
    expect([refused.status, refused.body.toString()]).toEqual([
      403,
      expect.stringContaining('purser price allow \\"simulated-only\\" --provider openai'),
    ]);
    expect((await keys.list()).find((each) => each.id === id)?.lastRefusal).toMatchObject({
      rule: 'price',
      provider: 'openai',
      model: 'simulated-only',
    });

    // OpenAI's dearest model is o1-pro.
    const allowed = {
      model: 'simulated-only',
      provider: OPENAI,
      input: 150e9,
      output: 600e9,
      cacheRead: null,
      cacheWrite: null,
      assumed: true,
    };
    // Its name is like no other.
    expect(await prices.allowUnknown({ provider: OPENAI, model: 'simulated-only' })).toEqual({
      ...allowed,
      family: null,
    });
    expect([
      await prices.list(),
      (await prices.show({ model: 'simulated-only', provider: OPENAI }))[0]?.origin,
    ]).toEqual([[allowed], 'assumed']);
    expect((await ask()).status).toBe(200);
    expect((await test.settled(1))[0]?.cost).toBe(100 * 150_000 + 10 * 600_000);
    const entries = (await audit.export({ limit: 1_000 }))
      .map(({ text }) => text)
      .filter((text) => text.includes('"price-set"'));
    expect(entries).toEqual([expect.stringContaining('"assumed":true')]);
  });

  it('is not allowed twice, nor for an unknown provider, nor if a price is known', async () => {
    const { prices } = test.client.gateway;
    await expect(prices.allowUnknown({ provider: ANTHROPIC, model: 'claude-sonnet-5' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(
      prices.allowUnknown({ provider: providerNameSchema.parse('nobody'), model: 'x' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await prices.allowUnknown({ provider: ANTHROPIC, model: 'claude-next' });
    await expect(prices.allowUnknown({ provider: ANTHROPIC, model: 'claude-next' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('has no dearest price if the provider has no known price at all', async () => {
    const { prices, providers } = test.client.gateway;
    const mine = providerNameSchema.parse('mine');
    await providers.add({ kind: 'custom-openai', name: mine, baseUrl: test.provider.openaiBaseUrl, unchecked: true });
    await expect(prices.allowUnknown({ provider: mine, model: 'x' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('purser price set'),
    });
  });
});

it('a price is shown with the surcharge of its host', async () => {
  const { prices, providers } = test.client.gateway;
  const europe = providerNameSchema.parse('europe');
  await providers.add({
    kind: 'openai',
    name: europe,
    baseUrl: 'https://eu.api.openai.com/v1',
    key: 'sk-x',
    unchecked: true,
  });
  const percents = await prices.show({ model: 'gpt-6.2-sol' });
  expect(percents.map(({ provider, hostPercent }) => [provider, hostPercent])).toEqual([
    ['openai', 100],
    ['anthropic', 100],
    ['europe', 110],
  ]);
});
