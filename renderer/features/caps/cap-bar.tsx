import type { ReactNode } from 'react';
import type { CapView } from '../../../shared/contract/views.ts';
import { windowWords } from '../../../shared/cap.ts';
import { moneyText } from '../../state/money-text.ts';
import { capLevel, capRemaining } from '../../state/allowance.ts';
import { resetText } from '../../state/format.ts';
import { Gauge } from './gauge.tsx';

interface CapBarProps {
  readonly cap: CapView;
  readonly now: number;
  readonly timeZone: string;
}

/** How much of a cap is used: solid is settled, striped is held by running requests. */
export function CapBar({ cap, now, timeZone }: CapBarProps): ReactNode {
  return (
    <div className="cap">
      <p className="cap-words">
        <span className="number">
          <strong>{moneyText(cap.spent)}</strong> of {moneyText(cap.amount)} {windowWords(cap)}
        </span>
        <span className="faint number">{tail(cap, now, timeZone)}</span>
      </p>
      <Gauge cap={cap} />
    </div>
  );
}

/** What is worth knowing beside the bar: what is held, what is left when it is little, when it resets. */
function tail(cap: CapView, now: number, timeZone: string): string {
  const left = `${moneyText(capRemaining(cap))} left`;
  const calm = capLevel(cap) === 'calm';
  const raised = cap.raisedBy > 0 ? `, raised by ${moneyText(cap.raisedBy)} for today` : '';
  if (cap.reserved > 0) return `${moneyText(cap.reserved)} held by running requests${calm ? '' : `, ${left}`}${raised}`;
  // A rolling window has no moment at which it begins anew.
  const never = cap.rolling ? 'rolling' : 'never resets';
  const resets = cap.resetsAt === null ? never : resetText(cap.resetsAt, now, timeZone);
  return `${calm ? resets : `${left}, ${resets}`}${raised}`;
}
