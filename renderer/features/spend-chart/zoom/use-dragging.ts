import { useState } from 'react';
import type { PointerEvent } from 'react';
import type { ChartRow } from '../../../state/chart/series.ts';
import { bucketAt } from './selection.ts';
import type { Selection } from './selection.ts';

/** A hand that trembles over one bar while it clicks does not pick it. */
const DRAG_PX = 5;

type AreaEvent = PointerEvent<SVGRectElement>;

interface Dragging {
  readonly isDragging: boolean;
  /** For the area that the bars stand on. */
  readonly handlers: {
    onPointerDown(event: AreaEvent): void;
    onPointerMove(event: AreaEvent): void;
    onPointerUp(): void;
    onPointerCancel(): void;
  };
}

/**
 * Picks buckets with the pointer.
 * @param onPick hears every change of the selection, and undefined when there is none any more
 * @param onDone hears when the pointer is let go
 */
export function useDragging(
  rows: readonly ChartRow[],
  selection: Selection | undefined,
  onPick: (selection: Selection | undefined) => void,
  onDone: () => void,
): Dragging {
  const [from, setFrom] = useState<number>();
  return {
    isDragging: from !== undefined,
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(event.clientX);
        onPick(undefined);
      },
      onPointerMove(event) {
        const head = bucketUnder(rows, event, event.clientX);
        if (from === undefined || head === undefined) return;
        if (selection === undefined && Math.abs(event.clientX - from) < DRAG_PX) return;
        const anchor = selection?.anchor ?? bucketUnder(rows, event, from) ?? head;
        if (selection?.head !== head) onPick({ anchor, head });
      },
      onPointerUp() {
        if (from !== undefined) onDone();
        setFrom(undefined);
      },
      onPointerCancel() {
        setFrom(undefined);
        onPick(undefined);
      },
    },
  };
}

/** The bucket at a distance from the window's left edge, in pixels. */
function bucketUnder(rows: readonly ChartRow[], { currentTarget }: AreaEvent, clientX: number): number | undefined {
  const { left, width } = currentTarget.getBoundingClientRect();
  return bucketAt(rows, (clientX - left) / width);
}
