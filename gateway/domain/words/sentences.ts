import { formatUsdSo } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { resetText as resetWords } from '../../../shared/refusals/parts.ts';
import { plainWriting } from '../../../shared/refusals/writing.ts';
import type { CapAccount } from '../caps/cap-book.ts';

/** When a cap has room again: `Resets at 00:00.` */
export function resetText(
  { cap: { window, rolling }, span }: Pick<CapAccount, 'cap' | 'span'>,
  timeZone: string,
): string {
  return resetWords({ window, rolling, resetsAt: span.end }, plainWriting(timeZone));
}

/** `$4.999 of $5.00`: never all of it where something is left. */
export function shareText(spent: Nanodollars, allowed: Nanodollars): string {
  const usd = formatUsdSo((see) => spent >= allowed || see(spent) < see(allowed));
  return `${usd(spent)} of ${usd(allowed)}`;
}

/** The owner of a cap or a policy inside a sentence: `This sub-key of Aider` is no name. */
export function inSentence(whose: string): string {
  return /^(This sub-key of|Everything together$)/.test(whose) ? whose.charAt(0).toLowerCase() + whose.slice(1) : whose;
}
