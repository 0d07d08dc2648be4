import { formatUsd, nanodollarsOf } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';

const CENT = 10_000_000;
/** More decimals than these nobody compares. */
const MOST_DECIMALS = 6;

/**
 * Writes the amounts of one column with the same decimals, so that their points stand below each other: two, and more
 * where a smaller amount would read as nothing.
 */
export function alignedUsd(amounts: readonly Nanodollars[]): (amount: Nanodollars) => string {
  const small = amounts.filter((amount) => amount !== 0 && Math.abs(amount) < CENT).map(Math.abs);
  const least = Math.min(...small, CENT);
  let decimals = 2;
  while (decimals < MOST_DECIMALS && least < 10 ** (9 - decimals)) decimals += 1;
  const step = 10 ** (9 - decimals);
  return (amount) => {
    const steps = Math.round(Math.abs(amount) / step);
    const whole = nanodollarsOf(Math.floor(steps / 10 ** decimals) * 1_000_000_000);
    const dollars = formatUsd(whole).replace(/\.\d+$/, '');
    const sign = amount < 0 && steps > 0 ? '-' : '';
    return `${sign}${dollars}.${String(steps % 10 ** decimals).padStart(decimals, '0')}`;
  };
}
