import { useEffect, useEffectEvent, useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { DefaultZIndexes, useActiveTooltipLabel, usePlotArea, ZIndexLayer } from 'recharts';
import type { SeriesSpan } from '../../../../shared/contract/usage-views.ts';
import { spanText } from '../../../state/time-and-money/format.ts';
import type { ChartRow } from '../../../state/chart/series.ts';
import { say } from '../../../strings/say.ts';
import { bucketAt, moveHead, selectedSpan } from './selection.ts';
import type { Selection } from './selection.ts';

interface ZoomLayerProps {
  readonly rows: readonly ChartRow[];
  readonly timeZone: string;
  /** Where it is told what is picked, in words. */
  readonly status: HTMLElement | null;
  onZoom(span: SeriesSpan): void;
  onZoomOut(): void;
}

/** A hand that trembles over one bar while it clicks does not pick it. */
const DRAG_PX = 5;

/**
 * Picks a stretch of the chart: by dragging across the bars, or with Shift and the arrows, then Enter. Stands inside
 * the chart and keeps what is picked to itself: the bars are not drawn anew while the pointer moves.
 */
export function ZoomLayer({ rows, timeZone, status, onZoom, onZoomOut }: ZoomLayerProps): ReactNode {
  const plot = usePlotArea();
  const label = useActiveTooltipLabel();
  const [area, setArea] = useState<SVGRectElement | null>(null);
  const [selection, setSelection] = useState<Selection>();
  const [dragFrom, setDragFrom] = useState<number>();
  const span = selection && selectedSpan(rows, selection);
  const zoom = (): void => {
    if (span) onZoom(span);
    setSelection(undefined);
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const active = rows.find(({ at }) => at === label);
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by !== undefined) {
      const from = selection ?? (active && { anchor: active.at, head: active.at });
      setSelection(event.shiftKey && from ? moveHead(rows, from, by) : undefined);
    } else if (event.key === 'Enter' && span) zoom();
    else if (event.key === 'Escape' && selection) setSelection(undefined);
    else if (event.key === 'Escape') onZoomOut();
  });
  useEffect(() => {
    // The chart itself has the focus, and it is Recharts that draws it.
    const chart = area?.closest('svg');
    chart?.addEventListener('keydown', onKeyDown);
    return () => chart?.removeEventListener('keydown', onKeyDown);
  }, [area]);

  if (plot === undefined || rows.length === 0) return null;
  const bucketOf = (event: PointerEvent<SVGRectElement>): number | undefined => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return bucketAt(rows, (event.clientX - left) / width);
  };
  const onPointerDown = (event: PointerEvent<SVGRectElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragFrom(event.clientX);
    setSelection(undefined);
  };
  const onPointerMove = (event: PointerEvent<SVGRectElement>): void => {
    const head = bucketOf(event);
    if (
      dragFrom === undefined ||
      head === undefined ||
      (selection === undefined && Math.abs(event.clientX - dragFrom) < DRAG_PX)
    )
      return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const anchor = selection?.anchor ?? bucketAt(rows, (dragFrom - left) / width) ?? head;
    if (selection?.head !== head) setSelection({ anchor, head });
  };
  const onPointerUp = (): void => {
    if (dragFrom !== undefined) zoom();
    setDragFrom(undefined);
  };
  const bar = plot.width / rows.length;
  const first = span === undefined ? -1 : rows.findIndex(({ at }) => at === span.from);
  const last = span === undefined ? -1 : rows.findIndex(({ end }) => end === span.to);
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.activeBar}>
      {span !== undefined && (
        <rect
          className="zoom-band"
          x={plot.x + first * bar}
          y={plot.y}
          width={(last - first + 1) * bar}
          height={plot.height}
        />
      )}
      <rect
        ref={setArea}
        className="zoom-area"
        x={plot.x}
        y={plot.y}
        width={plot.width}
        height={plot.height}
        fill="none"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          setDragFrom(undefined);
          setSelection(undefined);
        }}
      />
      {status !== null &&
        createPortal(
          span === undefined
            ? null
            : say.spendChart.picked(spanText(span.from, span.to, timeZone), dragFrom === undefined),
          status,
        )}
    </ZIndexLayer>
  );
}
