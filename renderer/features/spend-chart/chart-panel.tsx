import { useCallback, useRef } from 'react';
import type { ReactNode } from 'react';
import type { SeriesSpan } from '../../../shared/contract/usage-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { zoomedIn, zoomedOut } from '../../state/chart/zoom.ts';
import { useDashboard } from '../../state/live/session-context.ts';
import { isoTime } from '../../state/time-and-money/iso-time.ts';
import { Problem } from '../../ui/notice.tsx';
import { ChartHead } from './chart-head.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { ChartTools } from './chart-tools.tsx';
import { SpendBars } from './spend-bars.tsx';
import { SpendTable } from './spend-table.tsx';
import { useChartAddress } from './use-chart-address.ts';
import { useSpendChart } from './use-spend-chart.ts';
import './spend-chart.css';

/** Spend over time, as bars or as a table, beside the period before, and as a file. */
export function ChartPanel({ state }: { readonly state: StateView }): ReactNode {
  const { timeZone } = state.gateway;
  const { historyProblem, link } = useDashboard();
  const { chart, only, isTable, compares, change } = useChartAddress();
  const { view, by, range, stretch, zoomed, rows, shown, entries, focus } = useSpendChart(state, only);
  const place = useRef<HTMLElement>(null);
  const shape = isTable ? 'table' : 'chart';

  // The same while nothing changes, so that the bars need not be drawn anew.
  const zoom = useCallback(
    (span: SeriesSpan) => change({ chart: zoomedIn(chart, span, stretch) }),
    [change, chart, stretch],
  );
  const zoomOut = useCallback(() => {
    if (chart.zoom.length > 0) change({ chart: zoomedOut(chart) });
  }, [change, chart]);
  return (
    <section ref={place} className="section" aria-labelledby="chart-title">
      <ChartHead
        rows={rows}
        range={range}
        zoomed={zoomed}
        whole={focus === undefined ? view : undefined}
        chart={chart}
        onRange={(value) => change({ chart: { ...chart, range: value, zoom: [] } })}
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
        fileName={`purser-${by}-${zoomed === undefined ? range : fileStamp(stretch.from, timeZone)}`}
        timeZone={timeZone}
        place={place}
        onBy={(value) => change({ chart: { ...chart, by: value }, only: undefined })}
        onShape={(value) => change({ isTable: value === 'table' })}
        onCompares={(value) => change({ compares: value })}
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
      <ChartLegend
        entries={entries}
        focus={focus}
        compares={shape === 'chart' && compares && focus === undefined}
        onFocus={(id) => change({ only: id })}
      />
    </section>
  );
}

/** An instant in a file's name, to the minute, on the person's own clock. */
function fileStamp(at: number, timeZone: string): string {
  return isoTime(at, timeZone).slice(0, 16).replace(':', '-');
}
