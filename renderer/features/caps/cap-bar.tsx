import type { ReactNode } from 'react';
import type { CapView } from '../../../shared/contract/views.ts';
import { windowWords } from '../../../shared/cap.ts';
import { formatUsd } from '../../../shared/money.ts';
import { capLevel, capRemaining } from '../../state/allowance.ts';
import { resetText } from '../../state/format.ts';
import './caps.css';

interface CapBarProps {
  readonly cap: CapView;
  readonly now: number;
  readonly timeZone: string;
}

/** How much of a cap is used: solid is settled, striped is held by running requests. */
export function CapBar({ cap, now, timeZone }: CapBarProps): ReactNode {
  const spent = share(cap.spent, cap.amount);
  const held = Math.min(100 - spent, share(cap.reserved, cap.amount));
  const used = spent + held;
  const words = `${formatUsd(cap.spent)} of ${formatUsd(cap.amount)} ${windowWords(cap)}`;
  return (
    <div className="cap">
      <p className="cap-words">
        <span className="number">
          <strong>{formatUsd(cap.spent)}</strong> of {formatUsd(cap.amount)} {windowWords(cap)}
        </span>
        <span className="faint number">{tail(cap, now, timeZone)}</span>
      </p>
      <svg
        className={`cap-bar cap-${capLevel(cap)}`}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        role="progressbar"
        aria-label={words}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(used)}
      >
        <rect className="cap-held" width={used} height="6" />
        <rect className="cap-spent" width={spent} height="6" />
      </svg>
    </div>
  );
}

/** What is worth knowing beside the bar: what is held, what is left when it is little, when it resets. */
function tail(cap: CapView, now: number, timeZone: string): string {
  const left = `${formatUsd(capRemaining(cap))} left`;
  const calm = capLevel(cap) === 'calm';
  if (cap.reserved > 0) return `${formatUsd(cap.reserved)} held by running requests${calm ? '' : `, ${left}`}`;
  // A rolling window has no moment at which it begins anew.
  const never = cap.rolling ? 'rolling' : 'never resets';
  const resets = cap.resetsAt === null ? never : resetText(cap.resetsAt, now, timeZone);
  return calm ? resets : `${left}, ${resets}`;
}

function share(part: number, whole: number): number {
  return Math.max(0, Math.min(100, (part / whole) * 100));
}
