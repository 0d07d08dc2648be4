import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reservation } from '../../accounts/spend/reservation.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import type { Exchange } from '../../testing/open-exchange.ts';
import { chatAsk, chatOperation, openMoneyPath, usageOf } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { bodyOf, brokenBody, relayedReply } from '../../testing/relay-replies.ts';
import { createKeyHider } from './hide-key.ts';
import { relayOpaque, relayPlain } from './relay-plain.ts';
import type { RelayedReply } from './relayed-reply.ts';

// gpt-4o, in nano-dollars a token.
const [IN, OUT] = [2_500, 10_000];
/** The whole bound of the request that stands here: 1,000 tokens in and 4,000 out. */
const WHOLE = 1_000 * IN + 4_000 * OUT;
const REPLY = JSON.stringify({ ...usageOf(10, 3), choices: [{ index: 0, message: { content: 'Hello' } }] });
const ERROR = JSON.stringify({ error: { code: 'overloaded', message: 'Come back later.' } });
const JSON_TYPE = { 'content-type': 'application/json' };

let path: MoneyPath;
let exchange: Exchange;
beforeEach(async () => {
  [path, exchange] = await Promise.all([openMoneyPath(), openExchange()]);
});
afterEach(async () => {
  await exchange.stop();
  await path.remove();
});

const way = (body: AsyncIterable<Buffer>, more: Partial<RelayedReply> = {}): RelayedReply =>
  relayedReply(path, exchange, body, { headers: JSON_TYPE, ask: chatAsk({ stream: false }), ...more });
const relayed = (body: AsyncIterable<Buffer>, more: Partial<RelayedReply> = {}) => relayPlain(way(body, more));
const row = async () => {
  const view = await path.settled();
  return view && [view.cost, view.basis, view.outcome];
};

describe('a reply that comes as a whole', () => {
  it('is passed on whole, and costs its own figures', async () => {
    await relayed(bodyOf(REPLY.slice(0, 20), REPLY.slice(20)));
    const { status, headers, body } = await exchange.reply;
    expect([status, headers['content-length'], body]).toEqual([200, String(REPLY.length), REPLY]);
    expect(await row()).toEqual([10 * IN + 3 * OUT, 'usage', 'served']);
  });

  it('is settled before its client has any of it', async () => {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const held = path.hold();
    const settle: Reservation['settle'] = async (end) => {
      await gate;
      await held.reservation.settle(end);
    };
    const relaying = relayed(bodyOf(REPLY), { heldRequest: { ...held, reservation: { ...held.reservation, settle } } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(exchange.response.headersSent).toBe(false);
    go();
    await relaying;
    expect((await exchange.reply).body).toBe(REPLY);
  });

  it('that says nothing of what was used costs its bound', async () => {
    await relayed(bodyOf('{"id":"chat_1","choices":[]}'));
    expect(await row()).toEqual([WHOLE, 'bound', 'served']);
  });

  it('that is no JSON at all costs its bound, and passes as it came', async () => {
    await relayed(bodyOf('Hello'));
    expect([await row(), (await exchange.reply).body]).toEqual([[WHOLE, 'bound', 'served'], 'Hello']);
  });

  it('is unpacked where it is compressed and does not say so, and only there', async () => {
    const packed = async function* () {
      yield await Promise.resolve(gzipSync(REPLY));
    };
    await relayed(packed());
    expect([await row(), (await exchange.reply).body]).toEqual([[10 * IN + 3 * OUT, 'usage', 'served'], REPLY]);
    await exchange.stop();
    exchange = await openExchange();
    await relayed(packed(), { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } });
    expect([(await row())?.[1], (await exchange.reply).headers['content-encoding']]).toEqual(['bound', 'gzip']);
  });

  it("loses the provider's key", async () => {
    const key = 'sk-proj-made-up-0123456789';
    await relayed(bodyOf(`{"warning":"${key}"}`), { hider: createKeyHider(`Bearer ${key}`) });
    expect((await exchange.reply).body).toBe(`{"warning":"${'*'.repeat(key.length)}"}`);
  });

  it('whose client has gone is settled, and sent to nobody', async () => {
    await relayed(bodyOf(REPLY), { stopped: AbortSignal.abort('client-gone'), endedBy: () => 'client-gone' });
    expect([await row(), exchange.response.headersSent]).toEqual([[10 * IN + 3 * OUT, 'usage', 'client-gone'], false]);
  });

  it('of a request that goes on by itself is followed, and not settled yet', async () => {
    const follow = vi.fn<(id: string) => void>();
    await relayed(bodyOf('{"id":"resp_1","status":"queued"}'), { follow, ask: { ...chatAsk(), outlivesStream: true } });
    expect([follow.mock.calls, await row()]).toEqual([[['resp_1']], undefined]);
  });
});

describe('an error', () => {
  it.each([400, 429, 500, 503])('with status %i costs nothing, and passes as it came', async (status) => {
    await relayed(bodyOf(ERROR), { status });
    expect([await row(), (await exchange.reply).body, (await exchange.reply).status]).toEqual([
      [0, 'unused', 'provider-error'],
      ERROR,
      status,
    ]);
  });

  it('that says that time was up costs its bound, by its status or by its code', async () => {
    await relayed(bodyOf(ERROR), { status: 504 });
    expect(await row()).toEqual([WHOLE, 'bound', 'provider-error']);
    await exchange.stop();
    exchange = await openExchange();
    await relayed(bodyOf('{"error":{"code":504,"message":"late"}}'));
    expect(await row()).toEqual([WHOLE, 'bound', 'provider-error']);
  });

  it('under a status of success costs nothing: it says that nothing was made', async () => {
    await relayed(bodyOf(ERROR));
    expect(await row()).toEqual([0, 'unused', 'provider-error']);
  });

  it('beside figures of something that was made costs these', async () => {
    await relayed(bodyOf(JSON.stringify({ ...usageOf(10, 3), error: { code: 'half', message: 'no' } })));
    expect(await row()).toEqual([10 * IN + 3 * OUT, 'usage', 'served']);
  });

  it('with figures, under a status of failure, costs these as well', async () => {
    await relayed(bodyOf(JSON.stringify(usageOf(10, 3))), { status: 500 });
    expect(await row()).toEqual([10 * IN + 3 * OUT, 'usage', 'provider-error']);
  });

  it('behind the beginning of a stream ends that in the words of the provider', async () => {
    exchange.response.writeHead(200, { 'content-type': 'text/event-stream' });
    exchange.response.write(': waiting\n\n');
    await relayed(bodyOf(ERROR), { status: 503 });
    expect((await exchange.reply).body).toMatch(/^: waiting\n\ndata: .*"message":"Come back later\.".*\n\n$/);
  });

  it('without words, behind the beginning of a stream, is told by its status', async () => {
    exchange.response.writeHead(200, { 'content-type': 'text/event-stream' });
    await relayed(bodyOf('<html>'), { status: 503 });
    expect((await exchange.reply).body).toContain('The provider answered with status 503.');
  });
});

describe('a reply that breaks off', () => {
  it('costs its bound, and its client does not take what there is for the whole', async () => {
    await relayed(brokenBody(REPLY));
    expect([(await exchange.reply).isBroken, await row()]).toEqual([true, [WHOLE, 'bound', 'provider-error']]);
  });

  it('because its cap had no room for more was cut', async () => {
    const whole = way(brokenBody(REPLY));
    const exhausted = AbortSignal.abort('cap');
    await relayPlain({ ...whole, hold: { ...whole.hold, exhausted } });
    expect((await row())?.[2]).toBe('cut');
  });
});

describe('a reply that is no document', () => {
  const usageOfAsk = () => ({ ...NO_USAGE, input: 20 });

  it('is settled by its request alone, before the first byte of it is asked for', async () => {
    const settledBefore: unknown[] = [];
    async function* sound(): AsyncGenerator<Buffer, void, undefined> {
      settledBefore.push(await row());
      yield Buffer.from('sound');
    }
    await relayOpaque(way(sound(), { operation: { ...chatOperation(), usageOfAsk } }));
    expect(settledBefore).toEqual([[20 * IN, 'usage', 'served']]);
    expect((await exchange.reply).body).toBe('sound');
  });

  it('that breaks off breaks for its client too', async () => {
    await relayOpaque(way(brokenBody('sou'), { operation: { ...chatOperation(), usageOfAsk } }));
    expect([(await exchange.reply).isBroken, await row()]).toEqual([true, [20 * IN, 'usage', 'served']]);
  });

  it('whose client has gone costs the same, is told as left, and is sent to nobody', async () => {
    const gone = { stopped: AbortSignal.abort('client-gone'), endedBy: (): 'client-gone' => 'client-gone' };
    await relayOpaque(way(bodyOf('sound'), { ...gone, operation: { ...chatOperation(), usageOfAsk } }));
    expect([await row(), exchange.response.headersSent]).toEqual([[20 * IN, 'usage', 'client-gone'], false]);
  });
});
