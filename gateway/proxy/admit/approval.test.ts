import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import type { ApprovalView } from '../../../shared/contract/approval-views.ts';
import { parseCap } from '../../../shared/cap.ts';
import { formatUsd, ZERO } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

/** A sub-key that asks a person, with a cap that has no room for anything. */
async function askingKey(options: Parameters<typeof startTestGateway>[0] = {}) {
  test = await startTestGateway({ script: { outputTokens: 20 }, ...options });
  const issued = await test.issue('0.000001/day');
  const scope = scopeOf('key', issued.id);
  const [own] = (await test.client.gateway.policies.list()).filter((entry) => entry.scope === scope);
  await test.client.gateway.policies.set({ scope, policy: { ...own?.policy, onCap: 'ask' } });
  return issued;
}

async function firstQuestion(): Promise<ApprovalView> {
  for (;;) {
    const [first] = await test.client.gateway.approvals.list();
    if (first) return first;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const openai = (apiKey: string): OpenAI => new OpenAI({ apiKey, baseURL: test.openaiUrl, maxRetries: 0 });
const ask = (apiKey: string, stream: boolean) =>
  openai(apiKey).chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 100,
    messages: [{ role: 'user', content: 'Hi' }],
    stream,
  });

async function auditKinds(): Promise<readonly string[]> {
  const links = await test.client.gateway.audit.export({});
  return links.map(({ text }) => String(JSON.parse(text).kind));
}

describe('a request that no cap has room for', () => {
  it('is refused at once if nobody opted in', async () => {
    test = await startTestGateway();
    const { key } = await test.issue('0.000001/day');
    await expect(ask(key, false)).rejects.toMatchObject({ status: 403, code: 'cap' });
    expect(await test.client.gateway.approvals.list()).toEqual([]);
  });

  it('waits, is allowed once, counts against the cap, and is on record', async () => {
    const { key, id } = await askingKey();
    const reply = ask(key, false);
    const question = await firstQuestion();
    expect(question).toMatchObject({ agent: 'Agent 1', model: 'gpt-4o-mini', provider: 'openai', subKeyId: id });
    expect(question.reason).toContain('Agent 1 has used');
    await test.client.gateway.approvals.answer({ id: question.id, answer: 'allow-once' });
    expect(await reply).toMatchObject({ choices: [{ finish_reason: 'stop' }] });
    const [settled] = await test.settled(1);
    const [view] = (await test.client.gateway.keys.list()).filter((known) => known.id === id);
    expect(view?.caps[0]?.spent).toBe(settled?.cost);
    expect(settled?.cost).toBeLessThanOrEqual(question.needed);
    expect(await auditKinds()).toEqual(expect.arrayContaining(['approval-asked', 'approval-answered']));
    // Once means once.
    const next = ask(key, false);
    await test.client.gateway.approvals.answer({ id: (await firstQuestion()).id, answer: 'deny' });
    await expect(next).rejects.toMatchObject({ status: 403, message: expect.stringContaining('said no') });
    expect(test.provider.bill()).toBe(settled?.cost);
  });

  it('asks for one amount: what it would be held for, not the least that it could do with', async () => {
    const { key } = await askingKey();
    const reply = openai(key).chat.completions.create({
      model: 'gpt-4o-mini',
      max_tokens: 10_000,
      messages: [{ role: 'user', content: 'Hi' }],
    });
    const { id, needed, reason } = await firstQuestion();
    expect(reason).toContain(`this request could cost ${formatUsd(needed)}.`);
    await test.client.gateway.approvals.answer({ id, answer: 'deny' });
    await expect(reply).rejects.toMatchObject({ status: 403, message: expect.stringContaining('said no') });
  });

  it('is not served once allowed, if a rule or the loss of its provider forbids it by then', async () => {
    const { key, id } = await askingKey();
    const scope = scopeOf('key', id);
    const { policies, approvals, providers } = test.client.gateway;
    const [own] = (await policies.list()).filter((entry) => entry.scope === scope);
    const first = expect(ask(key, false)).rejects.toMatchObject({ status: 403, code: 'models' });
    await firstQuestion();
    // It is refused at once, so nobody needs to answer any more.
    await policies.set({ scope, policy: { ...own?.policy, models: { deny: ['*-mini'] } } });
    await first;
    await policies.set({ scope, policy: { ...own?.policy } });
    const second = expect(ask(key, false)).rejects.toMatchObject({ status: 403, code: 'providers' });
    const next = await firstQuestion();
    for (const { name } of await providers.list()) await providers.remove({ name });
    await approvals.answer({ id: next.id, answer: 'allow-once' });
    await second;
    expect(test.provider.bill()).toBe(0);
  });

  it('passes after the cap is raised, and so does the next one, until midnight', async () => {
    let now = Date.parse('2026-11-21T12:00:00Z');
    const { key, id } = await askingKey({ clock: { now: () => now } });
    const reply = ask(key, false);
    const question = await firstQuestion();
    await test.client.gateway.approvals.answer({ id: question.id, answer: 'raise-today', raiseBy: question.raiseBy });
    await reply;
    const capOf = async () => (await test.client.gateway.keys.list()).find((known) => known.id === id)?.caps[0];
    expect(await capOf()).toMatchObject({ raisedBy: question.raiseBy });
    now = Date.parse('2026-11-21T23:00:01Z');
    expect(await capOf()).toMatchObject({ raisedBy: 0, amount: 1_000, spent: 0 });
  });

  it('asks five times at once and no more: a person is not flooded', async () => {
    const { key } = await askingKey({ approvalMs: 1_500 });
    const results = Promise.allSettled(Array.from({ length: 12 }, () => ask(key, false)));
    await firstQuestion();
    await expect.poll(async () => (await test.client.gateway.approvals.list()).length).toBe(5);
    const messages = (await results).map((result) => (result.status === 'rejected' ? String(result.reason) : 'served'));
    expect(messages.filter((message) => message.includes('nobody answered'))).toHaveLength(5);
    expect(messages.filter((message) => message.includes('served'))).toEqual([]);
  });

  it('is refused when nobody answers in time', async () => {
    const { key } = await askingKey({ approvalMs: 50 });
    await expect(ask(key, false)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('nobody answered'),
    });
    expect(await test.client.gateway.approvals.list()).toEqual([]);
  });

  it('asks no more when its client has gone, its sub-key is revoked, or it fits by itself', async () => {
    const { key, id } = await askingKey();
    const leaving = new AbortController();
    const left = openai(key).chat.completions.create(
      { model: 'gpt-4o-mini', max_tokens: 100, messages: [] },
      { signal: leaving.signal },
    );
    const leftEnd = expect(left).rejects.toThrow();
    await firstQuestion();
    leaving.abort();
    await leftEnd;
    await expect.poll(() => test.client.gateway.approvals.list()).toEqual([]);

    const fits = ask(key, false);
    await firstQuestion();
    const scope = scopeOf('key', id);
    await test.client.gateway.policies.set({
      scope,
      policy: { caps: [{ window: 'day', rolling: false, amount: 1_000_000_000 }], onCap: 'ask' },
    });
    await fits;
    expect(await test.client.gateway.approvals.list()).toEqual([]);

    await test.client.gateway.policies.set({
      scope,
      policy: { caps: [{ window: 'day', rolling: false, amount: 1_000 }], onCap: 'ask' },
    });
    const revoked = expect(ask(key, false)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('revoked'),
    });
    await firstQuestion();
    await test.client.gateway.keys.revoke({ id });
    await revoked;
    expect(await test.client.gateway.approvals.list()).toEqual([]);
  });
});

describe('a stream that waits for longer than a moment', { timeout: 20_000 }, () => {
  it.each(['openai', 'anthropic'] as const)(
    'is kept alive by heartbeats that the official SDK of %s does not mind, then is answered',
    async (dialect) => {
      const { key } = await askingKey();
      const text = dialect === 'openai' ? openAiText(key) : anthropicText(key);
      const question = await firstQuestion();
      await new Promise((resolve) => setTimeout(resolve, 5_500));
      await test.client.gateway.approvals.answer({ id: question.id, answer: 'allow-once' });
      expect((await text).length).toBeGreaterThan(10);
    },
  );

  it.each(['openai', 'anthropic'] as const)(
    'is refused by an error that the official SDK of %s reports',
    async (dialect) => {
      const { key } = await askingKey({ approvalMs: 5_500 });
      await expect(dialect === 'openai' ? openAiText(key) : anthropicText(key)).rejects.toThrow('nobody answered');
    },
  );
});

async function openAiText(key: string): Promise<string> {
  let text = '';
  for await (const chunk of await openai(key).chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 100,
    messages: [{ role: 'user', content: 'Hi' }],
    stream: true,
  })) {
    text += chunk.choices[0]?.delta.content ?? '';
  }
  return text;
}

async function anthropicText(key: string): Promise<string> {
  const client = new Anthropic({ apiKey: key, baseURL: test.anthropicUrl, maxRetries: 0 });
  const message = await client.messages
    .stream({ model: 'claude-haiku-4-5', max_tokens: 100, messages: [{ role: 'user', content: 'Hi' }] })
    .finalMessage();
  return message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}

describe('a request that a person allows once', () => {
  it('has the form that they saw: the one with the fewest calls of hosted tools', async () => {
    const { key } = await askingKey();
    const reply = openai(key).responses.create({
      model: 'gpt-5',
      input: 'Hi',
      max_output_tokens: 1_000,
      tools: [{ type: 'web_search' }],
      tool_choice: 'required',
    });
    const question = await firstQuestion();
    await test.client.gateway.approvals.answer({ id: question.id, answer: 'allow-once' });
    await reply;
    expect(JSON.parse(test.provider.requests.at(-1)?.body ?? '{}')).toMatchObject({ max_tool_calls: 1 });
  });

  it('stays within what one request may cost', async () => {
    const { key, id } = await askingKey();
    const scope = scopeOf('key', id);
    const [own] = (await test.client.gateway.policies.list()).filter((entry) => entry.scope === scope);
    const most = parseCap('0.002/day')?.amount ?? ZERO;
    await test.client.gateway.policies.set({ scope, policy: { ...own?.policy, maxCost: most } });
    const reply = openai(key).chat.completions.create({
      model: 'gpt-4o-mini',
      max_tokens: 16_000,
      messages: [{ role: 'user', content: 'Hi' }],
    });
    const question = await firstQuestion();
    expect(question.needed).toBeLessThanOrEqual(most);
    await test.client.gateway.approvals.answer({ id: question.id, answer: 'allow-once' });
    await reply;
    const body: unknown = JSON.parse(test.provider.requests.at(-1)?.body ?? '{}');
    expect(body).toMatchObject({
      max_tokens: expect.toSatisfy((limit: number) => limit > 256 && limit < 3_400) as number,
    });
  });
});
