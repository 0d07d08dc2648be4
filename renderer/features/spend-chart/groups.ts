import type { SeriesGroup } from '../../../shared/contract/usage-views.ts';
import type { AgentView } from '../../../shared/contract/views.ts';
import { addMoney, subtractMoney, ZERO } from '../../../shared/money.ts';
import type { ChartRow } from '../../state/chart/series.ts';
import { agentColors, groupColors } from '../../state/chart/agent-colors.ts';
import { say } from '../../strings/say.ts';
import { plainText } from '../../state/words/plain-text.ts';

/** One thing that spends on the chart: what it is called, and its colour. */
export interface ChartGroup {
  readonly id: string;
  readonly name: string;
  /** Its name where there is room for all of it: a project's whole path. */
  readonly fullName: string;
  readonly color: string;
  /** So many are one here; left out: it is itself. */
  readonly standsFor?: number;
}

/** More colours than this nobody tells apart, and a chart with fifty of them takes the thread a second to draw. */
const MOST_GROUPS = 10;
/** Stands for all that have no bar of their own. No id, model or provider is called like this. */
const REST = '\u0000rest';

/** The groups with a bar of their own, most first, and the others as one. Shows each alone when `focus` names it. */
export function shownGroups(entries: readonly ChartGroup[], focus: string | undefined): readonly ChartGroup[] {
  return focus === undefined ? atMost(entries, MOST_GROUPS) : entries.filter(({ id }) => id === focus);
}

/** The first of them, and the others as one, which may already stand for others. @param most at least 1 */
export function atMost(entries: readonly ChartGroup[], most: number): readonly ChartGroup[] {
  if (entries.length <= most) return entries;
  const rest = entries.slice(most - 1).reduce((sum, { standsFor = 1 }) => sum + standsFor, 0);
  const others = { id: REST, ...named(say.spendChart.others(rest)), color: 'var(--agent-other)', standsFor: rest };
  return [...entries.slice(0, most - 1), others];
}

/** Rows in which everything that has no bar of its own is one group. */
export function rowsWithRest(rows: readonly ChartRow[], shown: readonly ChartGroup[]): readonly ChartRow[] {
  if (!shown.some(({ id }) => id === REST)) return rows;
  const own = shown.filter(({ id }) => id !== REST).map(({ id }) => id);
  return rows.map((row) => {
    const kept = own.map((id) => [id, row.byGroup[id] ?? ZERO] as const);
    return {
      ...row,
      byGroup: {
        ...Object.fromEntries(kept),
        [REST]: subtractMoney(row.total, addMoney(...kept.map(([, amount]) => amount))),
      },
    };
  });
}

/** Names and colours of everything a chart can be stacked by. Agents that spent nothing are named too. */
export function chartGroups(
  agents: readonly Pick<AgentView, 'id' | 'name' | 'createdAt'>[],
  by: SeriesGroup,
  seen: readonly string[],
): readonly ChartGroup[] {
  if (by === 'agent') {
    const colors = agentColors(agents);
    return agents.map(({ id, name }) => ({ id, ...named(name), color: colors.get(id) ?? 'var(--agent-other)' }));
  }
  const colors = groupColors(
    by,
    seen.filter((id) => id !== NO_PROJECT),
  );
  const known = [...colors].map(([id, color]) => ({
    id,
    name: plainText(by === 'project' ? folderName(id, seen) : id),
    fullName: plainText(id),
    color,
  }));
  return by === 'project' && seen.includes(NO_PROJECT)
    ? [...known, { id: NO_PROJECT, ...named(say.spendChart.noProject), color: 'var(--agent-other)' }]
    : known;
}

/** The group of sub-keys that are for no folder. */
const NO_PROJECT = '';

function named(name: string): Pick<ChartGroup, 'name' | 'fullName'> {
  return { name: plainText(name), fullName: plainText(name) };
}

/** The last folder of a path; with the one above it where another project is called the same. */
function folderName(path: string, all: readonly string[]): string {
  const last = (other: string, count: number): string => other.split(/[\\/]/).filter(Boolean).slice(-count).join('/');
  const name = last(path, 1) || path;
  return all.some((other) => other !== path && last(other, 1) === name) ? last(path, 2) : name;
}
