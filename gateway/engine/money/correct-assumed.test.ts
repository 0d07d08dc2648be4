import { afterEach, beforeEach, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const ANTHROPIC = providerNameSchema.parse('anthropic');
const OPENAI = providerNameSchema.parse('openai');
const MODEL = 'simulated-only';

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ script: { inputTokens: 100, outputTokens: 10 } });
});
afterEach(() => test.stop());

it('is the dearest of the family, not of the provider, where the name tells one', async () => {
  const { prices } = test.client.gateway;
  // Sonnet has cost 3 and 15 since its first, and 6 and 22.5 for long prompts; Opus cost five times that.
  expect(await prices.allowUnknown({ provider: ANTHROPIC, model: 'claude-sonnet-9' })).toMatchObject({
    family: 'claude-sonnet',
    input: 6e9,
    output: 22.5e9,
    assumed: true,
  });
  expect(await prices.allowUnknown({ provider: OPENAI, model: MODEL })).toMatchObject({ family: null, input: 150e9 });
});

it('what was counted at an assumed price costs the true one as soon as that is set, caps and charts too', async () => {
  const { prices, keys, usage } = test.client.gateway;
  const { id, key } = await test.issue('1000/day');
  await prices.allowUnknown({ provider: OPENAI, model: MODEL });
  const answer = await rawRequest(`${test.openaiUrl}/chat/completions`, {
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ model: MODEL, messages: [{ role: 'user', content: 'Hi' }], max_tokens: 10 }),
  });
  expect(answer.status).toBe(200);
  expect((await test.settled(1))[0]).toMatchObject({
    cost: 100 * 150_000 + 10 * 600_000,
    certainty: 'estimated',
    basis: 'assumed-price',
  });

  const amount = (usd: number) => nanodollarsOf(usd * 1e9);
  const own = {
    model: MODEL,
    provider: OPENAI,
    input: amount(2),
    output: amount(8),
    cacheRead: null,
    cacheWrite: null,
  };
  await prices.set({ ...own, assumed: false });
  const cost = 100 * 2_000 + 10 * 8_000;
  expect((await usage.search({ limit: 1 })).requests[0]).toMatchObject({ cost, certainty: 'exact', basis: 'usage' });
  const spent = (await keys.list()).find((each) => each.id === id)?.caps[0]?.spent;
  expect([spent, (await usage.summary({ by: 'model' })).total.nanodollars]).toEqual([cost, cost]);
});
