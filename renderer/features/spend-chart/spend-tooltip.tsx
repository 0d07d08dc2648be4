import type { ReactNode } from 'react';
import { ZERO } from '../../../shared/money.ts';
import { columnText } from '../../state/time-and-money/money-text.ts';
import { bucketLabel } from '../../state/time-and-money/format.ts';
import type { ChartRow } from '../../state/chart/series.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import type { ChartGroup } from './groups.ts';

interface SpendTooltipProps {
  readonly rows: readonly ChartRow[];
  readonly timeZone: string;
  readonly groups: readonly ChartGroup[];
  readonly compares: boolean;
  /** Recharts adds these two: whether a bucket is pointed at, and its start. */
  readonly active?: boolean;
  readonly label?: unknown;
}

/** The bucket under the pointer (or the keyboard): who spent how much, most first. */
export function SpendTooltip({ rows, timeZone, groups, compares, active, label }: SpendTooltipProps): ReactNode {
  const row = active === true ? rows.find((candidate) => candidate.at === label) : undefined;
  if (row === undefined) return null;
  const parts = groups
    .map((group) => ({ group, amount: row.byGroup[group.id] ?? ZERO }))
    .filter((part) => part.amount > 0)
    .toSorted((left, right) => right.amount - left.amount);
  const moneyText = columnText([...parts.map(({ amount }) => amount), row.total, ...(compares ? [row.before] : [])]);
  return (
    <div className="spend-tooltip">
      <p className="faint">{bucketLabel(row.at, row.end, timeZone)}</p>
      {parts.map(({ group, amount }) => (
        <p key={group.id} className="spend-tooltip-row">
          <AgentDot color={group.color} />
          <span>{group.name}</span>
          <span className="number">{moneyText(amount)}</span>
        </p>
      ))}
      {parts.length === 0 && <p className="soft">{say.spendChart.bucketEmpty}</p>}
      {(parts.length > 1 || compares) && (
        <p className="spend-tooltip-row spend-tooltip-total">
          <span>{say.spendChart.together}</span>
          <span className="number">{moneyText(row.total)}</span>
        </p>
      )}
      {compares && (
        <p className="spend-tooltip-row faint">
          <span>{say.spendChart.before}</span>
          <span className="number">{moneyText(row.before)}</span>
        </p>
      )}
    </div>
  );
}
