import { describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { createLoopDetector, createVelocityBrake } from '../caps/brake.ts';
import { createCapWarnings, explainFull, explainWarning } from '../caps/cap-warnings.ts';
import type { CapAccount } from '../caps/cap-book.ts';

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
    const warnings = createCapWarnings();
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
    const warnings = createCapWarnings();
    warnings.prime(account(4.2));
    expect(warnings.check(account(4.3))).toBeUndefined();
    expect(warnings.check(account(5))).toBe(100);
  });

  it('come once more where the cap refuses, though a few cents are left', () => {
    const warnings = createCapWarnings();
    expect(warnings.check(account(4.2))).toBe(80);
    expect([warnings.refuse(account(4.97)), warnings.refuse(account(4.97))]).toEqual([true, false]);
    expect(warnings.check(account(4.98))).toBeUndefined();
    expect(warnings.check(account(5))).toBeUndefined();
    expect(warnings.refuse(account(5, 1))).toBe(true);
    // A request that is larger than an empty cap says nothing about the cap.
    expect(warnings.refuse(account(0.5, 2))).toBe(false);
  });

  it('come again for a rolling cap when it has emptied, not when it breathes', () => {
    const warnings = createCapWarnings();
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
    expect(explainFull('Claude Code', account(4.97))).toBe(
      'The cap of Claude Code has no room for the next request: $4.97 of $5.00 today is used.',
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

describe('the velocity brake', () => {
  const MINUTE = 60_000;
  const cents = (amount: number) => nanodollarsOf(amount * 10_000_000);
  it('compares an agent with its own past, and leaves one without a past alone', () => {
    const brake = createVelocityBrake();
    expect(brake.see('new', 0, cents(5_000))).toBeUndefined();
    for (let minute = 0; minute < 60; minute += 1) expect(brake.see('old', minute * MINUTE, cents(10))).toBeUndefined();
    // Twice as fast is a busy day.
    expect(brake.see('old', 61 * MINUTE, cents(60))).toBeUndefined();
    expect(brake.see('old', 62 * MINUTE, cents(300))).toMatch(
      /^it spends \$1\.\d\d a minute, and \$0\.10 a minute is usual for it$/,
    );
  });
  it('knows after a restart what was usual before it', () => {
    const QUARTER = 15 * MINUTE;
    const brake = createVelocityBrake();
    // 20 requests in each of four quarter hours are work in every minute, at 10 cents; 2 in one are two minutes.
    for (let quarter = 0; quarter < 4; quarter += 1)
      brake.prime('old', { from: quarter * QUARTER, lengthMs: QUARTER, cost: cents(150), requests: 20 });
    for (let quarter = 0; quarter < 20; quarter += 1)
      brake.prime('rare', { from: quarter * QUARTER, lengthMs: QUARTER, cost: cents(200), requests: 2 });
    expect(brake.see('old', 63 * MINUTE, cents(300))).toMatch(
      /^it spends \$1\.00 a minute, and \$0\.10 a minute is usual for it$/,
    );
    expect(brake.see('rare', 301 * MINUTE, cents(300))).toBeUndefined();
  });
  it('does not mind small money, however fast', () => {
    const brake = createVelocityBrake();
    for (let minute = 0; minute < 60; minute += 1) brake.see('cheap', minute * MINUTE, nanodollarsOf(1_000));
    expect(brake.see('cheap', 61 * MINUTE, cents(50))).toBeUndefined();
  });
});

describe('the loop detector', () => {
  it('tells once when one request came twelve times within ten minutes', () => {
    const loops = createLoopDetector();
    const told = Array.from({ length: 20 }, (_, turn) => loops.see('a', 'same', turn * 1_000));
    expect(told.flatMap((why, turn) => (why === undefined ? [] : [turn]))).toEqual([11]);
    expect(told[11]).toBe('it sent the same request 12 times within 10 minutes');
    expect(loops.see('b', 'same', 20_000)).toBeUndefined();
  });
  it('does not mind different requests, nor slow repetition', () => {
    const loops = createLoopDetector();
    for (let turn = 0; turn < 2_000; turn += 1) expect(loops.see('a', `request ${turn}`, turn)).toBeUndefined();
    for (let turn = 0; turn < 40; turn += 1) expect(loops.see('a', 'slow', turn * 61_000)).toBeUndefined();
  });
});
