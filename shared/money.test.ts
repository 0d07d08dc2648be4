import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, formatUsd, formatUsdSo, nanodollarsOf, parseUsd, subtractMoney, usdText, ZERO } from './money.ts';

const MOST = Number.MAX_SAFE_INTEGER;
const amounts = fc
  .oneof(fc.integer({ min: -MOST, max: MOST }), fc.integer({ min: -20_000_000, max: 20_000_000 }))
  .map(nanodollarsOf);

describe('money', () => {
  it.each([0.1, Number.NaN, Infinity, -Infinity, 2 ** 53, 1e-9])(
    'refuses %s: a float must never become money',
    (value) => {
      expect(() => nanodollarsOf(value)).toThrow(RangeError);
    },
  );

  it('refuses sums that lose a nano-dollar', () => {
    expect(() => addMoney(nanodollarsOf(MOST), nanodollarsOf(1))).toThrow(RangeError);
    expect(() => subtractMoney(nanodollarsOf(-MOST), nanodollarsOf(1))).toThrow(RangeError);
  });

  it('adds and takes away exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
        fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
        (left, right) => {
          expect(BigInt(addMoney(nanodollarsOf(left), nanodollarsOf(right)))).toBe(BigInt(left) + BigInt(right));
          expect(BigInt(subtractMoney(nanodollarsOf(left), nanodollarsOf(right)))).toBe(BigInt(left) - BigInt(right));
        },
      ),
    );
    expect(addMoney()).toBe(ZERO);
  });
});

describe('parseUsd and usdText', () => {
  it("are each other's inverse, to the last nano-dollar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST }).map(nanodollarsOf), (amount) => {
        expect(parseUsd(usdText(amount))).toBe(amount);
        expect(parseUsd(`$${usdText(amount)}`)).toBe(amount);
      }),
    );
  });

  it('agree with integers, digit by digit', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const digits = usdText(amount).replace('-', '');
        const [whole = '', fraction = ''] = digits.split('.');
        expect(fraction.length).toBeGreaterThanOrEqual(2);
        expect(BigInt(whole + fraction.padEnd(9, '0'))).toBe(BigInt(Math.abs(amount)));
        expect(usdText(amount).startsWith('-')).toBe(amount < 0);
      }),
    );
  });

  it.each([
    ['5', 5_000_000_000],
    ['0.25', 250_000_000],
    ['$12.50', 12_500_000_000],
    [' 1 ', 1_000_000_000],
    ['0.000000001', 1],
    ['0.1', 100_000_000],
    ['0.3', 300_000_000],
    ['1.005', 1_005_000_000],
    ['9007199.254740991', MOST],
    ['0', 0],
    ['007', 7_000_000_000],
  ])('reads %j', (text, nanodollars) => expect(parseUsd(text)).toBe(nanodollars));

  it.each([
    '',
    '$',
    '.5',
    '5.',
    '-5',
    '+5',
    '1e3',
    '1,000',
    '5 USD',
    '0x10',
    '５',
    '1.0000000001',
    '12345678',
    'NaN',
    '$$5',
    '5/day',
    '1_000',
    // Fits the form, but is more than a safe integer of nano-dollars holds.
    '9007199.254740992',
    '9999999',
    '9999999.999999999',
  ])('finds no amount in %j', (text) => expect(parseUsd(text)).toBeUndefined());

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\$?\d{0,8}\.?\d{0,10}$/)), (text) => {
        const amount = parseUsd(text);
        if (amount !== undefined) expect(Number.isSafeInteger(amount)).toBe(true);
      }),
    );
  });

  it.each([
    [0, '0.00'],
    [1, '0.000000001'],
    [1_234_000, '0.001234'],
    [5_000_000_000, '5.00'],
    [-100_000_000, '-0.10'],
    [100_000_000, '0.10'],
    [-1, '-0.000000001'],
    [120_000_000_000, '120.00'],
  ])('writes %i as %s', (amount, text) => expect(usdText(nanodollarsOf(amount))).toBe(text));
});

describe('formatUsd', () => {
  it.each([
    [0, '$0.00'],
    [1, '$0.000000001'],
    [12, '$0.000000012'],
    [123, '$0.00000013'],
    [1_200_000, '$0.0012'],
    [1_234_567, '$0.0013'],
    // Just under one cent: rounded up to it, and written like it.
    [9_900_000, '$0.0099'],
    [9_900_001, '$0.01'],
    [9_999_999, '$0.01'],
    [10_000_000, '$0.01'],
    [14_999_999, '$0.01'],
    [15_000_000, '$0.02'],
    [999_990_000_000, '$999.99'],
    [9_000_000_000_000_000, '$9,000,000.00'],
    [-1_234_500_000_000, '-$1,234.50'],
    [999_999_999, '$1.00'],
    [5_000_000_000, '$5.00'],
    [12_345_678_901, '$12.35'],
    [-1_200_000, '-$0.0012'],
    [-5_000_000_000, '-$5.00'],
    [-9_999_999, '-$0.01'],
    [MOST, '$9,007,199.25'],
  ])('writes %i as %s', (amount, text) => expect(formatUsd(nanodollarsOf(amount))).toBe(text));

  it('never shows money as nothing, and stays within half a cent or a tenth', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const text = formatUsd(amount);
        expect(text).toMatch(/^-?\$\d{1,3}(,\d{3})*\.\d{2,9}$/);
        const shown = parseUsd(text.replaceAll(/[-,]/g, '')) ?? Number.NaN;
        const absolute = Math.abs(amount);
        if (amount !== 0) expect(shown).toBeGreaterThan(0);
        if (absolute >= 10_000_000) expect(Math.abs(shown - absolute)).toBeLessThanOrEqual(5_000_000);
        else expect(shown).toSatisfy((value: number) => value >= absolute && value <= absolute * 1.1 + 1);
      }),
    );
  });
});

describe('formatUsdSo', () => {
  it('has no more digits than it takes, and all of them where that is not enough', () => {
    const [one, other] = [nanodollarsOf(1_004_000_000), nanodollarsOf(1_000_000_001)];
    expect(formatUsdSo((see) => see(one) > see(other))(one)).toBe('$1.004');
    expect(formatUsdSo((see) => see(other) > 1_000_000_000)(other)).toBe('$1.000000001');
    expect(formatUsdSo(() => false)(one)).toBe('$1.00');
  });

  it('is formatUsd where that shows it', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(formatUsdSo(() => true)(amount)).toBe(formatUsd(amount));
      }),
    );
  });

  it('shows everything there is to see at the last digit', () => {
    const some = fc.integer({ min: 0, max: 2_000_000_000 }).map(nanodollarsOf);
    fc.assert(
      fc.property(some, some, (one, other) => {
        fc.pre(one < other);
        const usd = formatUsdSo((see) => see(one) < see(other));
        expect(Number(usd(one).slice(1))).toBeLessThan(Number(usd(other).slice(1)));
      }),
    );
  });
});
