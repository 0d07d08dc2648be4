import { useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { DefaultZIndexes, useActiveTooltipLabel, usePlotArea, ZIndexLayer } from 'recharts';
import type { SeriesSpan } from '../../../../shared/contract/usage-views.ts';
import { spanText } from '../../../state/time-and-money/format.ts';
import type { ChartRow } from '../../../state/chart/series.ts';
import { say } from '../../../strings/say.ts';
import { selectedSpan } from './selection.ts';
import type { Selection } from './selection.ts';
import { useChartKeys } from './use-chart-keys.ts';
import { useDragging } from './use-dragging.ts';

interface ZoomLayerProps {
  readonly rows: readonly ChartRow[];
  readonly timeZone: string;
  /** Says in words what is picked. */
  readonly status: HTMLElement | null;
  onZoom(span: SeriesSpan): void;
  onZoomOut(): void;
}

/**
 * Picks a stretch of the chart: by dragging across the bars, or with Shift and the arrows, then Enter. Stands inside
 * the chart and keeps what is picked to itself: the bars are not drawn anew while the pointer moves.
 */
export function ZoomLayer({ rows, timeZone, status, onZoom, onZoomOut }: ZoomLayerProps): ReactNode {
  const plot = usePlotArea();
  const label = useActiveTooltipLabel();
  const [area, setArea] = useState<SVGRectElement | null>(null);
  const [selection, setSelection] = useState<Selection>();
  const span = selection && selectedSpan(rows, selection);
  const zoom = (): void => {
    if (span) onZoom(span);
    setSelection(undefined);
  };
  const zoomIfPicked = (): void => {
    if (span) zoom();
  };
  const active = rows.find(({ at }) => at === label);
  useChartKeys(area, { rows, active, selection, onPick: setSelection, onZoom: zoomIfPicked, onZoomOut });
  const { isDragging, handlers } = useDragging(rows, selection, setSelection, zoom);

  if (plot === undefined || rows.length === 0) return null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.activeBar}>
      {span !== undefined && <rect className="zoom-band" {...bandOf(rows, span, plot)} />}
      <rect
        ref={setArea}
        className="zoom-area"
        x={plot.x}
        y={plot.y}
        width={plot.width}
        height={plot.height}
        fill="none"
        {...handlers}
      />
      {status !== null &&
        createPortal(span && say.spendChart.picked(spanText(span.from, span.to, timeZone), !isDragging), status)}
    </ZIndexLayer>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The place of a stretch on the plot: its buckets from top to bottom. */
function bandOf(rows: readonly ChartRow[], span: SeriesSpan, plot: Box): Box {
  const bar = plot.width / rows.length;
  const first = rows.findIndex(({ at }) => at === span.from);
  const last = rows.findIndex(({ end }) => end === span.to);
  return { x: plot.x + first * bar, y: plot.y, width: (last - first + 1) * bar, height: plot.height };
}
