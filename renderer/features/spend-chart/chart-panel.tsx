import { useCallback, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { SeriesSpan } from '../../../shared/contract/usage-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { zoomedIn, zoomedOut } from '../../state/chart/zoom.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { Problem } from '../../ui/notice.tsx';
import { ChartHead } from './chart-head.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { ChartTools } from './chart-tools.tsx';
import type { Shape } from './chart-tools.tsx';
import { SpendBars } from './spend-bars.tsx';
import { SpendTable } from './spend-table.tsx';
import { useSpendChart } from './use-spend-chart.ts';
import './spend-chart.css';

/** Spend over time, as bars or as a table, beside the period before, and as a file. */
export function ChartPanel({ state }: { readonly state: StateView }): ReactNode {
  const session = useSession();
  const { timeZone } = state.gateway;
  const { chart, historyProblem, link } = useDashboard();
  const { view, by, range, stretch, zoomed, rows, shown, entries, focus, setFocus } = useSpendChart(state);
  const place = useRef<HTMLElement>(null);
  const [shape, setShape] = useState<Shape>('chart');
  const [compares, setCompares] = useState(false);

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
      {/* The line above the page says once that the gateway is silent. */}
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

/** An instant in a file's name, to the minute. */
function fileStamp(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace(':', '-');
}
