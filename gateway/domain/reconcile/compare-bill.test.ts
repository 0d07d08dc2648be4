import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nanodollarsOf, ZERO } from '../../../shared/money.ts';
import { billedModel, laterUtcDay, utcDay } from './bill.ts';
import type { Bill, BilledItem, OwnSum } from './bill.ts';
import { compareBill, isFinalDay } from './compare-bill.ts';

const DAY = '2026-11-10';
const NOW = Date.parse('2026-11-20T12:00:00Z');
const CIRCUMSTANCES = { now: NOW, finalAfterHours: 24, isRegional: false };

function billed(amount: number, changes: Partial<BilledItem> = {}): BilledItem {
  const plain = {
    day: DAY,
    model: 'gpt-5',
    key: null,
    item: null,
    for: 'tokens',
    tier: false,
    regional: false,
  } as const;
  return { ...plain, amount: nanodollarsOf(amount), ...changes };
}
function own(cost: number, changes: Partial<OwnSum> = {}): OwnSum {
  const none = { uncertain: ZERO, assumedPrice: ZERO, cacheWrite: ZERO, tiered: ZERO, overMidnight: ZERO };
  return { day: DAY, model: 'gpt-5', requests: 1, ...none, cost: nanodollarsOf(cost), ...changes };
}
const bill = (items: readonly BilledItem[], from = DAY, to = laterUtcDay(DAY, 1)): Bill => ({
  from,
  to,
  items,
  sums: [],
  unreadable: 0,
});
const compare = (items: readonly BilledItem[], mine: readonly OwnSum[]) =>
  compareBill(bill(items), mine, CIRCUMSTANCES);
const causesIn = (items: readonly BilledItem[], mine: readonly OwnSum[]) =>
  compare(items, mine).candidates.map(({ cause, amount }) => [cause, amount]);

describe('what can make a difference', () => {
  it.each<[string, BilledItem[], OwnSum[], [string, number][]]>([
    ['nothing', [billed(100)], [own(100)], []],
    ['a model that Purser never saw', [billed(100), billed(7, { model: 'o3' })], [own(100)], [['past-purser', 7]]],
    ['more of a model than Purser saw', [billed(130)], [own(100)], [['past-purser', 30]]],
    ['an estimate', [billed(80)], [own(100, { uncertain: nanodollarsOf(60) })], [['uncertain', -20]]],
    ['an estimate in part', [billed(10)], [own(100, { uncertain: nanodollarsOf(60) })], [['uncertain', -60]]],
    [
      'a price that was assumed',
      [billed(80)],
      [own(100, { assumedPrice: nanodollarsOf(100) })],
      [['assumed-price', -20]],
    ],
    ['midnight', [billed(80)], [own(100, { overMidnight: nanodollarsOf(20) })], [['midnight', -20]]],
    ['a tier', [billed(80, { tier: true })], [own(100)], [['tier', -20]]],
    [
      'a cache',
      [billed(100), billed(25, { for: 'cache-write' })],
      [own(100)],
      [
        ['cache-write', 25],
        ['past-purser', 25],
      ],
    ],
    [
      'a region',
      [billed(110, { regional: true })],
      [own(100)],
      [
        ['region', 10],
        ['past-purser', 10],
      ],
    ],
    ['nothing billed', [billed(5, { model: 'o3' })], [own(100), own(5, { model: 'o3' })], [['not-billed', -100]]],
    [
      'storage',
      [billed(100), billed(9, { model: null, item: 'file storage', for: 'unknown' })],
      [own(100)],
      [['not-a-model', 9]],
    ],
    [
      'a credit',
      [billed(100), billed(-9, { model: null, item: 'credit', for: 'credit' })],
      [own(100)],
      [['credit', -9]],
    ],
  ])('%s', (_name, items, mine, expected) => {
    expect(causesIn(items, mine)).toEqual(expected);
    expect(compare(items, mine).unexplained).toBe(0);
  });

  it('searches are counted with their model, so they are no difference', () => {
    const search = billed(30, { model: null, item: 'web search', for: 'tool' });
    expect(causesIn([billed(100), search], [own(130)])).toEqual([]);
    expect(causesIn([billed(100), search], [own(100)])).toEqual([['hosted-tool', 30]]);
  });

  it('too much without any reason is not hidden', () => {
    const { candidates, unexplained } = compare([billed(80)], [own(100)]);
    expect([candidates, unexplained]).toEqual([[], 20]);
  });

  it('too much of one model does not hide too little of another', () => {
    const { total, candidates, unexplained } = compare(
      [billed(80), billed(120, { model: 'o3' })],
      [own(100), own(100, { model: 'o3' })],
    );
    expect(total).toEqual({ billed: 200, own: 200 });
    expect(candidates.map(({ cause, amount, names }) => [cause, amount, names])).toEqual([['past-purser', 20, ['o3']]]);
    expect(unexplained).toBe(20);
  });

  it('a bill without models is compared as a whole', () => {
    const whole = billed(100, { model: null, for: 'unknown' });
    expect(compare([whole], [own(60), own(40, { model: 'o3' })]).candidates).toEqual([]);
    expect(causesIn([whole], [own(60)])).toEqual([['past-purser', 40]]);
    expect(compare([whole], []).covered).toBe(0);
  });
});

describe('days', () => {
  it('one that is not final is listed and in no total', () => {
    const today = utcDay(NOW);
    const { total, days, covered } = compareBill(
      bill([billed(100), billed(1, { day: today })], DAY, laterUtcDay(today, 1)),
      [own(100), own(50, { day: today })],
      CIRCUMSTANCES,
    );
    expect(total).toEqual({ billed: 100, own: 100 });
    expect(covered).toBe(1);
    expect(days).toHaveLength(11);
    expect(days.filter(({ isFinal }) => !isFinal).map(({ day }) => day)).toEqual(['2026-11-19', '2026-11-20']);
    expect(days.at(-1)).toEqual({ day: today, isFinal: false, billed: 1, own: 50 });
  });

  it('are final so many hours after they ended in UTC', () => {
    const at = (text: string): boolean => isFinalDay(DAY, { now: Date.parse(text), finalAfterHours: 24 });
    expect([at('2026-11-11T23:59:59Z'), at('2026-11-12T00:00:00Z')]).toEqual([false, true]);
  });

  it('coverage leaves out what went past Purser, and is no more than all', () => {
    expect(compare([billed(75), billed(25, { model: 'o3' })], [own(75)]).covered).toBe(0.75);
    expect(compare([billed(75), billed(25, { model: 'o3' })], [own(500)]).covered).toBe(0.75);
    expect(compare([], [own(5)]).covered).toBeNull();
  });
});

it('names of a model are one: snapshots, the newest, capital letters', () => {
  for (const name of ['gpt-4o-mini-2024-07-18', 'GPT-4o-mini', 'gpt-4o-mini-latest', ' gpt-4o-mini '])
    expect(billedModel(name)).toBe('gpt-4o-mini');
  expect(billedModel('claude-sonnet-4-5-20250929')).toBe('claude-sonnet-4-5');
});

it('whatever the figures are, every difference has a candidate or is said to have none', () => {
  const models = fc.constantFrom('gpt-5', 'o3', 'gpt-5-mini');
  const amount = fc.integer({ min: 1, max: 1e9 });
  const items = fc.array(fc.tuple(models, amount), { maxLength: 6 });
  fc.assert(
    fc.property(items, items, (theirs, ours) => {
      const mine = new Map<string, number>();
      for (const [model, cost] of ours) mine.set(model, (mine.get(model) ?? 0) + cost);
      const {
        total,
        candidates,
        unexplained,
        covered,
        models: rows,
      } = compare(
        theirs.map(([model, cost]) => billed(cost, { model })),
        [...mine].map(([model, cost]) => own(cost, { model })),
      );
      const isSame = rows.every((row) => row.billed === row.own) && (theirs.length > 0 || total.own === 0);
      expect(candidates.length > 0 || unexplained > 0).toBe(!isSame);
      if (covered !== null) expect(covered >= 0 && covered <= 1).toBe(true);
    }),
  );
});
