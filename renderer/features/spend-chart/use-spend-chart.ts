import { useMemo } from 'react';
import type { SeriesGroup, SeriesRange, SeriesSpan, SeriesView } from '../../../shared/contract/usage-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { chartRows, groupTotals, rowsOfGroup } from '../../state/chart/series.ts';
import type { ChartRow } from '../../state/chart/series.ts';
import { useDashboard } from '../../state/live/session-context.ts';
import { spanText } from '../../state/time-and-money/format.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { useThrottled } from '../../state/time-and-money/use-throttled.ts';
import { chartGroups, rowsWithRest, shownGroups } from './groups.ts';
import type { ChartGroup } from './groups.ts';

/** Recharts takes tens of milliseconds to draw. A bar that grows twice a second is live enough. */
const REDRAW_MS = 500;

/** Everything that the chart, its table, its legend and its files show. */
interface SpendChart {
  readonly view: SeriesView | undefined;
  readonly by: SeriesGroup;
  readonly range: SeriesRange;
  /** From when to when the buckets reach. */
  readonly stretch: SeriesSpan;
  /** The same in words, when it was zoomed into. */
  readonly zoomed: string | undefined;
  readonly rows: readonly ChartRow[];
  /** The groups that have a bar of their own. */
  readonly shown: readonly ChartGroup[];
  /** All groups with what each spent, most first. */
  readonly entries: readonly { readonly group: ChartGroup; readonly amount: Nanodollars }[];
  /** The group that is shown alone. */
  readonly focus: string | undefined;
}

/**
 * Turns the series into rows and groups. The parts stay the same objects while nothing changes: bars are memoised.
 * @param picked the group to show alone, if there is one of that name
 */
export function useSpendChart(state: StateView, picked: string | undefined): SpendChart {
  const { chart, series } = useDashboard();
  const told = useMemo(
    () => ({ view: series?.view, agents: [...state.agents, ...state.formerAgents] }),
    [series?.view, state.agents, state.formerAgents],
  );
  const { view, agents } = useThrottled(told, series?.chart, REDRAW_MS);
  const now = useNow(5000);
  const by = view?.by ?? chart.by;
  const all = useMemo(() => (view === undefined ? [] : chartRows(view, now)), [view, now]);
  const entries = useMemo(() => {
    const totals = groupTotals(all);
    const seen = totals.map(([id]) => id);
    const groups = new Map(chartGroups(agents, by, seen).map((group) => [group.id, group]));
    return totals.flatMap(([id, amount]) => {
      const group = groups.get(id);
      return group === undefined ? [] : [{ group, amount }];
    });
  }, [agents, by, all]);
  const focus = entries.some(({ group }) => group.id === picked) ? picked : undefined;
  const shown = useMemo(() => {
    const groups = entries.map(({ group }) => group);
    return shownGroups(groups, focus);
  }, [entries, focus]);
  const rows = useMemo(
    () => rowsWithRest(focus === undefined ? all : rowsOfGroup(all, focus), shown),
    [all, focus, shown],
  );
  const stretch = useMemo(() => ({ from: all[0]?.at ?? 0, to: all.at(-1)?.end ?? 0 }), [all]);
  const zoomed = view?.zoomed === true ? spanText(stretch.from, stretch.to, state.gateway.timeZone) : undefined;
  return {
    view,
    by,
    range: series?.chart.range ?? chart.range,
    stretch,
    zoomed,
    rows,
    shown,
    entries,
    focus,
  };
}
