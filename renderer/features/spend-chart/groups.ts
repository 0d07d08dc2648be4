import type { SeriesGroup } from '../../../shared/contract/usage-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { agentColors, groupColors } from '../../state/agent-colors.ts';

/** One thing that spends on the chart: what it is called, and its colour. */
export interface ChartGroup {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

/** Names and colours of everything a chart can be stacked by. Agents that spent nothing are named too. */
export function chartGroups(state: StateView, by: SeriesGroup, seen: readonly string[]): readonly ChartGroup[] {
  if (by === 'agent') {
    const colors = agentColors(state.agents);
    return state.agents.map(({ id, name }) => ({ id, name, color: colors.get(id) ?? 'var(--agent-other)' }));
  }
  const colors = groupColors(seen);
  return [...colors].map(([id, color]) => ({ id, name: id, color }));
}
