import OpenAI from 'openai';
import { afterEach, expect, it } from 'vitest';
import type { LiveEvent } from '../../shared/contract/views.ts';
import { requestIdSchema } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { startTestGateway } from '../testing/start-test-gateway.ts';
import type { TestGateway } from '../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

/** Everything that tells what was spent. */
async function story() {
  const { keys, agents, usage } = test.client.gateway;
  const [[key], [agent], { total }, [request]] = await Promise.all([keys.list(), agents.list(), usage.summary({ by: 'model' }), usage.recent({ limit: 1 })]);
  return { total: total.nanodollars, cap: key?.caps[0]?.spent, agent: agent?.spentToday, request: request?.cost, basis: request?.basis };
}

async function spendOnce() {
  test = await startTestGateway({ script: { inputTokens: 1_000, outputTokens: 10 } });
  const { key } = await test.issue('5/day');
  const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
  await openai.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 20, messages: [{ role: 'user', content: 'Hi' }] });
  const [request] = await test.settled(1);
  if (!request) throw new Error('one request was served');
  return request;
}

const told = (cost: number) => ({ total: cost, cap: cost, agent: cost, request: cost, basis: 'corrected' });

it('a person sets what a request cost: its row, sums, caps and every live client know, and it is on record', async () => {
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
  expect(await usage.correct({ id: request.id, cost })).toEqual({ ...request, cost, certainty: 'exact', basis: 'corrected' });
  expect(await story()).toEqual(told(30_000_000));
  await expect.poll(() => heard.find(({ type }) => type === 'corrected')).toMatchObject({ request: { id: request.id, cost, basis: 'corrected' } });
  const entry = (await audit.newest({ limit: 1 }))[0];
  expect(JSON.parse(String(entry?.text))).toMatchObject({ kind: 'cost-corrected', requestId: request.id, detail: { from: request.cost, to: cost, certainty: 'exact' } });
  ending.abort();
  await listening;
});

it('corrections of one request at once count once, and the last one stays', async () => {
  const { id } = await spendOnce();
  const { usage } = test.client.gateway;
  await Promise.all([10_000_000, 20_000_000, 0].map((cost) => usage.correct({ id, cost: nanodollarsOf(cost) })));
  expect(await story()).toEqual(told(0));
});

it('what is not there, or less than nothing, is refused', async () => {
  const { id } = await spendOnce();
  const { usage } = test.client.gateway;
  await expect(usage.correct({ id: requestIdSchema.parse('req_0000000000000000'), cost: nanodollarsOf(1) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(usage.correct({ id, cost: nanodollarsOf(-1) })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
