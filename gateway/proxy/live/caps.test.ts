import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CREATE, say, startLiveGateway, TEXT, TRANSCRIBED } from '../../testing/start-live-gateway.ts';
import type { LiveGateway } from '../../testing/start-live-gateway.ts';
import type { SocketClient } from '../../testing/socket-client.ts';

let test: LiveGateway;
beforeEach(async () => {
  test = await startLiveGateway();
});
afterEach(() => test.stop());

/** Milliseconds a token: the highest pace that any provider is taken to have is 600 tokens a second. */
const FASTEST_KNOWN_MS = 2;
const STEPS = ['say', 'ask', 'ask twice', 'interrupt', 'cancel', 'wait', 'transcribe', 'revoke', 'leave'] as const;
const schedules = fc.record({
  cents: fc.integer({ min: 1, max: 60 }),
  hold: fc.constantFrom('', '/full'),
  steps: fc.array(fc.constantFrom(...STEPS), { minLength: 2, maxLength: 10 }),
  script: fc.record({
    outputTokens: fc.integer({ min: 1, max: 1_500 }),
    tokenMs: fc.constantFrom(0, 2, 2, 3),
    noUsage: fc.boolean(),
    ignoresLimit: fc.boolean(),
    destroyAfterTokens: fc.constantFrom(undefined, undefined, undefined, 60),
  }),
});

async function step(
  client: SocketClient,
  id: Awaited<ReturnType<LiveGateway['issue']>>['id'],
  what: (typeof STEPS)[number],
) {
  if (client.socket.readyState !== client.socket.OPEN) return;
  if (what === 'say') await say(client, 1_500);
  if (what.startsWith('ask')) client.send(TEXT);
  if (what.startsWith('ask')) client.send(CREATE);
  if (what === 'ask twice') client.send(CREATE);
  if (what === 'interrupt') await say(client, 300);
  if (what === 'cancel') client.send({ type: 'response.cancel' });
  if (what === 'transcribe') client.send(TRANSCRIBED);
  if (what === 'revoke') await test.client.gateway.keys.revoke({ id });
  if (what === 'leave') client.socket.terminate();
  await sleep(what === 'wait' ? 60 : 15);
}

describe('the cap of a session', () => {
  it('holds over its turns, whatever its provider leaves out; the ledger has the whole bill', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async ({ cents, hold, steps, script: { destroyAfterTokens, ...script } }) => {
        const before = test.provider.bill();
        // Only its pace stops one that ignores a limit.
        const tokenMs = script.ignoresLimit ? FASTEST_KNOWN_MS : script.tokenMs;
        test.provider.setScript({
          ...script,
          tokenMs,
          ...(destroyAfterTokens !== undefined && { destroyAfterTokens }),
        });
        const { key, id } = await test.issue(`${cents / 100}/day${hold}`);
        const client = await test.session(key);
        for (const what of steps) await step(client, id, what);
        client.socket.terminate();
        await expect.poll(() => test.provider.openStreams, { timeout: 5_000 }).toBe(0);
        await expect.poll(() => test.held(id), { timeout: 5_000 }).toBe(0);
        const bill = test.provider.bill() - before;
        const view = (await test.client.gateway.keys.list()).find((one) => one.id === id);
        const spent = view?.caps[0]?.spent ?? 0;
        expect(bill).toBeLessThanOrEqual(cents * 10_000_000);
        // What an answer made that was left and has not shown is known by its pace alone.
        if (tokenMs >= FASTEST_KNOWN_MS) expect(spent).toBeGreaterThanOrEqual(bill);
      }),
      { numRuns: Number(process.env['PURSER_MODEL_RUNS'] ?? 25), endOnFailure: true },
    );
  }, 120_000);

  it('is passed by no more than what a provider begins unasked, and the ledger has that too', async () => {
    test.provider.setScript({ outputTokens: 24, repeats: true, tokenMs: 1 });
    const { key, id } = await test.issue('5/day');
    const client = await test.session(key);
    client.send(TEXT);
    client.send(CREATE);
    expect((await client.until('error')).at(-1)).toMatchObject({ error: { code: 'bound' } });
    expect(await client.closed).toBe(1008);
    await expect.poll(() => test.provider.openStreams).toBe(0);
    await expect.poll(() => test.held(id)).toBe(0);
    const view = (await test.client.gateway.keys.list()).find((one) => one.id === id);
    expect(view?.caps[0]?.spent).toBeGreaterThanOrEqual(test.provider.bill());
  });
});
