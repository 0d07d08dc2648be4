import OpenAI from 'openai';
import { afterEach, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const CAPS: Policy['caps'] = [{ window: 'day', rolling: false, amount: nanodollarsOf(5_000_000_000) }];

let test: TestGateway;
afterEach(() => test.stop());

it('a limit on the number of requests covers parallel and earlier ones, and begins anew each window', async () => {
  let now = Date.parse('2026-11-21T12:00:00Z');
  test = await startTestGateway({ script: { outputTokens: 5 }, clock: { now: () => now } });
  const { key, id } = await test.issue('5/day');
  const openai = new OpenAI({ apiKey: key, baseURL: test.openaiUrl, maxRetries: 0 });
  const ask = () =>
    openai.chat.completions.create({
      model: 'gpt-4o-mini',
      max_tokens: 20,
      messages: [{ role: 'user', content: 'Hi' }],
    });
  const limit = (count: number) =>
    test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { caps: CAPS, calls: [{ window: 'hour', rolling: false, count }] },
    });
  await ask();
  await limit(4);
  const results = await Promise.allSettled(Array.from({ length: 10 }, ask));
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(3);
  const refused = results.find((result) => result.status === 'rejected');
  expect(refused?.reason).toMatchObject({
    status: 403,
    code: 'calls',
    message: expect.stringContaining('has made all of its 4 requests this hour'),
  });
  await limit(5);
  await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'calls' });
  // Requests made while there is no limit count when there is one again.
  await test.client.gateway.policies.set({ scope: scopeOf('key', id), policy: { caps: CAPS } });
  await ask();
  await limit(6);
  await expect(ask()).rejects.toMatchObject({ code: 'calls' });
  now = Date.parse('2026-11-21T13:00:01Z');
  await ask();
});
