import type { ReactNode } from 'react';
import type { CapView } from '../../../shared/contract/views.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { capLevel, capRemaining } from '../../../shared/cap-level.ts';
import { spentText, usedText } from '../../state/time-and-money/cap-text.ts';
import { resetText } from '../../state/time-and-money/format.ts';
import { say } from '../../strings/say.ts';
import { Emphasis } from '../../ui/emphasis.tsx';
import { Gauge } from './gauge.tsx';

interface CapBarProps {
  readonly cap: CapView;
  /** The part of the spending that it is on, where it is not on all. */
  readonly label?: string;
  readonly now: number;
  readonly timeZone: string;
}

/** One cap: how much of it is used, in words and as a gauge. */
export function CapBar({ cap, label, now, timeZone }: CapBarProps): ReactNode {
  return (
    <div className="cap">
      <p className="cap-words">
        <span className="number">
          {label === undefined ? (
            <Emphasis text={usedText(cap)} strong={spentText(cap)} />
          ) : (
            <Emphasis text={say.caps.usedBy(label, usedText(cap))} strong={spentText(cap)} />
          )}
        </span>
        <span className="faint number">{tail(cap, now, timeZone)}</span>
      </p>
      <Gauge cap={cap} {...(label !== undefined && { label })} />
    </div>
  );
}

/** The facts beside the bar: what is held, what is left when it is little, when it resets. */
function tail(cap: CapView, now: number, timeZone: string): string {
  const { caps } = say;
  const left = capLevel(cap) === 'calm' ? [] : [caps.left(moneyText(capRemaining(cap)))];
  const raised = cap.raisedBy > 0 ? [caps.raisedToday(moneyText(cap.raisedBy))] : [];
  const more = [...raised, ...(cap.hold === 'full' ? [caps.requestsInFull] : [])];
  if (cap.reserved > 0) return caps.facts([caps.held(moneyText(cap.reserved)), ...left, ...more]);
  // A rolling window has no moment at which it begins anew.
  const never = cap.rolling ? caps.rolling : caps.neverResets;
  return caps.facts([...left, cap.resetsAt === null ? never : resetText(cap.resetsAt, now, timeZone), ...more]);
}
