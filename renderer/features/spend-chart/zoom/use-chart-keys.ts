import { useEffect, useEffectEvent } from 'react';
import type { ChartRow } from '../../../state/chart/series.ts';
import { moveHead } from './selection.ts';
import type { Selection } from './selection.ts';

interface ChartKeys {
  readonly rows: readonly ChartRow[];
  /** The bucket that the arrows stand on. */
  readonly active: ChartRow | undefined;
  readonly selection: Selection | undefined;
  onPick(selection: Selection | undefined): void;
  /** Enter was pressed, with or without a selection. */
  onZoom(): void;
  onZoomOut(): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Picks buckets with the keyboard: Shift and the arrows pick, Enter zooms in, Escape lets go, or zooms out.
 * @param area something inside the chart. The chart itself has the focus, and Recharts draws it
 */
export function useChartKeys(area: Element | null, keys: ChartKeys): void {
  const { rows, active, selection, onPick, onZoom, onZoomOut } = keys;
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by !== undefined) {
      const from = selection ?? (active && { anchor: active.at, head: active.at });
      onPick(event.shiftKey && from ? moveHead(rows, from, by) : undefined);
    } else if (event.key === 'Enter') onZoom();
    else if (event.key === 'Escape' && selection) onPick(undefined);
    else if (event.key === 'Escape') onZoomOut();
  });
  useEffect(() => {
    const chart = area?.closest('svg');
    chart?.addEventListener('keydown', onKeyDown);
    return () => chart?.removeEventListener('keydown', onKeyDown);
  }, [area]);
}
