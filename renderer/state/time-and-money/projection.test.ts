import { describe, expect, test } from 'vitest';
import { capViewSchema } from '../../../shared/contract/views.ts';
import type { CapView, StateView } from '../../../shared/contract/views.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { outlookOf, paceOf, reachedAt } from './projection.ts';
import { aState } from '../testing.ts';

const NOW = Date.parse('2026-11-21T16:00:00Z');
const HOUR = 3_600_000;
const AGENT = 'agt_aaaaaaaaaaa0';
const usd = (amount: number): ReturnType<typeof nanodollarsOf> => nanodollarsOf(amount * 1e9);
const cap = (changes: object = {}): CapView =>
  capViewSchema.parse({
    window: 'day',
    rolling: false,
    amount: usd(5),
    raisedBy: 0,
    spent: usd(3),
    reserved: 0,
    resetsAt: NOW + 8 * HOUR,
    ...changes,
  });
/** Fifty cents in the last quarter of an hour: two dollars an hour. */
const pace = {
  points: [
    { at: NOW - 600_000, group: AGENT, nanodollars: usd(0.5) },
    { at: NOW - HOUR / 2, group: AGENT, nanodollars: usd(100) },
  ],
};

test('the pace is of the last quarter of an hour, of everybody or of one', () => {
  expect(paceOf(pace, NOW)).toBe(usd(2));
  expect(paceOf(pace, NOW, AGENT)).toBe(usd(2));
  expect(paceOf(pace, NOW, 'agt_bbbbbbbbbbb1')).toBe(0);
});

describe('when a cap is reached', () => {
  test('what is left, at this pace', () => {
    expect(reachedAt(cap(), usd(2), NOW)).toBe(NOW + HOUR);
    expect(reachedAt(cap({ reserved: usd(1) }), usd(2), NOW)).toBe(NOW + HOUR / 2);
  });

  test('not when the window ends before, when nothing is spent, or when it is reached already', () => {
    expect(reachedAt(cap({ resetsAt: NOW + HOUR / 2 }), usd(2), NOW)).toBeUndefined();
    expect(reachedAt(cap(), usd(0), NOW)).toBeUndefined();
    expect(reachedAt(cap({ spent: usd(5) }), usd(2), NOW)).toBeUndefined();
  });

  test('a total has no end, but a date far away is left unsaid', () => {
    expect(reachedAt(cap({ window: 'total', resetsAt: null }), usd(0.1), NOW)).toBe(NOW + 20 * HOUR);
    expect(reachedAt(cap({ window: 'total', resetsAt: null }), usd(0.001), NOW)).toBeUndefined();
  });

  test('a rolling window promises no more than an hour', () => {
    expect(reachedAt(cap({ rolling: true, resetsAt: null }), usd(4), NOW)).toBe(NOW + HOUR / 2);
    expect(reachedAt(cap({ rolling: true, resetsAt: null }), usd(1), NOW)).toBeUndefined();
  });
});

const seen = (state: StateView): readonly (readonly [string | undefined, number])[] =>
  outlookOf(state, pace, NOW).reached.map(({ owner, reachedAt: at }) => [owner, (at - NOW) / HOUR]);

test('the soonest is first: an agent with one sub-key, an agent’s own cap, everything together', () => {
  expect(
    seen({ ...aState({ keys: [{ caps: [cap()] }] }), everything: { caps: [cap({ amount: usd(4) })], policy: {} } }),
  ).toEqual([
    [undefined, 0.5],
    ['Agent 0', 1],
  ]);
  expect(seen(aState({ agents: [{ caps: [cap()] }], keys: [] }))).toEqual([['Agent 0', 1]]);
  expect(seen(aState({ agents: [{ paused: true }], keys: [{ caps: [cap()] }] }))).toEqual([]);
});

test('a cap that is nearly used up is not passed over, nor an empty one; one that running requests hold is', () => {
  expect(seen(aState({ keys: [{ caps: [cap({ amount: usd(0.5), spent: usd(0.498) })] }] }))).toEqual([
    ['Agent 0', 0.001],
  ]);
  expect(seen(aState({ keys: [{ caps: [cap({ spent: usd(5) })] }] }))).toEqual([['Agent 0', 0]]);
  expect(seen(aState({ keys: [{ caps: [cap({ reserved: usd(2) })] }] }))).toEqual([]);
  expect(outlookOf(aState({ keys: [{ caps: [cap({ spent: usd(5) })] }] }), { points: [] }, NOW).reached).toEqual([]);
});

test('of several sub-keys nobody knows which one spends; that matters where one may be reached', () => {
  expect(outlookOf(aState({ keys: [{ caps: [cap()] }, { caps: [cap()] }] }), pace, NOW)).toEqual({
    reached: [],
    unknown: ['Agent 0'],
  });
  expect(
    outlookOf(
      aState({ keys: [{ caps: [cap({ amount: usd(100) })] }, { caps: [cap({ amount: usd(100) })] }] }),
      pace,
      NOW,
    ),
  ).toEqual({ reached: [], unknown: [] });
});

test('the only provider has the pace of everybody; of several nobody knows', () => {
  const openai = {
    name: 'openai',
    kind: 'openai',
    baseUrl: 'https://a.test',
    gatewayUrl: 'http://a.test',
    http: null,
    caps: [cap()],
    policy: {},
    createdAt: NOW,
  };
  expect(seen(aState({ keys: [], providers: [openai] }))).toEqual([['openai', 1]]);
  expect(
    outlookOf(aState({ keys: [], providers: [openai, { ...openai, name: 'openrouter', caps: [] }] }), pace, NOW),
  ).toEqual({ reached: [], unknown: ['openai'] });
});
