import { describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { CapAccount } from './cap-account.ts';
import { createCapWarnings, explainFull, explainWarning } from './cap-warnings.ts';

const account = (spent: number, start = 0): CapAccount => ({
  owner: 'key:1',
  cap: { window: 'day', rolling: false, amount: nanodollarsOf(5_000_000_000) },
  allowed: nanodollarsOf(5_000_000_000),
  span: { start, end: start + 1 },
  spent: nanodollarsOf(Math.round(spent * 1e9)),
  reserved: nanodollarsOf(0),
});

describe('warnings', () => {
  it('come once a level and window, the highest that was reached', () => {
    const warnings = createCapWarnings(() => [50, 80, 100]);
    expect([2.49, 2.5, 2.6, 4.6, 4.9, 5, 5.5].map((spent) => warnings.check(account(spent)))).toEqual([
      undefined,
      50,
      undefined,
      80,
      undefined,
      100,
      undefined,
    ]);
    expect(warnings.check(account(4, 1))).toBe(80);
  });

  it('are not repeated for what was known at the start', () => {
    const warnings = createCapWarnings(() => [50, 80, 100]);
    warnings.prime(account(4.2));
    expect(warnings.check(account(4.3))).toBeUndefined();
    expect(warnings.check(account(5))).toBe(100);
  });

  it('come once more where the cap refuses, though a few cents are left', () => {
    const warnings = createCapWarnings(() => [50, 80, 100]);
    expect(warnings.check(account(4.2))).toBe(80);
    expect([warnings.refuse(account(4.97)), warnings.refuse(account(4.97))]).toEqual([true, false]);
    expect(warnings.check(account(4.98))).toBeUndefined();
    expect(warnings.check(account(5))).toBeUndefined();
    expect(warnings.refuse(account(5, 1))).toBe(true);
    // A request that is larger than an empty cap says nothing about the cap.
    expect(warnings.refuse(account(0.5, 2))).toBe(false);
  });

  it('come again for a rolling cap when it has emptied, not when it breathes', () => {
    const warnings = createCapWarnings(() => [50, 80, 100]);
    const rolling = (spent: number): CapAccount => ({ ...account(spent), cap: { ...account(0).cap, rolling: true } });
    expect([4.1, 3.9, 4.1, 2, 4.1].map((spent) => warnings.check(rolling(spent)))).toEqual([
      80,
      undefined,
      undefined,
      undefined,
      80,
    ]);
    expect([warnings.refuse(rolling(4.9)), warnings.refuse(rolling(4.8))]).toEqual([true, false]);
    warnings.check(rolling(1));
    expect(warnings.refuse(rolling(4.9))).toBe(true);
  });

  it('say how much of what', () => {
    expect(explainFull('Claude Code', account(4.97), 'UTC')).toBe(
      'Claude Code has used $4.97 of $5.00 today, and its next request does not fit in the rest. Resets at 00:00.',
    );
    expect(explainFull('Claude Code', account(5), 'UTC')).toBe(
      'Claude Code has used $5.00 of $5.00 today. Resets at 00:00.',
    );
    expect(explainWarning('Claude Code', account(4.2))).toBe(
      'Claude Code has used 84% of its cap: $4.20 of $5.00 today.',
    );
    expect(explainWarning('Claude Code', account(4.999))).toBe(
      'Claude Code has used 99% of its cap: $4.999 of $5.00 today.',
    );
    expect(explainWarning('Claude Code', account(5))).toBe(
      'Claude Code has used all of its cap: $5.00 of $5.00 today.',
    );
  });
});
