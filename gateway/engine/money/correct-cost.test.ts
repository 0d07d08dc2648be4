import OpenAI from 'openai';
import { afterEach, expect, it } from 'vitest';
import type { LiveEvent } from '../../../shared/contract/views.ts';
import { requestIdSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

/** Everything that shows what was spent. */
async function story() {
  const { keys, agents, usage } = test.client.gateway;
  const [[key], [agent], { total }] = await Promise.all([keys.list(), agents.list(), usage.summary({ by: 'model' })]);
  const [request] = await usage.recent({ limit: 1 });
  const sums = { total: total.nanodollars, cap: key?.caps[0]?.spent, agent: agent?.spentToday };
  return { ...sums, request: request?.cost, basis: request?.basis };
}

async function spendOnce() {
  test = await startTestGateway({ script: { inputTokens: 1_000, outputTokens: 10 } });
  const { key } = await test.issue('5/day');
  const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
  const messages = [{ role: 'user' as const, content: 'Hi' }];
  await openai.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 20, messages });
  const [request] = await test.settled(1);
  if (!request) throw new Error('one request was served');
  return request;
}

const all = (cost: number) => ({ total: cost, cap: cost, agent: cost, request: cost, basis: 'corrected' });

it('a person sets a cost: its row, sums, caps and every live client follow, and it is on record', async () => {
  const request = await spendOnce();
  const { usage, live, audit } = test.client.gateway;
  const ending = new AbortController();
  const heard: LiveEvent[] = [];
  const events = await live(undefined, { signal: ending.signal });
  const listening = (async () => {
    for await (const event of events) heard.push(event);
  })().catch(() => undefined);
  await expect.poll(() => heard[0]?.type).toBe('snapshot');

  const cost = nanodollarsOf(30_000_000);
  expect(await usage.correct({ id: request.id, cost })).toEqual({
    ...request,
    cost,
    certainty: 'exact',
    basis: 'corrected',
  });
  expect(await story()).toEqual(all(30_000_000));
  const { id } = request;
  const told = { request: { id, cost, basis: 'corrected' } };
  await expect.poll(() => heard.find(({ type }) => type === 'corrected')).toMatchObject(told);
  const entry = (await audit.newest({ limit: 1 }))[0];
  const detail = { from: request.cost, to: cost, certainty: 'exact' };
  expect(JSON.parse(String(entry?.text))).toMatchObject({ kind: 'cost-corrected', requestId: id, detail });
  ending.abort();
  await listening;
});

it('corrections of one request at once count once, and the last one stays', async () => {
  const { id } = await spendOnce();
  const { usage } = test.client.gateway;
  await Promise.all([10_000_000, 20_000_000, 0].map((cost) => usage.correct({ id, cost: nanodollarsOf(cost) })));
  expect(await story()).toEqual(all(0));
});

it('an unknown request and a negative cost are refused', async () => {
  const { id } = await spendOnce();
  const { usage } = test.client.gateway;
  const nobody = requestIdSchema.parse('req_0000000000000000');
  await expect(usage.correct({ id: nobody, cost: nanodollarsOf(1) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(usage.correct({ id, cost: nanodollarsOf(-1) })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
