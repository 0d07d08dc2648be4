import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reservation } from '../../accounts/spend/reservation.ts';
import { DIALECTS } from '../../dialects/dialects.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import type { Exchange } from '../../testing/open-exchange.ts';
import { chatAsk, openMoneyPath, usageOf, watchOfASecond, wordsOf } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { bodyOf, brokenBody, relayedReply } from '../../testing/relay-replies.ts';
import type { HeldRequest } from '../reserve/held-request.ts';
import { relayStream } from './relay-stream.ts';
import type { RelayedReply } from './relayed-reply.ts';

// gpt-4o, in nano-dollars a token.
const [IN, OUT] = [2_500, 10_000];
const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`;
const HELLO = event(wordsOf('Hello'));
const FIGURES = event(usageOf(10, 3));
const DONE = 'data: [DONE]\n\n';
const BOUND = { input: 1_000, output: 2, cacheWrites: 'none' } as const;

let path: MoneyPath;
let exchange: Exchange;
beforeEach(async () => {
  [path, exchange] = await Promise.all([openMoneyPath(), openExchange()]);
});
afterEach(async () => {
  vi.useRealTimers();
  await exchange.stop();
  await path.remove();
});

const relayed = (body: AsyncIterable<Buffer>, more: Partial<RelayedReply> = {}) =>
  relayStream(relayedReply(path, exchange, body, more));
/** A held request whose settlement is told of before it begins, and waits. */
function watched(before: () => Promise<void> | void): HeldRequest {
  const held = path.hold();
  const settle: Reservation['settle'] = async (end) => {
    await before();
    await held.reservation.settle(end);
  };
  return { ...held, reservation: { ...held.reservation, settle } };
}

describe('a stream that comes to its end', () => {
  it('passes byte for byte, wherever it was cut on its way, and costs its own figures', async () => {
    const text = `: a comment\n\n${HELLO}${HELLO}${FIGURES}${DONE}`;
    await relayed(bodyOf(...(text.match(/.{1,7}/gs) ?? [])));
    const reply = await exchange.reply;
    expect([reply.status, reply.headers['content-type'], reply.body]).toEqual([200, 'text/event-stream', text]);
    expect(await path.settled()).toMatchObject({ cost: 10 * IN + 3 * OUT, certainty: 'exact', outcome: 'served' });
  });

  it('is settled before its client has the last event', async () => {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const settling = vi.fn<() => Promise<void>>(() => gate);
    const relaying = relayed(bodyOf(HELLO, FIGURES, DONE), { heldRequest: watched(settling) });
    await expect.poll(exchange.got).toBe(HELLO + FIGURES);
    expect(settling).toHaveBeenCalledTimes(1);
    go();
    await relaying;
    expect((await exchange.reply).body).toBe(HELLO + FIGURES + DONE);
  });

  it('loses the event with its figures where the client did not ask for it', async () => {
    await relayed(bodyOf(HELLO, FIGURES, DONE), { ask: chatAsk() });
    expect((await exchange.reply).body).toBe(HELLO + DONE);
    expect((await path.settled())?.cost).toBe(10 * IN + 3 * OUT);
  });

  it('passes on what follows its last event without being one', async () => {
    await relayed(bodyOf(HELLO, FIGURES, 'data: and a half'));
    expect((await exchange.reply).body).toBe(`${HELLO}${FIGURES}data: and a half`);
  });

  it('of which nothing was an event passes on, and costs what time allows', async () => {
    await relayed(bodyOf('<html>no events</html>'), { heldRequest: path.hold({ watch: watchOfASecond() }) });
    expect((await exchange.reply).body).toBe('<html>no events</html>');
    expect(await path.settled()).toMatchObject({ cost: 1_000 * IN + (1_000 + 250 + 64) * OUT, basis: 'left' });
  });

  it('is begun when its first event goes out, and not by what is kept from the client', async () => {
    const begin = vi.fn<() => void>();
    await relayed(bodyOf(FIGURES), { begin, ask: chatAsk() });
    expect(begin).not.toHaveBeenCalled();
    await exchange.stop();
    exchange = await openExchange();
    await relayed(bodyOf(HELLO, HELLO), { begin });
    expect(begin).toHaveBeenCalled();
  });
});

describe('what is held for a stream', () => {
  it('is on disk before its client is sent what it pays for', async () => {
    let write = (): void => undefined;
    const written = new Promise<void>((resolve) => (write = resolve));
    const way = relayedReply(path, exchange, bodyOf(HELLO, FIGURES, DONE));
    const relaying = relayStream({ ...way, hold: { ...way.hold, written: () => written } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(exchange.got()).toBe('');
    write();
    await relaying;
    expect((await exchange.reply).body).toBe(HELLO + FIGURES + DONE);
  });

  it('is looked at with each piece, and ends it like an answer at its limit when it is used up', async () => {
    const exhausted = new AbortController();
    const way = relayedReply(path, exchange, bodyOf(HELLO, HELLO, HELLO, FIGURES, DONE));
    let looks = 0;
    const look = (): void => void ((looks += 1) === 2 && exhausted.abort('cap'));
    await relayStream({ ...way, hold: { ...way.hold, look, exhausted: exhausted.signal } });
    const { body, isBroken } = await exchange.reply;
    expect(body.startsWith(HELLO + HELLO + HELLO)).toBe(false);
    expect(body.startsWith(HELLO + HELLO)).toBe(true);
    expect(body).toMatch(/"finish_reason":"length".*\n\ndata: \[DONE\]\n\n$/s);
    expect(isBroken).toBe(false);
    expect(await path.settled()).toMatchObject({ outcome: 'cut', basis: 'left' });
  });

  it('is never passed: a stream that makes more is ended, its provider left, and it costs its bound', async () => {
    let isLeft = false;
    async function* endless(): AsyncGenerator<Buffer, void, undefined> {
      try {
        for (;;) yield await Promise.resolve(Buffer.from(HELLO));
      } finally {
        isLeft = true;
      }
    }
    await relayed(endless(), { heldRequest: path.hold({ bound: BOUND }) });
    const { body } = await exchange.reply;
    expect([body.split('"Hello"').length - 1, isLeft]).toEqual([3, true]);
    expect(body).toMatch(/"finish_reason":"length"/);
    expect(await path.settled()).toMatchObject({ cost: 1_000 * IN + 2 * OUT, basis: 'bound', outcome: 'cut' });
  });

  it('is not passed within one piece either', async () => {
    await relayed(bodyOf(HELLO.repeat(6)), { heldRequest: path.hold({ bound: BOUND }) });
    expect((await exchange.reply).body.split('"Hello"').length - 1).toBe(3);
  });
});

describe('a stream that is left', () => {
  it('by its provider breaks for its client too, and is an error of the provider', async () => {
    await relayed(brokenBody(HELLO));
    const { body, isBroken } = await exchange.reply;
    expect([HELLO.startsWith(body), isBroken]).toEqual([true, true]);
    expect(await path.settled()).toMatchObject({ outcome: 'provider-error', basis: 'left' });
  });

  it('by its client is read no further, and nothing more is written', async () => {
    const stop = new AbortController();
    async function* leaving(): AsyncGenerator<Buffer, void, undefined> {
      yield await Promise.resolve(Buffer.from(HELLO));
      stop.abort('client-gone');
      throw new Error('aborted');
    }
    const endedBy = () => (stop.signal.aborted ? ('client-gone' as const) : undefined);
    await relayed(leaving(), { stopped: stop.signal, endedBy });
    // Whoever stopped it ends it.
    const { writableEnded, destroyed } = exchange.response;
    expect([exchange.got().includes('finish_reason'), writableEnded, destroyed]).toEqual([false, false, false]);
    expect(await path.settled()).toMatchObject({ outcome: 'client-gone', basis: 'left', status: 200 });
  });

  it('costs what its provider says afterwards, where it does', async () => {
    const asked: string[] = [];
    const afterwards = (id: string) => {
      asked.push(id);
      return Promise.resolve({ ...NO_USAGE, input: 7, output: 1 });
    };
    await relayed(brokenBody(HELLO), { afterwards, endedBy: () => 'client-gone' });
    expect(asked).toEqual(['chat_1']);
    expect(await path.settled()).toMatchObject({ cost: 7 * IN + OUT, basis: 'usage', outcome: 'client-gone' });
  });

  it('costs what can have been made, where its provider does not say afterwards', async () => {
    await relayed(brokenBody(HELLO), { afterwards: () => Promise.resolve(undefined) });
    expect(await path.settled()).toMatchObject({ basis: 'left', certainty: 'estimated' });
  });

  it('is asked nothing afterwards where it has said all', async () => {
    const afterwards = vi.fn<() => Promise<undefined>>();
    await relayed(brokenBody(HELLO, FIGURES), { afterwards });
    expect(afterwards).not.toHaveBeenCalled();
    expect((await path.settled())?.basis).toBe('usage');
  });

  it('and goes on by itself is followed, and not settled yet', async () => {
    const follow = vi.fn<(id: string) => void>();
    await relayed(brokenBody(HELLO), { follow, ask: { ...chatAsk(), outlivesStream: true } });
    expect([follow.mock.calls, await path.settled()]).toEqual([[['chat_1']], undefined]);
  });

  it('is looked for later where it may have been made all the same: a response, at a provider that stops', async () => {
    for (const [dialect, stops, asks] of [
      ['openai-responses', 'yes', 1],
      ['openai-responses', 'no', 0],
      ['openai-chat', 'yes', 0],
    ] as const) {
      await exchange.stop();
      exchange = await openExchange();
      const askAgainLater = vi.fn<(id: string) => void>();
      const heldRequest = path.hold({ stops });
      await relayed(brokenBody(HELLO), { askAgainLater, heldRequest, dialect: DIALECTS[dialect] });
      expect([dialect, stops, askAgainLater.mock.calls.length]).toEqual([dialect, stops, asks]);
      expect((await path.settled())?.basis).toBe('left');
    }
  });
});

describe('a client that does not read', () => {
  it('is let go of when it is cut, with all that waits for it', async () => {
    await exchange.stop();
    exchange = await openExchange({ reads: false });
    const stop = new AbortController();
    const large = event(wordsOf('x'.repeat(8 * 2 ** 20)));
    const relaying = relayed(bodyOf(large, large, large), { stopped: stop.signal, endedBy: () => 'cut' });
    await Promise.race([relaying, once(exchange.response, 'drain'), new Promise((go) => setTimeout(go, 100))]);
    stop.abort('cut');
    await relaying;
    expect((await path.settled())?.outcome).toBe('cut');
  });

  it.each([
    [251, 4_000],
    [250, 0],
  ])('for %i ms has let a provider of unknown pace run ahead by %i tokens', async (ms, output) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    vi.spyOn(exchange.response, 'write').mockImplementation(() => {
      vi.advanceTimersByTime(ms);
      setImmediate(() => exchange.response.emit('drain'));
      return false;
    });
    const heldRequest = path.hold({ pace: { most: Infinity, hides: false }, watch: watchOfASecond() });
    await relayed(bodyOf(': a comment\n\n'), { heldRequest });
    expect((await path.settled())?.outputTokens).toBe(output);
  });
});
