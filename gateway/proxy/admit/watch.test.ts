import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 10 } });
});
afterEach(() => test.stop());

const ask = (key: string, content = 'hi', most = 20): Promise<unknown> =>
  new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 }).chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content }],
    max_tokens: most,
  });
/** The newest snapshot's notices, newest first. */
async function notices(): Promise<readonly { readonly kind: string; readonly text: string }[]> {
  const ending = new AbortController();
  const events = await test.client.gateway.live(undefined, { signal: ending.signal });
  const first = await events.next();
  ending.abort();
  return !first.done && first.value.type === 'snapshot' ? first.value.state.notices : [];
}

describe('the person is notified', () => {
  it('when a cap is half used and when it has no more room, once each, and it is on record', async () => {
    const { id, key, agent } = await test.issue('5/day');
    test.provider.setScript({ outputTokens: 2_000 });
    await ask(key, 'hi', 2_000);
    const each = test.provider.bill();
    const amount = parseCap(`${(each * 4) / 1e9}/day`)?.amount;
    if (amount === undefined) throw new Error('no amount');
    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { caps: [{ window: 'total', rolling: false, amount }] },
    });
    for (let round = 0; round < 4; round += 1) await ask(key, 'hi', 2_000).catch(() => undefined);
    await test.settled(2);
    const said = (await notices()).map(({ text }) => text);
    expect(said.some((text) => text.startsWith(`${agent} has used 50% of its cap: $`))).toBe(true);
    // A request's bound refuses before the last cent is spent: to a person that cap is used up.
    await expect(ask(key, 'hi', 2_000)).rejects.toMatchObject({ status: 403, code: 'cap' });
    expect((await notices())[0]?.text).toMatch(
      new RegExp(
        `^${agent} has used \\$.* in total, and its next request does not fit in the rest\\. Raise the cap with `,
      ),
    );
    expect(new Set(said).size).toBe(said.length);
    // The audit entry is written without making anybody wait.
    const audited = async (): Promise<number> =>
      (await test.client.gateway.audit.export({})).filter(({ text }) => text.includes('cap-warning')).length;
    const told = (await notices()).length;
    await expect.poll(audited).toBe(told);
  });

  it('when an agent repeats itself; with the brake set to pause it is stopped, with the reason', async () => {
    const { id, key, agent } = await test.issue('5/day');
    for (let turn = 0; turn < 12; turn += 1) await ask(key);
    expect((await notices())[0]).toMatchObject({
      kind: 'brake-warning',
      text: expect.stringContaining(`${agent} may be stuck: 12 identical requests`),
    });

    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { caps: [parseCap('5/day')].filter((cap) => cap !== undefined), brake: { loop: 'pause' } },
    });
    for (let turn = 0; turn < 11; turn += 1) await ask(key, 'again');
    await ask(key, 'again').catch(() => undefined);
    await expect(ask(key, 'something else')).rejects.toMatchObject({
      status: 403,
      code: 'agent-paused',
      message: expect.stringContaining('12 identical requests'),
    });
    expect((await notices())[0]).toMatchObject({ kind: 'brake-paused' });

    const [record] = await test.client.gateway.agents.list();
    if (!record) throw new Error('no agent');
    await test.client.gateway.agents.resume({ id: record.id });
    await ask(key, 'again');
  });
});
