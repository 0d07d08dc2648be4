import type { CapView } from '../../../shared/contract/views.ts';
import { subtractMoney } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import { capText } from '../../state/time-and-money/cap-text.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { sentenceOf } from '../../state/words/sentence.ts';
import { useSession } from '../../state/live/session-context.ts';
import { say } from '../../strings/say.ts';
import { useToast } from '../../ui/toasts.ts';

/** The amount that a raise adds: as much again as the cap itself, whatever was added to it already. */
function raiseOf({ amount, raisedBy }: CapView): Nanodollars {
  return subtractMoney(amount, raisedBy);
}

/** `Raise $5.00 a day by $5.00 for today`. */
export function raiseText(cap: CapView): string {
  return say.caps.raise(capText({ ...cap, amount: raiseOf(cap) }), moneyText(raiseOf(cap)));
}

/** Raises a cap until the local day ends, and says so. */
export function useRaise(): (scope: PolicyScope, cap: CapView) => void {
  const { call } = useSession();
  const toast = useToast();
  return (scope, cap) => {
    const { window, rolling } = cap;
    call(({ caps }) => caps.raise({ scope, window, rolling, extra: raiseOf(cap) })).then(
      (raised) => toast({ text: say.caps.raised(moneyText(raised.cap.amount)) }),
      (error: unknown) => toast({ text: sentenceOf(error) }),
    );
  };
}
