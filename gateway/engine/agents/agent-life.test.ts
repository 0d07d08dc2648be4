import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
let client: GatewayClient;
const follow = (next: TestGateway): void => {
  test = next;
  client = next.client.gateway;
};
beforeEach(async () => follow(await startTestGateway({ script: { outputTokens: 100 } })));
afterEach(() => test.stop());

const capsOf = (...texts: readonly string[]) => texts.flatMap((text) => parseCap(text) ?? []);

const ask = async (apiKey: string): Promise<void> => {
  const openai = new OpenAI({ apiKey, baseURL: test.openaiUrl, maxRetries: 0 });
  await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 100,
    messages: [{ role: 'user', content: 'Hello' }],
  });
};
const spent = async (): Promise<number> =>
  (await client.usage.recent({ limit: 500 })).reduce((sum, { cost }) => sum + cost, 0);
const issueTo = async (agent: string, ...caps: readonly string[]) =>
  client.keys.issue({ agent, caps: capsOf(...caps), capsOn: 'agent' });
const agentOf = async (name: string): Promise<AgentId> => (await client.agents.add({ name })).id;

describe('two sub-keys of one agent', () => {
  it('cannot spend more than its cap together, at once or one after the other, also after a restart', async () => {
    const id = await agentOf('Codex');
    const first = await issueTo('Codex', '0.001/day');
    const second = await issueTo('Codex');
    const storm = (): Promise<readonly PromiseSettledResult<void>[]> =>
      Promise.allSettled(Array.from({ length: 30 }, (_, at) => ask(at % 2 === 0 ? first.key : second.key)));
    const results = await storm();
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(2);
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(2);
    const total = await spent();
    expect(total).toBeLessThanOrEqual(1_000_000);
    follow(await test.restart());
    await storm();
    expect(await spent()).toBeLessThanOrEqual(1_000_000);
    const third = await issueTo('Codex');
    await expect(ask(third.key)).rejects.toMatchObject({ status: 403, message: expect.stringContaining('Codex has') });
    expect(test.provider.bill()).toBe(await spent());
    expect((await client.agents.list()).find((agent) => agent.id === id)?.caps[0]?.spent).toBe(await spent());
    // What each has spent is told for it, and together it is what the agent has.
    const keys = await client.keys.list();
    expect(keys.reduce((sum, key) => sum + key.spent, 0)).toBe(await spent());
    expect(keys.filter((key) => key.lastUsedAt !== null).map((key) => key.id)).toEqual([first.id, second.id]);
  });

  it('may each have a cap alone, beside the one they share', async () => {
    await agentOf('Codex');
    await issueTo('Codex', '5/day');
    const alone = await client.keys.issue({ agent: 'Codex', caps: capsOf('0.000001/day') });
    await expect(ask(alone.key)).rejects.toMatchObject({ status: 403, code: 'cap' });
    expect((await client.agents.list())[0]?.caps).toHaveLength(1);
  });
});

describe('an agent that becomes part of another', () => {
  it('brings its sub-keys and what it spent: the caps of the other hold, also for running requests', async () => {
    const [from, into] = [await agentOf('Old'), await agentOf('New')];
    const old = await issueTo('Old', '5/day');
    const other = await issueTo('New', '0.0004/day');
    await ask(old.key);
    await ask(other.key);
    test.provider.setScript({ outputTokens: 100, firstByteMs: 1_500 });
    const running = ask(old.key);
    await expect.poll(async () => (await client.agents.list()).find(({ id }) => id === from)?.running).toBe(1);
    await client.agents.merge({ id: from, into });
    const held = (await client.agents.list())[0]?.caps[0];
    expect(held?.reserved).toBeGreaterThan(0);
    await running;
    test.provider.setScript({ outputTokens: 100 });
    await Promise.allSettled(Array.from({ length: 10 }, () => ask(old.key)));
    await expect(ask(old.key)).rejects.toMatchObject({ message: expect.stringContaining('New has used') });
    const check = async (): Promise<void> => {
      const [agent, ...rest] = await client.agents.list();
      expect(rest).toEqual([]);
      expect(agent?.spentTotal).toBe(await spent());
      expect(agent?.caps[0]?.spent).toBe(await spent());
      const { rows } = await client.usage.summary({ by: 'agent' });
      expect(rows.map(({ group }) => group)).toEqual(['New']);
      expect((await client.usage.search({ agentId: into })).requests.length).toBe(test.provider.requests.length);
      expect((await client.keys.list()).map((key) => key.agent)).toEqual(['New', 'New']);
    };
    await check();
    expect(await spent()).toBeLessThanOrEqual(400_000);
    follow(await test.restart());
    await check();
    await expect(ask(old.key)).rejects.toMatchObject({ status: 403, code: 'cap' });
    // Tools that know the old name find the new one.
    expect((await issueTo('Old')).agent).toBe('New');
  });

  it('is refused where its sub-keys would lose their only cap, and into itself', async () => {
    const [from, into] = [await agentOf('Old'), await agentOf('New')];
    await issueTo('Old', '5/day');
    await expect(client.agents.merge({ id: from, into })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(client.agents.merge({ id: from, into: from })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await client.agents.list()).toHaveLength(2);
  });
});

describe('an agent', () => {
  it('that is deleted leaves its history under its name, and its name to another', async () => {
    const id = await agentOf('Codex');
    const { key } = await issueTo('Codex', '5/day');
    await ask(key);
    expect(await client.agents.delete({ id })).toMatchObject({ id, name: 'Codex', revoked: 1 });
    await expect(ask(key)).rejects.toMatchObject({ status: 403, code: 'sub-key-revoked' });
    const again = await agentOf('Codex');
    follow(await test.restart());
    expect((await client.agents.list()).map((agent) => agent.id)).toEqual([again]);
    expect(await client.agents.former()).toMatchObject([{ id, name: 'Codex' }]);
    expect((await client.usage.search({ text: 'codex' })).requests).toMatchObject([{ agent: 'Codex', agentId: id }]);
    expect(await client.keys.list()).toMatchObject([{ agent: 'Codex', ended: { why: 'agent-deleted' } }]);
    await expect(client.agents.rename({ id, name: 'Other' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('that is archived is refused and cut at once, and comes back paused where it was', async () => {
    const id = await agentOf('Codex');
    const { key } = await issueTo('Codex', '5/day');
    await client.agents.pause({ id });
    await client.agents.archive({ id });
    await expect(ask(key)).rejects.toMatchObject({ code: 'agent-archived' });
    expect(await client.policies.list()).not.toContainEqual(expect.objectContaining({ scope: scopeOf('agent', id) }));
    follow(await test.restart());
    await expect(ask(key)).rejects.toMatchObject({ code: 'agent-archived' });
    expect((await client.agents.unarchive({ id })).paused).toBe(true);
    await client.agents.resume({ id });
    await ask(key);
  });
});
