import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';

const DECIMAL = /^(-?)(\d{1,40})(?:\.(\d{0,40}))?(?:[eE]([+-]?\d{1,2}))?$/;
/** Digits behind the point of a dollar and of a cent, in nano-dollars. */
const DIGITS = { dollars: 9, cents: 7 } as const;

/**
 * Reads an amount as a bill has it: a decimal text or a JSON number, in dollars or cents, exact and without a float on
 * the way. Less than a nano-dollar is rounded.
 * @returns undefined for what is no amount, or more than {@link Nanodollars} holds
 */
export function decimalMoney(value: unknown, unit: keyof typeof DIGITS): Nanodollars | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = DECIMAL.exec(String(value).trim());
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction);
  const shift = DIGITS[unit] + Number(exponent) - fraction.length;
  const amount = shift >= 0 ? digits * 10n ** BigInt(shift) : roundedQuotient(digits, 10n ** BigInt(-shift));
  const nano = Number(sign === '-' ? -amount : amount);
  return Number.isSafeInteger(nano) ? nanodollarsOf(nano === 0 ? 0 : nano) : undefined;
}

function roundedQuotient(value: bigint, by: bigint): bigint {
  return (value + by / 2n) / by;
}
