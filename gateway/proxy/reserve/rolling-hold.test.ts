// Long because each case has its own sample.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { Reservation } from '../../accounts/spend/reservation.ts';
import type { StreamMeter } from '../../dialects/dialect.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import { findPrice } from '../../domain/price/price.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import { mostOutputBy } from '../../domain/stream/stream-exposure.ts';
import { createStreamWatch } from '../../domain/stream/stream-watch.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { TokenBound } from '../../domain/usage.ts';
import { makeStream, madeWhenStopped, waysOfStreams } from '../../testing/made-streams.ts';
import { FIRST_SLICE_MS, keepHolding } from './rolling-hold.ts';

const ONE = nanodollarsOf(1);
const ACCOUNT: CapAccount = {
  owner: 'key',
  cap: { window: 'day', rolling: false, amount: ONE },
  allowed: ONE,
  span: { start: 0, end: 1 },
  spent: nanodollarsOf(0),
  reserved: ONE,
};
const AT = Date.parse('2026-11-21T12:00:00Z');
const found = findPrice({ source: { id: 'openai' }, model: 'gpt-4o', at: AT, overrides: [] });
if (!found) throw new Error('gpt-4o has no price');
const price: ModelPrice = found;
const BOUND: TokenBound = { input: 10_000, output: 16_384, cacheWrites: 'none' };
/** The cost of this much output with all that may be read. */
const costOf = (output: number): number => price.worstCost({ ...BOUND, output });

interface FakeBook {
  readonly reservation: Pick<Reservation, 'held' | 'resize'>;
  /** The amounts that were asked for, in order. */
  readonly asked: readonly number[];
  /** The amount held in memory. */
  held(): number;
}

interface BookWays {
  /** The most that the caps can hold for it. */
  room?: () => number;
  /** The time that a write takes; a negative one fails after that time. */
  writeMs?: () => number;
}

/** A book with one request in it. */
function bookOf(first: number, { room = () => Infinity, writeMs = () => 0 }: BookWays): FakeBook {
  const asked: number[] = [];
  let held = first;
  const write = (): Promise<void> => {
    const ms = writeMs();
    return new Promise((resolve, reject) => {
      setTimeout(() => (ms < 0 ? reject(new Error('the disk is full')) : resolve()), Math.abs(ms));
    });
  };
  return {
    asked,
    held: () => held,
    reservation: {
      held: () => nanodollarsOf(first),
      resize(amount: Nanodollars) {
        asked.push(amount);
        if (amount > held && amount > room()) return { resized: false, account: ACCOUNT };
        held = amount;
        const durable = write();
        durable.catch(() => undefined);
        return { resized: true, durable };
      },
    },
  };
}

interface Rolling extends FakeBook {
  readonly watch: ReturnType<typeof createStreamWatch>;
  readonly hold: ReturnType<typeof keepHolding>;
  readonly refused: ReturnType<typeof vi.fn<(account: CapAccount) => void>>;
}

/** A stream that is sent now and holds its first slice. */
function roll(ways: BookWays = {}, { most = 1_000, hides = false, rolls = true, floor = 256 } = {}): Rolling {
  const watch = createStreamWatch();
  const pace = { most, hides };
  const book = bookOf(costOf(Math.max(floor, mostOutputBy(watch.sight(0), pace, FIRST_SLICE_MS))), ways);
  const refused = vi.fn<(account: CapAccount) => void>();
  const hold = keepHolding(
    { rolls, price, priceOf: () => undefined, bound: BOUND, floor, watch, pace, reservation: book.reservation },
    refused,
  );
  watch.sent(performance.now());
  return { ...book, watch, hold, refused };
}

/** Lets its answer flow, two hundred tokens a second. */
async function flow({ watch, hold }: Pick<Rolling, 'watch' | 'hold'>, ms: number): Promise<void> {
  const begun = watch.sight(performance.now()).shown;
  for (let shown = begun + 10; shown <= begun + ms / 5; shown += 10) {
    await vi.advanceTimersByTimeAsync(50);
    watch.saw(performance.now(), shown, false);
    hold.look();
  }
}

/** A meter that knows only what the provider has said of its input. */
function meterThatSays(input: number): StreamMeter {
  const nothing = (): number => 0;
  return {
    see: () => 'relay',
    usage: () => undefined,
    failed: () => false,
    truncation: () => '',
    outputBytes: nothing,
    estimateVisible: nothing,
    outputEvents: nothing,
    inputSoFar: () => ({ ...NO_USAGE, input }),
  };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('what a stream holds while it runs', () => {
  it('is never less than its possible cost at a stop, and it is not stopped while there is money', async () => {
    const draw = fc.record({
      ways: waysOfStreams,
      /** The room that its caps have beyond the first slice, as a share of the whole. */
      room: fc.oneof(
        fc.constant(1),
        fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
      ),
      writeMs: fc.array(fc.nat(400), { minLength: 1, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(draw, async ({ ways, room, writeMs }) => {
        const stream = makeStream(ways);
        const whole = costOf(BOUND.output);
        let writes = 0;
        const next = (): number => writeMs[(writes += 1) % writeMs.length] ?? 0;
        const book = roll({ room: () => costOf(0) + room * whole, writeMs: next }, stream);
        const arrivals = [...stream.arrivals];
        const begun = performance.now();
        const now = (): number => performance.now() - begun;
        while (now() < stream.endsAt + 100 && !book.hold.exhausted.aborted) {
          await vi.advanceTimersByTimeAsync(Math.min(20, Math.max(1, (arrivals[0]?.at ?? Infinity) - now())));
          for (const [from, to] of stream.away) {
            if (now() >= from && now() < to) book.watch.lookAway(performance.now());
            if (now() >= to) book.watch.lookAgain(performance.now());
          }
          while (arrivals[0] && arrivals[0].at <= now()) {
            const { shown, hides } = arrivals.shift() ?? { shown: 0, hides: false };
            book.watch.saw(performance.now(), shown, hides);
            book.hold.look();
          }
          const made = Math.min(BOUND.output, madeWhenStopped(stream, now()));
          expect(book.held(), `after ${now()} ms`).toBeGreaterThanOrEqual(costOf(made));
        }
        book.hold.end();
        if (room === 1) expect(book.hold.exhausted.aborted).toBe(false);
        expect(Math.max(0, ...book.asked)).toBeLessThanOrEqual(whole);
        expect(book.refused.mock.calls.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: Number(process.env['PURSER_MODEL_RUNS'] ?? 60) },
    );
  }, 120_000);

  it('grows well before it is needed: it always covers what is under way and most of a second more', async () => {
    const book = roll();
    await flow(book, 10_000);
    expect(book.hold.exhausted.aborted).toBe(false);
    const { shown } = book.watch.sight(performance.now());
    expect(shown).toBe(2_000);
    expect(book.held()).toBeGreaterThanOrEqual(costOf(shown + 1_000));
    expect(book.held()).toBeLessThanOrEqual(costOf(shown + 2_100));
    // A slice lasts for seconds, so not every look is a write.
    expect(book.asked.length).toBeLessThan(12);
    book.hold.end();
  });

  it('grows with time alone if thoughts may be hidden, and not at all if all output shows', async () => {
    const [thinks, shows] = [roll({}, { hides: true }), roll()];
    await vi.advanceTimersByTimeAsync(5_000);
    expect(thinks.held()).toBeGreaterThanOrEqual(costOf(5_250));
    expect(shows.asked).toEqual([]);
    for (const { hold } of [thinks, shows]) hold.end();
  });

  it('grows while nobody reads the stream', async () => {
    const book = roll();
    await flow(book, 1_000);
    book.watch.lookAway(performance.now());
    await vi.advanceTimersByTimeAsync(4_000);
    expect(book.held()).toBeGreaterThanOrEqual(costOf(200 + 4_250));
    book.hold.end();
  });

  it('is never more than the whole request can cost', async () => {
    const book = roll({}, { hides: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(book.held()).toBe(costOf(BOUND.output));
    const asked = book.asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(book.asked.length).toBe(asked);
    book.hold.end();
  });

  it('falls when the provider says that it has read less', async () => {
    const book = roll();
    const before = book.held();
    book.hold.follow(meterThatSays(100));
    await flow(book, 100);
    expect(before - book.held()).toBeGreaterThan(9_900 * 2_500 * 0.9);
    book.hold.end();
  });

  it('keeps the least useful amount until that is made, however little its provider has read', async () => {
    const book = roll({ room: () => 0 }, { floor: 4_096 });
    expect(book.held()).toBe(costOf(4_096));
    book.hold.follow(meterThatSays(100));
    await flow(book, 15_000);
    expect(book.held()).toBeGreaterThanOrEqual(price.worstCost({ ...BOUND, input: 100, output: 4_096 }));
    expect(book.hold.exhausted.aborted).toBe(false);
    await flow(book, 10_000);
    expect(book.hold.exhausted.aborted).toBe(true);
    expect(book.watch.sight(performance.now()).shown).toBeGreaterThan(2_000);
    book.hold.end();
  });

  it('stays the same for a request that is held whole', async () => {
    const book = roll({}, { rolls: false });
    await flow(book, 20_000);
    expect(book.asked).toEqual([]);
    await book.hold.written();
    expect(book.hold.exhausted.aborted).toBe(false);
  });
});

describe('a stream without further money', () => {
  it('goes on with what it holds, then ends; the cap in its way is reported, once', async () => {
    const first = costOf(2_064);
    const book = roll({ room: () => first });
    await flow(book, 6_000);
    expect(book.hold.exhausted.aborted).toBe(false);
    await flow(book, 6_000);
    expect(book.hold.exhausted.aborted).toBe(true);
    // The hold covers what was shown, what may be under way, and the time until the next look.
    const { shown } = book.watch.sight(performance.now());
    expect(book.held()).toBe(first);
    expect(shown).toBeGreaterThan(1_400);
    expect(book.refused.mock.calls).toEqual([[ACCOUNT]]);
    const asked = book.asked.length;
    await flow(book, 1_000);
    expect(book.asked.length).toBe(asked);
    book.hold.end();
  });

  it('takes a smaller slice if a whole one has no room, and more when others have settled', async () => {
    let room = costOf(2_700);
    const book = roll({ room: () => room });
    await flow(book, 5_500);
    expect(book.held()).toBeGreaterThan(costOf(2_064));
    expect(book.hold.exhausted.aborted).toBe(false);
    expect(book.asked.some((amount) => amount > room)).toBe(true);
    room = costOf(9_000);
    await flow(book, 10_000);
    expect(book.hold.exhausted.aborted).toBe(false);
    expect(book.held()).toBeGreaterThan(costOf(2_700));
    // It was never ended for lack of money, so nobody is notified.
    expect(book.refused).not.toHaveBeenCalled();
    book.hold.end();
  });

  it('waits for a slow write, and its client gets nothing before it is on disk', async () => {
    const book = roll({ writeMs: () => 5_000 }, { hides: true });
    await vi.advanceTimersByTimeAsync(2_000);
    let written = false;
    void Promise.resolve(book.hold.written()).then(() => void (written = true));
    await vi.advanceTimersByTimeAsync(2_000);
    expect([written, book.hold.exhausted.aborted]).toEqual([false, false]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect([written, book.hold.exhausted.aborted]).toEqual([true, false]);
    book.hold.end();
  });

  it('asks again when a write has failed, and ends before it has made more than is on disk', async () => {
    const first = costOf(2_064);
    const book = roll({ writeMs: () => -5 }, { hides: true });
    await vi.advanceTimersByTimeAsync(1_200);
    expect(book.hold.exhausted.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(book.hold.exhausted.aborted).toBe(true);
    expect(book.asked.length).toBeGreaterThan(1);
    // The hold pays for 2,064 tokens at a thousand a second, less what a stop takes and the next look.
    const made = mostOutputBy(book.watch.sight(performance.now()), { most: 1_000, hides: true }, 0);
    expect(costOf(made - 500)).toBeLessThanOrEqual(first);
    book.hold.end();
  });

  it('goes on when only one write has failed', async () => {
    let writes = 0;
    const book = roll({ writeMs: () => ((writes += 1) === 1 ? -5 : 5) }, { hides: true });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(book.hold.exhausted.aborted).toBe(false);
    expect(book.held()).toBeGreaterThanOrEqual(costOf(6_250));
    book.hold.end();
  });
});
