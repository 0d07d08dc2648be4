import { parseUsd, roundedUsd } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { locale } from './locale.ts';

/** Marks of direction that some languages put around amounts. A page isolates names instead, and shows marks. */
const MARKS = /[\u061C\u200E\u200F]/g;
const formatters = new Map<string, Intl.NumberFormat>();

/** An amount in the person's own way of writing dollars: `$5.00`, `5,00 $`, `$0.0012`. As exact as `formatUsd`. */
export function moneyText(amount: Nanodollars): string {
  const plain = roundedUsd(amount);
  // Rounded as text already; a float of at most 15 digits is printed back as it was read.
  return formatter(plain.length - plain.indexOf('.') - 1)
    .format(Number(plain))
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
function formatter(digits: number): Intl.NumberFormat {
  const key = `${locale.numbers} ${digits}`;
  const made =
    formatters.get(key) ??
    // The narrow symbol is "$" everywhere: Purser knows no other dollar.
    new Intl.NumberFormat(locale.numbers, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  formatters.set(key, made);
  return made;
}
