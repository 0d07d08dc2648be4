import type { ReactNode } from 'react';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import type { ChartGroup } from './groups.ts';

interface ChartLegendProps {
  readonly entries: readonly { readonly group: ChartGroup; readonly amount: Nanodollars }[];
  readonly focus: string | undefined;
  /** A dashed line stands for the period before. */
  readonly compares: boolean;
  onFocus(id: string | undefined): void;
}

/** The names of the colors, with what each spent in the range. A click shows one alone. */
export function ChartLegend({ entries, focus, compares, onFocus }: ChartLegendProps): ReactNode {
  return (
    <ul className="legend">
      {entries.map(({ group, amount }) => (
        <li key={group.id}>
          <button
            type="button"
            className="legend-entry"
            aria-pressed={focus === group.id}
            data-dimmed={focus !== undefined && focus !== group.id}
            title={focus === group.id ? say.spendChart.showAll : say.spendChart.showOnly(group.fullName)}
            onClick={() => onFocus(focus === group.id ? undefined : group.id)}
          >
            <AgentDot color={group.color} />
            <span className="legend-name">{group.name}</span>
            <span className="number">{moneyText(amount)}</span>
          </button>
        </li>
      ))}
      {compares && (
        <li className="legend-entry legend-before">
          <svg className="legend-dash" viewBox="0 0 20 10" aria-hidden="true">
            <path d="M0 5h20" />
          </svg>
          <span className="legend-name">{say.spendChart.before}</span>
        </li>
      )}
    </ul>
  );
}
