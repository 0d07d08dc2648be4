import { nanodollarsOf, parseUsd, roundedUsd, roundedUsdSo, usdText } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { locale } from './locale.ts';

/** Marks of direction that some languages put around amounts. A page isolates names instead, and shows marks. */
const MARKS = /[\u061C\u200E\u200F]/g;
const formatters = new Map<string, Intl.NumberFormat>();

/** An amount in the person's own way of writing dollars: `$5.00`, `5,00 $`, `$0.0012`. As exact as `formatUsd`. */
export function moneyText(amount: Nanodollars): string {
  const plain = roundedUsd(amount);
  return written(plain, digitsOf(plain));
}

/** Amounts of one sentence with as many digits as it takes that they show what it says: `formatUsdSo`. */
export function moneyTextSo(
  shows: (see: (amount: Nanodollars) => Nanodollars) => boolean,
): (amount: Nanodollars) => string {
  const rounded = roundedUsdSo(shows);
  return (amount) => {
    const plain = rounded(amount);
    return written(plain, digitsOf(plain));
  };
}

/** So many decimals show what a request costs; with more, a column is a wall of zeros. */
const COLUMN_DIGITS = 4;

/** An amount in a column of costs: always four decimals, so that two of them compare by eye. */
export function costText(amount: Nanodollars): string {
  return rounded(amount, COLUMN_DIGITS);
}

/**
 * Writes the amounts of a column with as many decimals as its finest one needs, up to four.
 * @param pairs amounts that stand beside each other and must not look the same when they are not: spent, and its cap
 */
export function columnText(
  amounts: readonly Nanodollars[],
  pairs: readonly (readonly [Nanodollars, Nanodollars])[] = [],
): (amount: Nanodollars) => string {
  const needed = amounts.map((amount) => digitsOf(roundedUsd(amount)));
  const least = Math.min(COLUMN_DIGITS, Math.max(2, ...needed));
  const looksLike =
    (digits: number) =>
    ([one, other]: readonly [Nanodollars, Nanodollars]) =>
      one !== other && rounded(one, digits) === rounded(other, digits);
  let digits = least;
  while (digits < COLUMN_DIGITS && pairs.some(looksLike(digits))) digits += 1;
  return (amount) => rounded(amount, digits);
}

/** Below a cent it is rounded up, as everywhere: what cost something never shows as nothing. */
function rounded(amount: Nanodollars, digits: number): string {
  const step = 10 ** (9 - digits);
  const steps = Math.abs(amount) < CENT ? Math.ceil(Math.abs(amount) / step) : Math.round(Math.abs(amount) / step);
  return written(usdText(nanodollarsOf(Math.sign(amount) * steps * step)), digits);
}

const CENT = 10_000_000;

function digitsOf(plain: string): number {
  return plain.length - plain.indexOf('.') - 1;
}

/** A float of at most 15 digits is printed back as it was read. */
function written(plain: string, digits: number): string {
  return formatter(digits).format(Number(plain)).replace(MARKS, '');
}

/** An amount that nobody knows to the cent: `$319`, and below ten dollars as {@link moneyText}. */
export function aboutText(amount: Nanodollars): string {
  if (amount < 10_000_000_000) return moneyText(amount);
  return formatter(0)
    .format(Math.round(amount / 1_000_000_000))
    .replace(MARKS, '');
}

/** Such an amount is written without cents where there is little room. */
const WITHOUT_CENTS = 100_000_000_000;

/** An amount for a small box, in six letters or so: `$0.01` for less than a cent, `$1.2K` for more than a thousand. */
export function shortText(amount: Nanodollars): string {
  if (amount < WITHOUT_CENTS) return rounded(amount, 2);
  return formatter('compact')
    .format(amount / 1_000_000_000)
    .replace(MARKS, '');
}

/**
 * Reads an amount of dollars as this person types it: with a comma where that is their decimal sign.
 * @returns undefined when it is no amount. A dot is always a decimal point: the caps that a form shows have one
 */
export function readMoney(text: string): Nanodollars | undefined {
  const plain = text
    .trim()
    .replaceAll(/^\$|\$$/g, '')
    .trim();
  return parseUsd(decimalSign() === ',' && !plain.includes('.') ? plain.replace(',', '.') : plain);
}

function decimalSign(): string {
  return (
    formatter(2)
      .formatToParts(0.5)
      .find(({ type }) => type === 'decimal')?.value ?? '.'
  );
}

/** Slow to make and used on every row, so each is made once. */
function formatter(how: number | 'compact'): Intl.NumberFormat {
  const key = `${locale.numbers} ${how}`;
  const made =
    formatters.get(key) ??
    // The narrow symbol is "$" everywhere: Purser knows no other dollar.
    new Intl.NumberFormat(locale.numbers, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      ...(how === 'compact' ? { notation: 'compact' } : { minimumFractionDigits: how, maximumFractionDigits: how }),
    });
  formatters.set(key, made);
  return made;
}
