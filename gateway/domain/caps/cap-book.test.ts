// Long because each case has its own sample.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cap } from '../../../shared/cap.ts';
import { nanodollarsOf, ZERO } from '../../../shared/money.ts';
import { createCapBook } from './cap-book.ts';
import type { CapBook, Hold } from './cap-book.ts';
import { createWindowCalendar } from '../time/windows.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-21T12:00:00Z');
const nano = nanodollarsOf;
const day = (amount: number): Cap => ({ window: 'day', rolling: false, amount: nano(amount) });
const total = (amount: number): Cap => ({ window: 'total', rolling: false, amount: nano(amount) });

function bookWith(...caps: readonly Cap[]): CapBook {
  const book = createCapBook(createWindowCalendar('UTC'));
  book.open('key', []);
  book.setCaps('key', caps, NOON);
  return book;
}

function take(book: CapBook, amount: number, now: number): Hold {
  const result = book.hold(['key'], nano(amount), now);
  if (!result.held) throw new Error('refused');
  return result.hold;
}

describe('a cap book', () => {
  it('lends to the last nano-dollar and not one more', () => {
    const book = bookWith(day(100));
    take(book, 60, NOON);
    expect(book.hold(['key'], nano(41), NOON)).toMatchObject({ held: false, account: { spent: 0, reserved: 60 } });
    take(book, 40, NOON);
    expect(book.left(['key'], NOON)).toBe(0);
    expect(book.hold(['key'], nano(1), NOON).held).toBe(false);
    expect(book.hold(['key'], ZERO, NOON).held).toBe(true);
  });

  it('holds against all caps or none, and names the one that does not fit', () => {
    const book = bookWith(day(1_000), total(50));
    expect(book.hold(['key'], nano(51), NOON)).toMatchObject({ held: false, account: { cap: total(50) } });
    expect(book.accounts('key', NOON).map((account) => account.reserved)).toEqual([0, 0]);
  });

  it('settles in the window that was held from, though the day has changed', () => {
    const book = bookWith(day(100), total(150));
    const hold = take(book, 80, NOON);
    const tomorrow = NOON + 24 * HOUR;
    expect(book.left(['key'], tomorrow)).toBe(70);
    take(book, 70, tomorrow);
    book.settle(hold, nano(80), tomorrow);
    expect(book.accounts('key', tomorrow).map(({ spent, reserved }) => [spent, reserved])).toEqual([
      [0, 70],
      [80, 70],
    ]);
  });

  it('holds more for a request that runs, while every cap has room, and gives back what it needs no more', () => {
    const book = bookWith(day(100), total(150));
    const one = take(book, 20, NOON);
    const two = take(book, 30, NOON);
    expect(book.resize(one, nano(70), NOON)).toBeUndefined();
    expect(book.left(['key'], NOON)).toBe(0);
    expect(book.resize(two, nano(31), NOON)).toMatchObject({ cap: day(100), reserved: 100 });
    expect(book.accounts('key', NOON).map(({ reserved }) => reserved)).toEqual([100, 100]);
    expect(book.resize(one, nano(10), NOON)).toBeUndefined();
    expect(book.resize(two, nano(90), NOON)).toBeUndefined();
    book.settle(one, nano(10), NOON);
    book.settle(two, nano(90), NOON);
    expect(book.accounts('key', NOON).map(({ spent, reserved }) => [spent, reserved])).toEqual([
      [100, 0],
      [100, 0],
    ]);
  });

  it('never holds more than the day a request began in can pay, though a new one has begun', () => {
    const book = bookWith(day(100));
    const old = take(book, 40, NOON);
    const gone = take(book, 50, NOON);
    const tomorrow = NOON + 24 * HOUR;
    book.settle(gone, nano(50), tomorrow);
    expect(book.resize(old, nano(51), tomorrow)).toMatchObject({ spent: 50, reserved: 40 });
    expect(book.resize(old, nano(50), tomorrow)).toBeUndefined();
    expect(book.left(['key'], tomorrow)).toBe(100);
    take(book, 100, tomorrow);
    expect(book.resize(old, nano(45), tomorrow)).toBeUndefined();
    book.settle(old, nano(45), tomorrow);
    expect(book.accounts('key', tomorrow)).toMatchObject([{ spent: 0, reserved: 100 }]);
  });

  it('holds no more in a rolling window than what was there when the request began leaves', () => {
    const book = bookWith({ window: 'hour', rolling: true, amount: nano(100) });
    book.settle(take(book, 60, NOON), nano(60), NOON);
    const hold = take(book, 20, NOON + HOUR / 2);
    const later = NOON + HOUR + 60_000;
    expect(book.left(['key'], later)).toBe(80);
    expect(book.resize(hold, nano(41), later)).toMatchObject({ spent: 60, reserved: 20 });
    expect(book.resize(hold, nano(40), later)).toBeUndefined();
  });

  it('holds nothing for what has settled', () => {
    const book = bookWith(day(100));
    const hold = take(book, 40, NOON);
    book.settle(hold, nano(1), NOON);
    expect(book.resize(hold, nano(90), NOON)).toBeUndefined();
    expect(book.left(['key'], NOON)).toBe(99);
  });

  it('stays in the window that it has reached when the clock goes back by seconds', () => {
    const book = bookWith(day(100));
    take(book, 100, NOON + 24 * HOUR);
    expect(book.left(['key'], NOON)).toBe(0);
    expect(book.hold(['key'], nano(1), NOON).held).toBe(false);
  });

  it('counts what the ledger dates later than a clock that nobody can believe, until then', () => {
    const tomorrow = NOON + 24 * HOUR;
    const book = createCapBook(createWindowCalendar('UTC'));
    book.open('key', [{ at: tomorrow, cost: nano(90) }]);
    book.setCaps('key', [day(100)], NOON);
    expect(book.left(['key'], NOON)).toBe(10);
    expect(book.left(['key'], tomorrow)).toBe(10);
    expect(book.left(['key'], tomorrow + 24 * HOUR)).toBe(100);
  });

  it('counts once what was spent and is held on a later day when the clock goes back: now', () => {
    const later = NOON + 300 * 24 * HOUR;
    const book = bookWith(day(100), { window: 'day', rolling: true, amount: nano(100) }, total(150));
    book.settle(take(book, 10, NOON), nano(10), NOON);
    book.settle(take(book, 50, later), nano(50), later);
    const runs = take(book, 20, later);
    book.goBack(NOON + HOUR);
    expect(runs.at).toBe(NOON + HOUR);
    const accounts = book.accounts('key', NOON + HOUR);
    expect(accounts.map(({ spent, reserved }) => [spent, reserved])).toEqual([
      [60, 20],
      [60, 20],
      [60, 20],
    ]);
    expect(accounts.map(({ span }) => span.end)).toEqual([NOON + 12 * HOUR, null, null]);
    book.settle(runs, nano(15), NOON + 2 * HOUR);
    for (const tomorrow of [NOON + 26 * HOUR, later]) {
      const used = book.accounts('key', tomorrow).map(({ spent, reserved }) => [spent, reserved]);
      expect(used).toEqual([
        [0, 0],
        [0, 0],
        [75, 0],
      ]);
    }
  });

  it('finds again what was spent today when the clock was only looked at ahead', () => {
    const book = bookWith(day(100));
    take(book, 70, NOON);
    expect(book.left(['key'], NOON + 300 * 24 * HOUR)).toBe(100);
    book.goBack(NOON);
    expect(book.left(['key'], NOON)).toBe(30);
  });

  it('ends a raise that was made on a later day with the day it is', () => {
    const book = bookWith(day(100));
    const later = NOON + 300 * 24 * HOUR;
    book.raise({ owner: 'key', window: 'day', rolling: false, extra: nano(50), until: later + 12 * HOUR });
    expect(book.left(['key'], later)).toBe(150);
    book.goBack(NOON);
    expect(book.left(['key'], NOON)).toBe(150);
    expect(book.left(['key'], NOON + 12 * HOUR)).toBe(100);
  });

  it('charges a provider that overran its limit, and lends nothing more', () => {
    const book = bookWith(day(100));
    book.settle(take(book, 90, NOON), nano(130), NOON);
    expect(book.left(['key'], NOON)).toBe(0);
    expect(book.accounts('key', NOON)[0]).toMatchObject({ spent: 130, reserved: 0 });
  });

  it('lends nothing to those it does not know', () => {
    const book = bookWith(day(100));
    expect(book.left(['other'], NOON)).toBe(0);
    expect(book.accounts('other', NOON)).toEqual([]);
    expect(() => book.hold(['other'], nano(1), NOON)).toThrow('no caps are kept for other');
  });

  it('gives copies: what a reader does to them changes nothing', () => {
    const book = bookWith(day(100));
    Object.assign(book.accounts('key', NOON)[0] ?? {}, { spent: -1_000 });
    expect(book.left(['key'], NOON)).toBe(100);
  });
});

type Step =
  | { readonly kind: 'hold'; readonly amount: number }
  | { readonly kind: 'settle'; readonly which: number; readonly share: number }
  | { readonly kind: 'clock'; readonly by: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('hold' as const), amount: fc.integer({ min: 0, max: 60 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('settle' as const),
        which: fc.nat(50),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('clock' as const),
        by: fc.integer({ min: -72 * HOUR, max: 72 * HOUR }),
      }),
    },
  ),
  { maxLength: 120 },
);
const someCaps = fc.record({
  day: fc.option(fc.integer({ min: 1, max: 200 })),
  total: fc.integer({ min: 1, max: 400 }),
});

/** The simplest book that can be right: every hold ever given, each in the latest day reached when it was given. */
interface Entry {
  readonly day: number;
  readonly hold: Hold;
  amount: number;
  open: boolean;
}

describe('over any schedule of holds, settlements and clock jumps', () => {
  it('no cap is overspent, nothing that fits is refused, no window reopens, every hold settles in its own', () => {
    fc.assert(
      fc.property(someCaps, steps, (amounts, schedule) => {
        const caps = [...(amounts.day === null ? [] : [day(amounts.day)]), total(amounts.total)];
        const book = bookWith(...caps);
        const entries: Entry[] = [];
        let now = NOON;
        let latest = Math.floor(now / (24 * HOUR));
        const used = (cap: Cap, withHeld = true): number =>
          entries
            .filter((entry) => (cap.window === 'total' || entry.day === latest) && (withHeld || !entry.open))
            .reduce((sum, entry) => sum + entry.amount, 0);

        for (const step of schedule) {
          if (step.kind === 'clock') now += step.by;
          latest = Math.max(latest, Math.floor(now / (24 * HOUR)));
          if (step.kind === 'hold') {
            const fits = caps.every((cap) => used(cap) + step.amount <= cap.amount);
            const result = book.hold(['key'], nano(step.amount), now);
            expect(result.held).toBe(fits);
            if (result.held) entries.push({ day: latest, hold: result.hold, amount: step.amount, open: true });
          }
          if (step.kind === 'settle') {
            const open = entries.filter((entry) => entry.open);
            const entry = open[step.which % Math.max(1, open.length)];
            if (entry) {
              entry.open = false;
              entry.amount = Math.floor(entry.amount * step.share);
              book.settle(entry.hold, nano(entry.amount), now);
            }
          }
          for (const account of book.accounts('key', now)) {
            expect(account.spent + account.reserved).toBe(used(account.cap));
            expect(account.spent + account.reserved).toBeLessThanOrEqual(account.cap.amount);
            expect(Math.min(account.spent, account.reserved)).toBeGreaterThanOrEqual(0);
          }
          expect(book.left(['key'], now)).toBe(Math.min(...caps.map((cap) => cap.amount - used(cap))));
          // Were every running request to cost nothing, the rest would be free again.
          expect(book.leftIdle(['key'], now)).toBe(Math.min(...caps.map((cap) => cap.amount - used(cap, false))));
          for (const cap of caps) {
            const perWindow = new Map<number, number>();
            for (const { day: began, amount } of entries) {
              const window = cap.window === 'total' ? 0 : began;
              perWindow.set(window, (perWindow.get(window) ?? 0) + amount);
            }
            expect(Math.max(0, ...perWindow.values())).toBeLessThanOrEqual(cap.amount);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('rolling caps', () => {
  const rolling = (amount: number): Cap => ({ window: 'hour', rolling: true, amount: nano(amount) });
  it('give money back as spending grows old, and never before', () => {
    const book = bookWith(rolling(100));
    book.settle(take(book, 60, NOON), nano(60), NOON);
    book.settle(take(book, 40, NOON + HOUR / 2), nano(40), NOON + HOUR / 2);
    expect(book.left(['key'], NOON + HOUR - 1)).toBe(0);
    expect(book.left(['key'], NOON + HOUR + 60_000)).toBe(60);
    expect(book.left(['key'], NOON + 1.5 * HOUR + 60_000)).toBe(100);
  });

  it('count what is spent while the clock stands before their window', () => {
    const book = bookWith(rolling(100));
    const earlier = NOON - 2 * HOUR;
    book.settle(take(book, 60, earlier), nano(60), earlier);
    expect(book.left(['key'], earlier)).toBe(40);
    expect(book.left(['key'], NOON + HOUR - 1)).toBe(40);
    expect(book.left(['key'], NOON + HOUR + 60_000)).toBe(100);
  });

  it('never lend more than the cap within any hour, over any schedule', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            wait: fc.integer({ min: 0, max: 40 * 60_000 }),
            amount: fc.integer({ min: 1, max: 60 }),
            runs: fc.integer({ min: 0, max: 90 * 60_000 }),
          }),
          { maxLength: 60 },
        ),
        (schedule) => {
          const book = bookWith(rolling(100));
          const lent: { at: number; amount: number }[] = [];
          const open: { hold: Hold; amount: number; ends: number }[] = [];
          let now = NOON;
          for (const { wait, amount, runs } of schedule) {
            now += wait;
            for (const one of open.filter(({ ends }) => ends <= now)) book.settle(one.hold, nano(one.amount), now);
            open.splice(0, open.length, ...open.filter(({ ends }) => ends > now));
            const result = book.hold(['key'], nano(amount), now);
            if (!result.held) continue;
            lent.push({ at: now, amount });
            open.push({ hold: result.hold, amount, ends: now + runs });
            const inHour = lent.filter(({ at }) => at > now - HOUR).reduce((sum, one) => sum + one.amount, 0);
            expect(inHour).toBeLessThanOrEqual(100);
            const [account] = book.accounts('key', now);
            expect(Math.min(account?.spent ?? 0, account?.reserved ?? 0)).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
