import { moneyText } from '../../state/money-text.ts';
import type { Nanodollars } from '../../../shared/money.ts';

/** `20% more than yesterday by now`; a sum where a share says nothing. @returns undefined when there is nothing to compare with */
export function comparedWith(now: Nanodollars, before: Nanodollars, what: string): string | undefined {
  if (before <= 0) return undefined;
  const share = Math.round((now / before - 1) * 100);
  if (share === 0) return `about as much as ${what}`;
  if (share >= 1000) return `${moneyText(before)} ${what}`;
  return `${Math.abs(share)}% ${share > 0 ? 'more' : 'less'} than ${what}`;
}
