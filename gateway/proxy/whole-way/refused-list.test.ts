import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { LiveEvent } from '../../../shared/contract/views.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const LONG = 'Please read this. '.repeat(3_000);
const SESSION = 'ses_12ab34cd';

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway();
});
afterEach(() => test.stop());

/** Asks with the official SDK. @returns the sentence of a failure */
async function ask(apiKey: string, model: string, content = LONG): Promise<string | undefined> {
  const client = new OpenAI({
    apiKey,
    baseURL: test.openaiUrl,
    maxRetries: 0,
    defaultHeaders: { 'session-id': SESSION },
  });
  return client.chat.completions.create({ model, max_tokens: 50, messages: [{ role: 'user', content }] }).then(
    () => undefined,
    (error: unknown) => String(error),
  );
}

async function refusals(filters: object = {}): Promise<readonly RefusalView[]> {
  return (await test.client.gateway.usage.search(filters)).refusals;
}

/** The list once it says so: refusals are written a moment after they were told. */
async function listed(count: number): Promise<readonly RefusalView[]> {
  await expect.poll(async () => (await refusals()).reduce((sum, row) => sum + row.count, 0)).toBe(count);
  return refusals();
}

describe('a refused request', () => {
  it('is listed with the rule that refused it and the sentence the tool got, and its repeats are one row', async () => {
    const { key, id, agent } = await test.issue('0.0001/day');
    const said = await ask(key, 'gpt-4o');
    await ask(key, 'gpt-4o');
    await ask(key, 'gpt-4o-mini');
    const [newest, first, ...more] = await listed(3);
    expect(more).toEqual([]);
    expect(newest).toMatchObject({ model: 'gpt-4o-mini', count: 1 });
    expect(first).toMatchObject({
      outcome: 'refused',
      rule: 'cap',
      agent,
      subKeyId: id,
      provider: 'openai',
      model: 'gpt-4o',
      endpoint: 'chat/completions',
      session: SESSION,
      status: 403,
      count: 2,
    });
    expect(said).toContain(first?.message);
    expect(test.provider.requests).toHaveLength(0);
  });

  it('stands among the settled ones, is found by every filter of its own, and is counted', async () => {
    const { key, id, agent } = await test.issue('5/day');
    const other = await test.issue('0.0001/day');
    await ask(key, 'gpt-4o', 'Hello');
    await ask(key, 'no-such-model');
    await ask(other.key, 'gpt-4o');
    await ask('sk-nobody-at-all', 'gpt-4o');
    await listed(3);
    const { requests, refusals: all } = await test.client.gateway.usage.search({});
    expect([requests.length, all.map(({ agent: who }) => who)]).toEqual([1, [null, other.agent, agent]]);
    const rulesOf = async (filters: object): Promise<readonly string[]> =>
      (await refusals(filters)).map(({ rule }) => rule).toSorted();
    expect(await rulesOf({ subKeyId: id })).toEqual(['price']);
    expect(await rulesOf({ text: other.agent })).toEqual(['cap']);
    expect(await rulesOf({ session: SESSION })).toEqual(['cap', 'price', 'unknown-sub-key']);
    expect(await rulesOf({ text: all[0]?.id })).toEqual(['unknown-sub-key']);
    expect(await rulesOf({ model: 'gpt-4o' })).toEqual(['cap']);
    expect(await rulesOf({ outcome: 'served' })).toEqual([]);
    expect(await rulesOf({ certainty: 'exact' })).toEqual([]);
    expect(await rulesOf({ to: (all[2]?.lastAt ?? 0) + 1 })).toEqual(['price']);
    expect((await test.client.gateway.usage.search({ outcome: 'refused' })).requests).toEqual([]);
    expect(await test.client.gateway.usage.sum({})).toMatchObject({
      requests: 1,
      refused: 3,
      cost: test.provider.bill(),
      next: null,
    });
    expect(await test.client.gateway.usage.sum({ outcome: 'refused', subKeyId: id })).toMatchObject({
      requests: 0,
      refused: 1,
      cost: 0,
    });
  });

  it('comes page by page in one list with the settled ones, without a gap', async () => {
    const { key } = await test.issue('5/day');
    for (let turn = 0; turn < 3; turn += 1) {
      await ask(key, 'gpt-4o', 'Hello');
      await ask(key, `no-such-model-${turn}`);
    }
    await listed(3);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await test.client.gateway.usage.search({ limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.requests.map(({ id }) => id), ...page.refusals.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen.map((id) => id.slice(0, 3))).toEqual(['ref', 'req', 'ref', 'req', 'ref', 'req']);
    expect(new Set(seen).size).toBe(6);
  });

  it('is told live at once, and its repeats as the same row', async () => {
    const { key } = await test.issue('0.0001/day');
    const ending = new AbortController();
    const events = await test.client.gateway.live(undefined, { signal: ending.signal });
    const next = async (): Promise<RefusalView> => {
      for await (const event of events as AsyncIterable<LiveEvent>) if (event.type === 'refusal') return event.refusal;
      throw new Error('the events have ended');
    };
    const first = next();
    await ask(key, 'gpt-4o');
    expect(await first).toMatchObject({ count: 1, rule: 'cap' });
    ending.abort();
    const again = await test.client.gateway.live();
    const snapshot = await again.next();
    expect(snapshot.value).toMatchObject({ type: 'snapshot', refused: [{ id: (await first).id }] });
    await again.return?.();
  });
});

describe('a request that its provider failed', () => {
  it('keeps what the provider said, never a key, and what was booked for it', async () => {
    test.provider.setScript({ fault: 'overloaded' });
    const { key } = await test.issue('5/day');
    await ask(key, 'gpt-4o', 'Hello');
    const [request] = await test.settled(1);
    if (!request) throw new Error('nothing has settled');
    expect(request).toMatchObject({ outcome: 'provider-error', basis: 'unused', cost: 0 });
    const detail = await test.client.gateway.usage.request({ id: request.id });
    expect(detail.answered).toMatch(/overloaded/i);
    expect(detail.answered).not.toContain(PROVIDER_KEY);
    expect(detail.costs).toEqual([]);
  });

  it('and one that could not be reached says why', async () => {
    const { key } = await test.issue('5/day');
    await test.provider.stop();
    await ask(key, 'gpt-4o', 'Hello');
    const [request] = await test.settled(1);
    if (!request) throw new Error('nothing has settled');
    const { answered } = await test.client.gateway.usage.request({ id: request.id });
    expect(answered).toContain('openai');
  });

  it('while a served one tells what each part of its cost comes to', async () => {
    test.provider.setScript({ inputTokens: 40_000, outputTokens: 50 });
    const { key } = await test.issue('5/day');
    await ask(key, 'gpt-4o', 'Hello');
    const [request] = await test.settled(1);
    if (!request) throw new Error('nothing has settled');
    const { costs, answered } = await test.client.gateway.usage.request({ id: request.id });
    expect(costs).toEqual([
      { part: 'input', nanodollars: 100_000_000 },
      { part: 'output', nanodollars: 500_000 },
    ]);
    expect(answered).toBeNull();
  });
});
