import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { StreamMeter } from '../../dialects/dialect.ts';
import { keepHolding } from '../reserve/rolling-hold.ts';
import type { HeldRequest } from '../reserve/held-request.ts';
import { capsOf, chatMeter, openMoneyPath, usageOf, watchOfASecond, wordsOf } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { createStreamTally } from './stream-tally.ts';
import type { StreamTally } from './stream-tally.ts';

// gpt-4o, in nano-dollars a token.
const [IN, OUT] = [2_500, 10_000];
const BOUND = { input: 1_000, output: 4_000, cacheWrites: 'none' } as const;
const LEFT = { endedBy: 'client-gone', broken: false, status: 200, finished: false } as const;
const ENDED = { endedBy: undefined, broken: false, status: 200, finished: true } as const;
const WORDS = { event: 'message', data: JSON.stringify(wordsOf('Hello')) };
const FIGURES = { event: 'message', data: JSON.stringify(usageOf(10, 3)) };
/** A thousand tokens a second in the dark, and what is made until a stop takes effect. */
const DARK_SECOND = 1_000 + 250 + 64;

let path: MoneyPath;
beforeEach(async () => {
  path = await openMoneyPath();
});
afterEach(async () => {
  vi.useRealTimers();
  await path.remove();
});

function tallyOf(heldRequest: HeldRequest, meter: StreamMeter = chatMeter()): StreamTally {
  const hold = keepHolding(heldRequest, () => undefined);
  hold.end();
  return createStreamTally(heldRequest, meter, hold);
}

describe('an event', () => {
  it('is read by the meter, and what it shows is timed', async () => {
    const held = path.hold();
    held.watch.sent(performance.now());
    const tally = tallyOf(held);
    expect(tally.see(WORDS)).toBe('relay');
    expect(held.watch.sight(performance.now()).shown).toBeGreaterThan(0);
    expect(tally.see({ event: 'message', data: '[DONE]' })).toBe('last');
  });

  it('that breaks the parser passes on, and its stream costs what time allows', async () => {
    const meter: StreamMeter = {
      ...chatMeter(),
      see() {
        throw new Error('a fault of the parser');
      },
    };
    const tally = tallyOf(path.hold({ watch: watchOfASecond() }), meter);
    expect(tally.see(WORDS)).toBe('relay');
    await tally.settle(LEFT);
    expect(await path.settled()).toMatchObject({
      cost: 1_000 * IN + DARK_SECOND * OUT,
      certainty: 'estimated',
      basis: 'left',
      outcome: 'client-gone',
    });
  });

  it('that was no event makes its stream as dark as a fault of the parser', async () => {
    const tally = tallyOf(path.hold({ watch: watchOfASecond() }));
    tally.markUnreadable();
    await tally.settle(ENDED);
    expect((await path.settled())?.outputTokens).toBe(DARK_SECOND);
  });

  it("does not count once the provider's own figures have come", async () => {
    const tally = tallyOf(path.hold({ watch: watchOfASecond() }));
    tally.markUnreadable();
    tally.see(FIGURES);
    await tally.settle(ENDED);
    expect(await path.settled()).toMatchObject({ cost: 10 * IN + 3 * OUT, basis: 'usage', outcome: 'served' });
  });
});

describe('a stream that makes more than was asked for', () => {
  it('has overrun from the first event too many on, until it says what it used', () => {
    const tally = tallyOf(path.hold({ bound: { ...BOUND, output: 2 } }));
    const overruns = [WORDS, WORDS, WORDS, FIGURES].map((event) => {
      tally.see(event);
      return tally.hasOverrun();
    });
    expect(overruns).toEqual([false, false, true, false]);
  });

  it('is cut, and costs its bound', async () => {
    const tally = tallyOf(path.hold({ bound: { ...BOUND, output: 2 } }));
    await tally.settleOverrun(200);
    expect(await path.settled()).toMatchObject({
      cost: 1_000 * IN + 2 * OUT,
      basis: 'bound',
      outcome: 'cut',
      status: 200,
    });
  });
});

describe('a client that lets a stream wait', () => {
  it('at a server of unknown pace makes it cost its bound: the server may be ahead', async () => {
    const pace = { most: Infinity, hides: false };
    for (const [blocks, output] of [
      [false, 0],
      [true, BOUND.output],
    ] as const) {
      const tally = tallyOf(path.hold({ pace, watch: watchOfASecond() }));
      if (blocks) tally.block();
      await tally.settle(ENDED);
      expect((await path.settled())?.outputTokens).toBe(output);
    }
  });

  it('is time in which anything may be made, from looking away to looking again', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const held = path.hold();
    held.watch.sent(performance.now());
    const tally = tallyOf(held);
    vi.advanceTimersByTime(100);
    tally.lookAway();
    vi.advanceTimersByTime(700);
    tally.lookAgain();
    vi.advanceTimersByTime(50);
    expect(held.watch.sight(performance.now())).toMatchObject({ elapsedMs: 850, unseenMs: 700 });
  });
});

describe('a stream whose cap has no room for more', () => {
  /** Its cap has room for a thousandth of a cent, all of which is held. */
  const openTight = async (): Promise<HeldRequest> => {
    await path.remove();
    path = await openMoneyPath({ caps: capsOf('0.00001/day') });
    const held = path.hold({ rolls: true, reserved: nanodollarsOf(10_000), watch: watchOfASecond() });
    await held.reservation.durable;
    return held;
  };

  it('was cut by Purser, and not by its client or its provider', async () => {
    const held = await openTight();
    const hold = keepHolding(held, () => undefined);
    const tally = createStreamTally(held, chatMeter(wordsOf('Hello')), hold);
    hold.look();
    expect(hold.exhausted.aborted).toBe(true);
    await tally.settle({ ...LEFT, endedBy: undefined });
    hold.end();
    expect(await path.settled()).toMatchObject({ outcome: 'cut', basis: 'left' });
  });

  it('whose client had gone before was left by its client', async () => {
    const held = await openTight();
    const hold = keepHolding(held, () => undefined);
    const tally = createStreamTally(held, chatMeter(wordsOf('Hello')), hold);
    hold.look();
    await tally.settle(LEFT);
    hold.end();
    expect((await path.settled())?.outcome).toBe('client-gone');
  });

  it('is followed by the meter of its own stream from its beginning', () => {
    const held = path.hold();
    const hold = { ...keepHolding(held, () => undefined), follow: vi.fn<(meter: StreamMeter) => void>() };
    const meter = chatMeter();
    createStreamTally(held, meter, hold);
    expect(hold.follow.mock.calls).toEqual([[meter]]);
  });
});
