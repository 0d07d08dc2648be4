declare const nanodollars: unique symbol;

/** Money in integer nano-dollars (1 USD = 1_000_000_000). Always a safe integer: up to about 9 million USD. */
export type Nanodollars = number & { readonly [nanodollars]: true };

const NANO_PER_USD = 1_000_000_000;
const USD_TEXT = /^(\d{1,7})(?:\.(\d{1,9}))?$/;

/**
 * Brands an integer as money.
 * @throws RangeError when `value` is not a safe integer: a float must never become money by accident.
 */
export function nanodollarsOf(value: number): Nanodollars {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer amount of nano-dollars: ${value}`);
  return value as Nanodollars;
}

export const ZERO = nanodollarsOf(0);

/** Adds amounts, in nano-dollars. @throws RangeError past 9 million USD. */
export function addMoney(...amounts: readonly Nanodollars[]): Nanodollars {
  return nanodollarsOf(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

/** `left - right`, in nano-dollars; may be negative. */
export function subtractMoney(left: Nanodollars, right: Nanodollars): Nanodollars {
  return nanodollarsOf(left - right);
}

/**
 * Reads a decimal amount of dollars as a person types it: `5`, `0.25`, `$12.50`. Exact, no float on the way.
 * @returns undefined when the text is no such amount, or more than {@link Nanodollars} holds.
 */
export function parseUsd(text: string): Nanodollars | undefined {
  const match = USD_TEXT.exec(text.trim().replace(/^\$/, ''));
  if (!match) return undefined;
  const [, whole = '0', fraction = ''] = match;
  const amount = Number(whole) * NANO_PER_USD + Number(fraction.padEnd(9, '0'));
  return Number.isSafeInteger(amount) ? nanodollarsOf(amount) : undefined;
}

/** The exact decimal text of an amount in USD, at least two decimals: `0.001234`, `5.00`, `-0.10`. */
export function usdText(amount: Nanodollars): string {
  const absolute = Math.abs(amount);
  const fraction = String(absolute % NANO_PER_USD)
    .padStart(9, '0')
    .replace(/0{1,7}$/, '');
  return `${amount < 0 ? '-' : ''}${Math.floor(absolute / NANO_PER_USD)}.${fraction}`;
}

/**
 * The amount for people: `$5.00`, `$1,250.00`, `$0.0012`. Two decimals from one cent up, else two significant digits,
 * rounded up.
 */
export function formatUsd(amount: Nanodollars): string {
  return withDollarSign(roundedUsd(amount));
}

/** The digits of {@link formatUsd}, without the dollar sign: `5.00`, `-0.0012`. */
export function roundedUsd(amount: Nanodollars): string {
  return usdText(rounded(amount, 2));
}

/**
 * Writes the amounts of one sentence as {@link formatUsd} does, but with as many digits as it takes that they show what
 * the sentence says: `$0.50 of $1.00` does not show why another `$0.50` is too much, `$0.5000001 of $1.00` does.
 * @param shows whether it can be seen in the figures that `see` gives
 */
export function formatUsdSo(
  shows: (see: (amount: Nanodollars) => Nanodollars) => boolean,
): (amount: Nanodollars) => string {
  const digits = roundedUsdSo(shows);
  return (amount) => withDollarSign(digits(amount));
}

/** The digits of {@link formatUsdSo}, without the dollar sign. */
export function roundedUsdSo(
  shows: (see: (amount: Nanodollars) => Nanodollars) => boolean,
): (amount: Nanodollars) => string {
  const digits = [2, 3, 4, 5, 6, 7, 8, 9].find((count) => shows((amount) => rounded(amount, count))) ?? 2;
  return (amount) => usdText(rounded(amount, digits));
}

/** `-1234.50` as `-$1,234.50`. */
function withDollarSign(digits: string): string {
  return digits.replace(/^-?/, '$&$$').replaceAll(/\B(?=(?:\d{3})+\.)/g, ',');
}

/** To so many decimals of a dollar; below a cent at least to two significant digits, and up. */
function rounded(amount: Nanodollars, decimals: number): Nanodollars {
  const absolute = Math.abs(amount);
  const isSmall = absolute < NANO_PER_USD / 100;
  const coarsest = isSmall ? 10 ** Math.max(0, String(absolute).length - 2) : NANO_PER_USD / 100;
  const step = Math.min(coarsest, 10 ** (9 - decimals));
  const steps = isSmall ? Math.ceil(absolute / step) : Math.round(absolute / step);
  return nanodollarsOf(amount < 0 ? -steps * step : steps * step);
}
