import type { SeriesGroup } from '../../../shared/contract/usage-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { addMoney, subtractMoney, ZERO } from '../../../shared/money.ts';
import type { ChartRow } from '../../state/series.ts';
import { agentColors, groupColors } from '../../state/agent-colors.ts';
import { say } from '../../strings/say.ts';

/** One thing that spends on the chart: what it is called, and its colour. */
export interface ChartGroup {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

/** More colours than this nobody tells apart, and a chart with fifty of them takes the thread a second to draw. */
const MOST_GROUPS = 10;
/** Stands for all that have no bar of their own. No id, model or provider is called like this. */
const REST = '\u0000rest';

/** The groups with a bar of their own, most first, and the others as one. Shows each alone when `focus` names it. */
export function shownGroups(entries: readonly ChartGroup[], focus: string | undefined): readonly ChartGroup[] {
  if (focus !== undefined) return entries.filter(({ id }) => id === focus);
  if (entries.length <= MOST_GROUPS) return entries;
  const rest = entries.slice(MOST_GROUPS - 1);
  return [...entries.slice(0, MOST_GROUPS - 1), { id: REST, name: say.spendChart.others(rest.length), color: 'var(--agent-other)' }];
}

/** Rows in which everything that has no bar of its own is one group. */
export function rowsWithRest(rows: readonly ChartRow[], shown: readonly ChartGroup[]): readonly ChartRow[] {
  if (!shown.some(({ id }) => id === REST)) return rows;
  const own = shown.filter(({ id }) => id !== REST).map(({ id }) => id);
  return rows.map((row) => {
    const kept = own.map((id) => [id, row.byGroup[id] ?? ZERO] as const);
    return { ...row, byGroup: { ...Object.fromEntries(kept), [REST]: subtractMoney(row.total, addMoney(...kept.map(([, amount]) => amount))) } };
  });
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
