import type { Cap } from '../../../shared/cap.ts';
import type { CapView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { columnText, moneyText } from './money-text.ts';

/** `$5.00 a day`, `$3.00 in any 24 hours`: a cap as it was set. */
export function capText(cap: Cap): string {
  return say.caps.cap(moneyText(cap.amount), cap);
}

/** What of a cap is spent, with more decimals where it would look like all of it and is not. */
export function spentText({ spent, amount }: Pick<CapView, 'spent' | 'amount'>): string {
  const text = moneyText(spent);
  return spent !== amount && text === moneyText(amount) ? columnText([spent], [[spent, amount]])(spent) : text;
}

/** `$1.20 of $5.00 today`: a cap as it stands. */
export function usedText(cap: CapView): string {
  return say.caps.used(spentText(cap), moneyText(cap.amount), cap);
}
