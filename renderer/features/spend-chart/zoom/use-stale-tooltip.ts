import { useState } from 'react';
import type { SeriesSpan } from '../../../../shared/contract/usage-views.ts';

interface StaleTooltip {
  /** The bars changed under the resting pointer: nothing is said of the one below until somebody points or steps. */
  readonly isStale: boolean;
  /** For the element around the chart. */
  readonly pointing: { onPointerMove(): void; onKeyDown(): void };
  zoom(span: SeriesSpan): void;
  zoomOut(): void;
}

/** A zoom that takes the tooltip of the bars before with it. */
export function useStaleTooltip(onZoom: (span: SeriesSpan) => void, onZoomOut: () => void): StaleTooltip {
  const [isStale, setStale] = useState(false);
  const freshen = (): void => setStale(false);
  return {
    isStale,
    pointing: { onPointerMove: freshen, onKeyDown: freshen },
    zoom(span) {
      setStale(true);
      onZoom(span);
    },
    zoomOut() {
      setStale(true);
      onZoomOut();
    },
  };
}
