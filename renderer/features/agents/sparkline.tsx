import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Nanodollars } from '../../../shared/money.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';

interface SparklineProps {
  /** Minute by minute, oldest first. */
  readonly amounts: readonly Nanodollars[];
  readonly total: Nanodollars;
  readonly color: string | undefined;
}

const STEP = 4;
const HEIGHT = 32;

/** The last hour of one agent, a bar a minute, against its own highest. */
export const Sparkline = memo(
  function Sparkline({ amounts, total, color }: SparklineProps): ReactNode {
    const highest = Math.max(...amounts, 1);
    return (
      <svg
        className="sparkline"
        viewBox={`0 0 ${amounts.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say.agents.lastHour(moneyText(total))}
      >
        <rect y={HEIGHT - 1} width={amounts.length * STEP} height="1" fill="var(--line)" />
        {amounts.map((amount, index) => {
          const height = amount === 0 ? 0 : Math.max(1.5, (amount / highest) * HEIGHT);
          return (
            amount > 0 && (
              <rect
                key={index}
                x={index * STEP}
                y={HEIGHT - height}
                width={STEP - 1}
                height={height}
                fill={color ?? 'var(--agent-other)'}
              />
            )
          );
        })}
      </svg>
    );
  },
  (before, after) =>
    before.color === after.color &&
    before.amounts.length === after.amounts.length &&
    before.amounts.every((amount, index) => amount === after.amounts[index]),
);
