import { describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Policy } from '../../../shared/policy.ts';
import { narrows } from './narrows.ts';

const cap = (usd: number, more: object = {}) => ({
  window: 'day' as const,
  rolling: false,
  amount: nanodollarsOf(usd * 1e9),
  ...more,
});
const hours = { days: ['mon' as const], from: '09:00', to: '17:00' };

/** Changes that take away; read from right to left, changes that give. */
const CASES: readonly (readonly [what: string, before: Policy, after: Policy])[] = [
  ['ends earlier', { expiresAt: 2_000 }, { expiresAt: 1_000 }],
  ['ends at all', {}, { expiresAt: 1_000 }],
  ['a lower cap', { caps: [cap(5)] }, { caps: [cap(4)] }],
  ['one cap more', { caps: [cap(5)] }, { caps: [cap(5), cap(9, { window: 'month' })] }],
  ['held in full', { caps: [cap(5)] }, { caps: [cap(5, { hold: 'full' })] }],
  [
    'fewer calls',
    { calls: [{ window: 'day', rolling: false, count: 5 }] },
    { calls: [{ window: 'day', rolling: false, count: 4 }] },
  ],
  ['a provider less', { providers: ['openai', 'xai'] }, { providers: ['xai'] }],
  ['providers at all', {}, { providers: ['xai'] }],
  ['fewer endpoints', { endpoints: ['a', 'b'] }, { endpoints: [] }],
  ['a model less', { models: { allow: ['a*', 'b'] } }, { models: { allow: ['b'] } }],
  ['a model denied', { models: { deny: ['a'] } }, { models: { deny: ['b', 'a'] } }],
  ['fewer at once', { parallelRequests: 4 }, { parallelRequests: 3 }],
  ['a folder', {}, { folder: '/home/me' }],
  ['working hours', {}, { workingHours: hours }],
];

describe('a policy that only takes away', () => {
  it.each(CASES)('%s', (_what, before, after) => {
    expect([narrows(before, after), narrows(after, before), narrows(before, before), narrows(after, after)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it.each<readonly [string, Policy, Policy]>([
    ['less of one, more of another', { caps: [cap(5)], maxCost: nanodollarsOf(1) }, { caps: [cap(4)] }],
    ['another folder', { folder: '/a' }, { folder: '/b' }],
    ['another window', { caps: [cap(5)] }, { caps: [cap(1, { window: 'month' })] }],
    ['to be asked', {}, { onCap: 'ask' }],
    ['a brake let go', {}, { brake: { loop: 'off' } }],
  ])('is not: %s', (_what, before, after) => {
    expect(narrows(before, after)).toBe(false);
  });
});
