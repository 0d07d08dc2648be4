import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAP_WINDOWS, capSchema, capsSchema, capText, describeCap, nanodollarsSchema, parseCap } from './cap.ts';
import { nanodollarsOf } from './money.ts';

describe('a cap as text', () => {
  it('is read back as it was', () => {
    const amounts = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(
        fc.constantFrom(...CAP_WINDOWS),
        fc.boolean(),
        amounts,
        fc.boolean(),
        (window, rolls, amount, full) => {
          const own = { window, rolling: rolls && window !== 'total', amount: nanodollarsOf(amount) };
          const cap = full ? { ...own, hold: 'full' as const } : own;
          expect(parseCap(capText(cap))).toEqual(cap);
        },
      ),
    );
  });

  it.each([
    ['5/day', 'day', 5_000_000_000],
    ['$0.50/total', 'total', 500_000_000],
    ['0.000000001/day', 'day', 1],
    ['5/week', 'week', 5_000_000_000],
  ])('reads %s', (text, window, amount) => {
    expect(parseCap(text)).toEqual({ window, rolling: false, amount });
  });

  it.each([
    '',
    '5',
    '/day',
    '0/day',
    '0.00/total',
    '-5/day',
    '5/Day',
    '5/year',
    '5/rolling-total',
    '5/rolling',
    '5/day/',
    '5/day/total',
    '5 day',
    '9999999/day',
    '5/toString',
    '5/__proto__',
  ])('finds none in %j', (text) => expect(parseCap(text)).toBeUndefined());

  it('is said in words', () => {
    expect(describeCap({ window: 'day', rolling: false, amount: nanodollarsOf(5_000_000_000) })).toBe('$5.00 a day');
    expect(describeCap({ window: 'total', rolling: false, amount: nanodollarsOf(20_000_000_000) })).toBe(
      '$20.00 in total',
    );
    expect(describeCap({ window: 'hour', rolling: false, amount: nanodollarsOf(1_000_000_000) })).toBe('$1.00 an hour');
    expect(parseCap('5/day/full')).toEqual({ window: 'day', rolling: false, amount: 5_000_000_000, hold: 'full' });
    expect(capText({ window: 'day', rolling: false, amount: nanodollarsOf(5_000_000_000), hold: 'full' })).toBe(
      '5.00/day/full',
    );
    expect(parseCap('5/day/half')).toBeUndefined();
    const full = { window: 'day', rolling: false, amount: nanodollarsOf(5_000_000_000), hold: 'full' } as const;
    expect(describeCap(full)).toBe('$5.00 a day (held in full)');
    expect(describeCap({ window: 'day', rolling: true, amount: nanodollarsOf(3_000_000_000) })).toBe(
      '$3.00 in any 24 hours',
    );
  });
});

describe('caps on the wire', () => {
  it.each([0, -1, 0.5, 2 ** 53, '5', null, Number.NaN])('refuse the amount %s', (amount) => {
    expect(capSchema.safeParse({ window: 'day', amount }).success).toBe(false);
  });
  it.each([0.5, 2 ** 53, '5', null])('refuse the money %s', (amount) =>
    expect(nanodollarsSchema.safeParse(amount).success).toBe(false),
  );

  it('need one cap, and one per window at most', () => {
    const day = { window: 'day', amount: 1 };
    expect(capsSchema.safeParse([]).error?.issues[0]?.message).toBe('A sub-key needs at least one cap, such as 5/day.');
    expect(capsSchema.safeParse([day, { ...day, amount: 2 }]).error?.issues[0]?.message).toBe(
      'Give at most one cap per window.',
    );
    expect(capsSchema.safeParse([day, { window: 'total', amount: 2 }, { ...day, rolling: true }]).success).toBe(true);
    expect(capsSchema.safeParse([{ window: 'total', rolling: true, amount: 2 }]).success).toBe(false);
  });
});
