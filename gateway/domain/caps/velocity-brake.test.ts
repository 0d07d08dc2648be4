import { describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { createVelocityBrake } from './velocity-brake.ts';

describe('the velocity brake', () => {
  const MINUTE = 60_000;
  const cents = (amount: number) => nanodollarsOf(amount * 10_000_000);
  it('compares an agent with its own past, and leaves one without a past alone', () => {
    const brake = createVelocityBrake();
    expect(brake.see('new', 0, cents(5_000))).toBeUndefined();
    for (let minute = 0; minute < 60; minute += 1) expect(brake.see('old', minute * MINUTE, cents(10))).toBeUndefined();
    // Twice as fast is a busy day.
    expect(brake.see('old', 61 * MINUTE, cents(60))).toBeUndefined();
    expect(brake.see('old', 62 * MINUTE, cents(300))?.text).toMatch(
      /^\$1\.\d\d a minute, where \$0\.10 a minute is usual$/,
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
    expect(brake.see('old', 63 * MINUTE, cents(300))?.text).toMatch(
      /^\$1\.00 a minute, where \$0\.10 a minute is usual$/,
    );
    expect(brake.see('rare', 301 * MINUTE, cents(300))).toBeUndefined();
  });
  it('does not mind small money, however fast', () => {
    const brake = createVelocityBrake();
    for (let minute = 0; minute < 60; minute += 1) brake.see('cheap', minute * MINUTE, nanodollarsOf(1_000));
    expect(brake.see('cheap', 61 * MINUTE, cents(50))).toBeUndefined();
  });
});
