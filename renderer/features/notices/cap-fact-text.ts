import type { CapFact } from '../../../shared/contract/notice-facts.ts';
import { resetText } from '../../state/time-and-money/format.ts';
import { columnText, moneyText } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';

/** `Claude Code has used 84% of its cap: $4.20 of $5.00 today.` The share is rounded down: 100% is all of it. */
export function capShareText(cap: CapFact): string {
  const percent = cap.spent >= cap.amount ? 100 : Math.min(99, Math.floor((cap.spent * 100) / cap.amount));
  return say.notices.capShare(told(cap), percent);
}

/** Why a cap has no room: it is used up, or what is left of it is held, or is less than the next request needs. */
export function capFullText(cap: CapFact, now: number, timeZone: string): string {
  const { notices } = say;
  const reset =
    cap.resetsAt !== null
      ? resetText(cap.resetsAt, now, timeZone)
      : cap.rolling
        ? notices.resetsRolling
        : notices.resetsNever;
  if (cap.spent >= cap.amount) return notices.capUsedUp(told(cap), reset);
  if (cap.reserved > 0) return notices.capHolds(told(cap), moneyText(cap.reserved), reset);
  return notices.capTooFull(told(cap), reset);
}

function told(cap: CapFact): Parameters<typeof say.notices.capShare>[0] {
  const { owner, window, rolling, amount } = cap;
  return { owner: owner ?? undefined, window, rolling, spent: spentText(cap), amount: moneyText(amount) };
}

/** Never the same words as the whole cap where something is left of it. */
function spentText({ spent, amount }: CapFact): string {
  const [plain, exact] = [moneyText(spent), columnText([spent], [[spent, amount]])(spent)];
  return plain === moneyText(amount) && spent !== amount ? exact : plain;
}
