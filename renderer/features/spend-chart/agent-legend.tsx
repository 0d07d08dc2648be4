import type { ReactNode } from 'react';
import type { AgentView, SeriesRange } from '../../../shared/contract/views.ts';
import { formatUsd } from '../../../shared/money.ts';
import { RANGE_NAMES } from '../../state/format.ts';
import { agentTotal } from '../../state/series.ts';
import type { ChartRow } from '../../state/series.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';

interface AgentLegendProps {
  readonly agents: readonly AgentView[];
  readonly rows: readonly ChartRow[];
  readonly colors: ReadonlyMap<string, string>;
  readonly range: SeriesRange;
  readonly focus: string | undefined;
  onFocus(agentId: string | undefined): void;
}

/** The names of the colors, with what each spent in the range. A click shows one agent alone, here and in the table. */
export function AgentLegend({ agents, rows, colors, range, focus, onFocus }: AgentLegendProps): ReactNode {
  const entries = agents
    .map((agent) => ({ agent, amount: agentTotal(rows, agent.id) }))
    .toSorted((left, right) => right.amount - left.amount);
  return (
    <div className="legend">
      <p className="faint legend-title">By agent, {RANGE_NAMES[range]}</p>
      <ul>
        {entries.map(({ agent, amount }) => (
          <li key={agent.id}>
            <button
              type="button"
              className="legend-entry"
              aria-pressed={focus === agent.id}
              data-dimmed={focus !== undefined && focus !== agent.id}
              title={focus === agent.id ? 'Show all agents' : `Show only ${agent.name}`}
              onClick={() => onFocus(focus === agent.id ? undefined : agent.id)}
            >
              <AgentDot color={colors.get(agent.id)} />
              <span className="legend-name">{agent.name}</span>
              <span className="number">{formatUsd(amount)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
