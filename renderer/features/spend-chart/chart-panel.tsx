import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { SeriesSpan } from '../../../shared/contract/usage-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { spanText } from '../../state/time-and-money/format.ts';
import { chartRows, groupTotals, rowsOfGroup } from '../../state/chart/series.ts';
import type { ChartRow } from '../../state/chart/series.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { usePaced } from '../../state/time-and-money/use-paced.ts';
import { zoomedIn, zoomedOut } from '../../state/chart/zoom.ts';
import { Problem } from '../../ui/notice.tsx';
import { ChartHead } from './chart-head.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { ChartTools } from './chart-tools.tsx';
import type { Shape } from './chart-tools.tsx';
import { chartGroups, rowsWithRest, shownGroups } from './groups.ts';
import { SpendBars } from './spend-bars.tsx';
import { SpendTable } from './spend-table.tsx';
import './spend-chart.css';

/** Recharts takes tens of milliseconds to draw. A bar that grows twice a second is live enough. */
const REDRAW_MS = 500;

/** Spend over time, as bars or as a table, beside the period before, and as a file. */
export function ChartPanel({ state }: { readonly state: StateView }): ReactNode {
  const session = useSession();
  const { timeZone } = state.gateway;
  const { chart, series, historyProblem, link } = useDashboard();
  const told = useMemo(() => ({ view: series?.view, agents: state.agents }), [series?.view, state.agents]);
  const { view, agents } = usePaced(told, series?.chart, REDRAW_MS);
  const now = useNow(5000);
  const [picked, setFocus] = useState<string>();
  const place = useRef<HTMLElement>(null);
  const [shape, setShape] = useState<Shape>('chart');
  const [compares, setCompares] = useState(false);
  const all = useMemo(() => (view === undefined ? [] : chartRows(view, now)), [view, now]);
  const totals = useMemo(() => groupTotals(all), [all]);
  const by = view?.by ?? chart.by;
  const groups = useMemo(
    () =>
      chartGroups(
        agents,
        by,
        totals.map(([group]) => group),
      ),
    [agents, by, totals],
  );
  const entries = useMemo(
    () =>
      totals.flatMap(([id, amount]) => groups.filter((group) => group.id === id).map((group) => ({ group, amount }))),
    [totals, groups],
  );
  const focus = entries.some(({ group }) => group.id === picked) ? picked : undefined;
  const shown = useMemo(
    () =>
      shownGroups(
        entries.map(({ group }) => group),
        focus,
      ),
    [entries, focus],
  );
  const rows = useMemo(
    () => rowsWithRest(focus === undefined ? all : rowsOfGroup(all, focus), shown),
    [all, focus, shown],
  );
  const range = series?.chart.range ?? chart.range;
  const stretch = useMemo(() => stretchOf(all), [all]);
  const zoomed = view?.zoomed === true ? spanText(stretch.from, stretch.to, timeZone) : undefined;

  // The same while nothing changes, so that the bars need not be drawn anew.
  const zoom = useCallback(
    (span: SeriesSpan) => session.setChart(zoomedIn(chart, span, stretch)),
    [session, chart, stretch],
  );
  const zoomOut = useCallback(() => {
    if (chart.zoom.length > 0) session.setChart(zoomedOut(chart));
  }, [session, chart]);
  return (
    <section ref={place} className="section" aria-labelledby="chart-title">
      <ChartHead
        rows={rows}
        range={range}
        zoomed={zoomed}
        whole={focus === undefined ? view : undefined}
        chart={chart}
        onRange={(value) => session.setChart({ range: value, zoom: [] })}
        onZoomOut={() => {
          zoomOut();
          // The button goes away with the last step; the keyboard goes on where it can zoom in again.
          place.current?.querySelector<HTMLElement | SVGElement>('.recharts-surface, .spend-table')?.focus();
        }}
      />
      <ChartTools
        rows={rows}
        groups={shown}
        by={chart.by}
        shape={shape}
        compares={compares}
        mayCompare={shape === 'chart' && focus === undefined}
        fileName={`purser-${by}-${zoomed === undefined ? range : fileStamp(stretch.from)}`}
        place={place}
        onBy={(value) => session.setChart({ by: value })}
        onShape={setShape}
        onCompares={setCompares}
      />
      {/* That the gateway is silent is said above the page, once. */}
      <Problem sentence={link === 'live' ? historyProblem : undefined} />
      {shape === 'table' ? (
        <SpendTable rows={rows} timeZone={timeZone} groups={shown} />
      ) : (
        <SpendBars
          rows={rows}
          range={range}
          zoomed={zoomed}
          timeZone={timeZone}
          groups={shown}
          compares={compares && focus === undefined}
          onZoom={zoom}
          onZoomOut={zoomOut}
        />
      )}
      <ChartLegend entries={entries} focus={focus} onFocus={setFocus} />
    </section>
  );
}

/** From when to when all these buckets reach. */
function stretchOf(rows: readonly ChartRow[]): SeriesSpan {
  return { from: rows[0]?.at ?? 0, to: rows.at(-1)?.end ?? 0 };
}

/** An instant in a file's name, to the minute. */
function fileStamp(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace(':', '-');
}
