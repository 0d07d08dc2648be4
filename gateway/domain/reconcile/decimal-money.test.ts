import { describe, expect, it } from 'vitest';
import { decimalMoney } from './decimal-money.ts';

describe('an amount of a bill', () => {
  it.each([
    ['0.06', 'dollars', 60_000_000],
    [0.06, 'dollars', 60_000_000],
    [1e-7, 'dollars', 100],
    ['1.5E-7', 'dollars', 150],
    ['0.1234567894', 'dollars', 123_456_789],
    ['0.1234567895', 'dollars', 123_456_790],
    ['-12.5', 'dollars', -12_500_000_000],
    ['-0', 'dollars', 0],
    ['123.45', 'cents', 1_234_500_000],
    ['0.0001', 'cents', 1_000],
    ['2e3', 'cents', 20_000_000_000],
    ['7.', 'cents', 70_000_000],
  ] as const)('%s %s is %i nano-dollars', (text, unit, nano) => {
    expect(decimalMoney(text, unit)).toBe(nano);
  });

  it.each(['', 'abc', '1,5', '0x10', 'NaN', '1e99', '9'.repeat(30), '--1', null, undefined, {}, Number.NaN, Infinity])(
    '%s is none',
    (value) => {
      expect(decimalMoney(value, 'dollars')).toBeUndefined();
    },
  );

  it('is exact where floats are not', () => {
    expect(decimalMoney('0.1', 'dollars')).toBe(100_000_000);
    expect(decimalMoney('4503599.627370497', 'dollars')).toBe(4_503_599_627_370_497);
  });
});
