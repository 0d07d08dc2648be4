import { describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../shared/money.ts';
import { createLoopDetector, createVelocityBrake } from './brake.ts';
import { createCapWarnings, explainWarning } from './cap-warnings.ts';
import type { CapAccount } from './cap-book.ts';

const account = (spent: number, start = 0): CapAccount => ({
  owner: 'key:1', cap: { window: 'day', rolling: false, amount: nanodollarsOf(5_000_000_000) }, allowed: nanodollarsOf(5_000_000_000), span: { start, end: start + 1 }, spent: nanodollarsOf(Math.round(spent * 1e9)), reserved: nanodollarsOf(0),
});

describe('warnings', () => {
  it('come once a level and window, the highest that was reached', () => {
    const warnings = createCapWarnings();
    expect([2.49, 2.5, 2.6, 4.6, 4.9, 5, 5.5].map((spent) => warnings.check(account(spent)))).toEqual([undefined, 50, undefined, 80, undefined, 100, undefined]);
    expect(warnings.check(account(4, 1))).toBe(80);
  });

  it('are not repeated for what was known at the start', () => {
    const warnings = createCapWarnings();
    warnings.prime(account(4.2));
    expect(warnings.check(account(4.3))).toBeUndefined();
    expect(warnings.check(account(5))).toBe(100);
  });

  it('say how much of what', () => {
    expect(explainWarning('Claude Code', account(4.02), 80)).toBe('Claude Code has used 80 % of its cap: $4.02 of $5.00 today.');
    expect(explainWarning('Claude Code', account(5), 100)).toBe('Claude Code has used all of its cap: $5.00 of $5.00 today.');
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
    expect(brake.see('old', 62 * MINUTE, cents(300))).toMatch(/^it spends \$1\.\d\d a minute, and \$0\.10 a minute is usual for it$/);
  });
  it('knows after a restart what was usual before it', () => {
    const QUARTER = 15 * MINUTE;
    const brake = createVelocityBrake();
    // 20 requests in each of four quarter hours are work in every minute, at 10 cents; 2 in one are two minutes.
    for (let quarter = 0; quarter < 4; quarter += 1) brake.prime('old', { from: quarter * QUARTER, lengthMs: QUARTER, cost: cents(150), requests: 20 });
    for (let quarter = 0; quarter < 20; quarter += 1) brake.prime('rare', { from: quarter * QUARTER, lengthMs: QUARTER, cost: cents(200), requests: 2 });
    expect(brake.see('old', 63 * MINUTE, cents(300))).toMatch(/^it spends \$1\.00 a minute, and \$0\.10 a minute is usual for it$/);
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
