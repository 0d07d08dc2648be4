import type { ReactNode } from 'react';
import type { CapView } from '../../../shared/contract/views.ts';
import { capLevel } from '../../../shared/cap-level.ts';
import { usedText } from '../../state/time-and-money/cap-text.ts';
import { say } from '../../strings/say.ts';
import './caps.css';

interface GaugeProps {
  readonly cap: CapView;
  /** The owner of the cap, when nothing around it says so. */
  readonly label?: string;
}

/** Draws how much of a cap is used: solid is settled, pale is held by running requests. */
export function Gauge({ cap, label }: GaugeProps): ReactNode {
  const spent = share(cap.spent, cap.amount);
  const used = spent + Math.min(100 - spent, share(cap.reserved, cap.amount));
  const words = usedText(cap);
  return (
    <svg
      className={`cap-bar cap-${capLevel(cap)}`}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      role="progressbar"
      aria-label={label === undefined ? words : say.caps.usedBy(label, words)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(used)}
    >
      <rect className="cap-held" width={used} height="6" />
      <rect className="cap-spent" width={spent} height="6" />
    </svg>
  );
}

function share(part: number, whole: number): number {
  return Math.max(0, Math.min(100, (part / whole) * 100));
}
