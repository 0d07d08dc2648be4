import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
let now = Date.parse('2026-11-21T12:00:00Z');
afterEach(() => test.stop());

const ask = async (apiKey: string): Promise<void> => {
  const openai = new OpenAI({ apiKey, baseURL: test.openaiUrl, maxRetries: 0 });
  await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 50,
    messages: [{ role: 'user', content: 'Hi' }],
  });
};
const refused = { status: 403, code: 'sub-key-revoked' } as const;
const start = async () => {
  test = await startTestGateway({ clock: { now: () => now }, script: { outputTokens: 10 } });
  return test.issue('5/day');
};
const kindsOf = async (): Promise<string> =>
  (await test.client.gateway.audit.export({})).map(({ text }) => text).join('\n');

describe('a revoked sub-key', () => {
  it('is refused from the first moment, serves again when that is undone in time, and both are on record', async () => {
    const { id, key } = await start();
    const { keys } = test.client.gateway;
    const { undo } = await keys.revoke({ id });
    expect(undo).toEqual({ ids: [id], until: now + 5_000 });
    await expect(ask(key)).rejects.toMatchObject(refused);
    now += 4_999;
    await keys.undoRevoke({ ids: [id] });
    await ask(key);
    expect(await kindsOf()).toMatch(/"sub-key-revoked"[^]*"sub-key-restored"/);
    test = await test.restart();
    await ask(key);
  });

  it('never serves again when nobody undid it, after the time, after a restart, or once it is used', async () => {
    const { id, key } = await start();
    await test.client.gateway.keys.revoke({ id });
    now += 5_000;
    await expect(test.client.gateway.keys.undoRevoke({ ids: [id] })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(ask(key)).rejects.toMatchObject(refused);
    const second = await test.issue('5/day');
    await test.client.gateway.keys.revoke({ id: second.id });
    test = await test.restart();
    await expect(test.client.gateway.keys.undoRevoke({ ids: [second.id] })).rejects.toMatchObject({ code: 'CONFLICT' });
    for (const one of [key, second.key]) await expect(ask(one)).rejects.toMatchObject(refused);
  });

  it('stays revoked when everything is revoked meanwhile, or its agent is deleted', async () => {
    const { id, key } = await start();
    const { keys, everything, agents } = test.client.gateway;
    await keys.revoke({ id });
    await everything.revoke();
    await expect(keys.undoRevoke({ ids: [id] })).rejects.toMatchObject({ code: 'CONFLICT' });
    const second = await test.issue('5/day');
    await keys.revoke({ id: second.id });
    const [, undone] = await Promise.allSettled([everything.revoke(), keys.undoRevoke({ ids: [second.id] })]);
    expect(undone.status).toBe('rejected');
    const third = await test.issue('5/day');
    await keys.revoke({ id: third.id });
    // An undo that is on its way to the disk loses against a panic.
    await Promise.allSettled([keys.undoRevoke({ ids: [third.id] }), everything.revoke()]);
    await expect(ask(third.key)).rejects.toMatchObject(refused);
    const [agent] = await agents.list();
    if (agent) await agents.delete({ id: agent.id });
    test = await test.restart();
    for (const one of [key, second.key, third.key]) await expect(ask(one)).rejects.toMatchObject(refused);
  });

  it('comes back with all others of its agent, and not with those that were revoked before', async () => {
    const { id, agent } = await start();
    const { keys, agents } = test.client.gateway;
    const caps = [{ window: 'day', rolling: false, amount: 1_000_000_000 }] as const;
    const earlier = await keys.issue({ agent, caps: [...caps] });
    const other = await keys.issue({ agent, caps: [...caps] });
    await keys.revoke({ id: earlier.id });
    now += 6_000;
    const [whose] = await agents.list();
    const { undo } = await agents.revoke({ id: whose?.id ?? '' });
    expect(undo?.ids.toSorted()).toEqual([id, other.id].toSorted());
    await keys.undoRevoke({ ids: undo?.ids ?? [] });
    await ask(other.key);
    await expect(ask(earlier.key)).rejects.toMatchObject(refused);
    expect((await keys.list()).map((one) => one.ended?.why)).toEqual([undefined, 'revoked', undefined]);
  });
});
