import type { ReactNode } from 'react';
import type { AgentView } from '../../../shared/contract/views.ts';
import { addMoney, formatUsd, ZERO } from '../../../shared/money.ts';
import { bucketLabel } from '../../state/format.ts';
import type { ChartRow } from '../../state/series.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';

interface SpendTooltipProps {
  readonly rows: readonly ChartRow[];
  readonly bucketMs: number;
  readonly timeZone: string;
  readonly agents: readonly AgentView[];
  readonly colors: ReadonlyMap<string, string>;
  /** Recharts adds these two: whether a bucket is pointed at, and its start. */
  readonly active?: boolean;
  readonly label?: unknown;
}

/** The bucket under the pointer (or the keyboard): who spent how much, most first. */
export function SpendTooltip({ rows, bucketMs, timeZone, agents, colors, active, label }: SpendTooltipProps): ReactNode {
  const row = active === true ? rows.find((candidate) => candidate.at === label) : undefined;
  if (row === undefined) return null;
  const parts = agents
    .map((agent) => ({ agent, amount: row.byAgent[agent.id] ?? ZERO }))
    .filter((part) => part.amount > 0)
    .toSorted((left, right) => right.amount - left.amount);
  return (
    <div className="spend-tooltip">
      <p className="faint">{bucketLabel(row.at, bucketMs, timeZone)}</p>
      {parts.map(({ agent, amount }) => (
        <p key={agent.id} className="spend-tooltip-row">
          <AgentDot color={colors.get(agent.id)} />
          <span>{agent.name}</span>
          <span className="number">{formatUsd(amount)}</span>
        </p>
      ))}
      {parts.length === 0 && <p className="soft">Nothing spent</p>}
      {parts.length > 1 && (
        <p className="spend-tooltip-row spend-tooltip-total">
          <span>Together</span>
          <span className="number">{formatUsd(addMoney(...parts.map((part) => part.amount)))}</span>
        </p>
      )}
    </div>
  );
}
