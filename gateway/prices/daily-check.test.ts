import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { libraryOf } from '../domain/price/price-library.ts';
import type { PriceLibrary } from '../domain/price/price-library.ts';
import type { Rates } from '../domain/price/rates.ts';
import { createDailyCheck } from './daily-check.ts';
import type { DailyCheck } from './daily-check.ts';
import type { Published } from './price-book.ts';

const HOUR = 3_600_000;
const SOURCE = { id: 'x', secondId: 'y' };
const rates = (input: number, output: number): Rates => ({ input_mtok: input, output_mtok: output });

function library(models: Readonly<Record<string, Rates>>): PriceLibrary {
  return libraryOf([
    {
      id: 'x',
      name: 'X',
      api_pattern: '^$',
      models: Object.entries(models).map(([id, prices]) => ({ id, match: { equals: id }, prices })),
    },
  ]);
}

const second = (models: Readonly<Record<string, Rates>>): Published['second'] => ({
  y: Object.fromEntries(Object.entries(models).map(([model, price]) => [model, { rates: price }])),
});

let told: string[];
let remembered: number[];
let looks: number;
let published: Published;
let check: DailyCheck | undefined;

function start({
  on = true,
  lastAt = null,
  models = ['a'],
}: { readonly on?: boolean; readonly lastAt?: number | null; readonly models?: readonly string[] } = {}): DailyCheck {
  check = createDailyCheck({
    book: {
      library: () => library({ a: rates(1, 2), b: rates(3, 4) }),
      look: () => {
        looks += 1;
        return Promise.resolve(published);
      },
    },
    used: () => Promise.resolve(models.map((model) => ({ provider: 'mine', source: SOURCE, model }))),
    tell: (text) => void told.push(text),
    remember: (at) => {
      remembered.push(at);
      return Promise.resolve();
    },
    clock: { now: () => Date.now() },
    log: { log: () => undefined },
    on,
    lastAt,
    afterMs: 300_000,
  });
  return check;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T12:00:00Z') });
  [told, remembered, looks] = [[], [], 0];
  published = { first: library({ a: rates(1, 2), b: rates(3, 4) }), second: second({ a: rates(1.05, 2) }) };
});
afterEach(() => {
  check?.stop();
  vi.useRealTimers();
});

describe('it looks', () => {
  it('some minutes after the start, then every day, and keeps when that was', async () => {
    const { view } = start();
    await vi.advanceTimersByTimeAsync(299_999);
    expect([looks, view().at]).toEqual([0, null]);
    await vi.advanceTimersByTimeAsync(1);
    expect([looks, view().at, remembered]).toEqual([1, Date.now(), [Date.now()]]);
    await vi.advanceTimersByTimeAsync(24 * HOUR);
    expect(looks).toBe(2);
  });

  it('a day after it last did, whatever was started anew meanwhile', async () => {
    start({ lastAt: Date.now() - 20 * HOUR });
    await vi.advanceTimersByTimeAsync(4 * HOUR - 1);
    expect(looks).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toBe(1);
  });

  it('within a day when the clock was set back', async () => {
    start({ lastAt: Date.now() + 1_000 * HOUR });
    await vi.advanceTimersByTimeAsync(24 * HOUR);
    expect(looks).toBe(1);
  });

  it('not while it is off, and again when it is on', async () => {
    const { turn, view } = start({ on: false });
    await vi.advanceTimersByTimeAsync(48 * HOUR);
    expect([looks, view().on]).toEqual([0, false]);
    turn(true);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect([looks, view().on]).toEqual([1, true]);
    turn(false);
    await vi.advanceTimersByTimeAsync(48 * HOUR);
    expect(looks).toBe(1);
  });
});

describe('it tells', () => {
  it('nothing while nothing changed and both agree within a tenth', async () => {
    await start({ models: ['a', 'b', 'unheard-of'] }).look();
    expect(told).toEqual([]);
  });

  it('that a price changed, once', async () => {
    published = { ...published, first: library({ a: rates(1, 3) }) };
    const { look } = start({ models: ['a', 'b'] });
    await look();
    await look();
    expect(told).toEqual([
      'The price of a at mine changed: $1.00 in and $2.00 out per million tokens before, $1.00 in and $3.00 out now. ' +
        'Use the new one: `purser price update`',
    ]);
  });

  it('that both publications differ by more than a tenth', async () => {
    published = { ...published, second: second({ a: rates(1, 2.3) }) };
    const { look, view } = start();
    await look();
    expect(told).toEqual([
      'The price of a at mine is not certain: Purser counts $1.00 in and $2.00 out per million tokens, models.dev ' +
        'says $1.00 in and $2.30 out. If you know it: `purser price set`',
    ]);
    expect(view().news).toEqual(told);
  });

  it('nothing of a publication that cannot be reached, but shows it', async () => {
    published = { first: undefined, second: undefined };
    const { look, view } = start();
    await look();
    expect([told, view().unreachable]).toEqual([[], ['genai-prices', 'models.dev']]);
    published = { first: undefined, second: second({ a: rates(5, 2) }) };
    await look();
    expect([told.length, view().unreachable]).toEqual([1, ['genai-prices']]);
  });

  it('no more than anybody reads', async () => {
    const models = Array.from({ length: 9 }, (_, index) => `m${index}`);
    published = { first: library(Object.fromEntries(models.map((model) => [model, rates(9, 9)]))), second: undefined };
    check = createDailyCheck({
      book: {
        library: () => library(Object.fromEntries(models.map((model) => [model, rates(1, 1)]))),
        look: () => Promise.resolve(published),
      },
      used: () => Promise.resolve(models.map((model) => ({ provider: 'mine', source: SOURCE, model }))),
      tell: (text) => void told.push(text),
      remember: () => Promise.resolve(),
      clock: { now: () => 0 },
      log: { log: () => undefined },
      on: true,
      lastAt: null,
      afterMs: 1,
    });
    await check.look();
    expect([told.length, told.at(-1)]).toEqual([
      6,
      'Prices of 4 more models that you use have changed or are not certain. See all: `purser price auto`',
    ]);
    expect(check.view().news).toHaveLength(9);
  });
});
