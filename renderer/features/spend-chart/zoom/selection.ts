import type { SeriesSpan } from '../../../../shared/contract/usage-views.ts';
import type { ChartRow } from '../../../state/chart/series.ts';

/** Buckets that are being picked, by when they begin: the bars slide under the pointer as time goes on. */
export interface Selection {
  /** The bucket where the picking began. */
  readonly anchor: number;
  /** The bucket where it is now, on either side. */
  readonly head: number;
}

/** From when to when is picked; undefined when one of the ends has slid out of the chart. */
export function selectedSpan(rows: readonly ChartRow[], { anchor, head }: Selection): SeriesSpan | undefined {
  const first = rows.find(({ at }) => at === Math.min(anchor, head));
  const last = rows.find(({ at }) => at === Math.max(anchor, head));
  return first && last && { from: first.at, to: last.end };
}

/** The same with its head so many buckets further, at most to the first or the last one. */
export function moveHead(rows: readonly ChartRow[], { anchor, head }: Selection, by: number): Selection {
  const index = rows.findIndex(({ at }) => at === head) + by;
  const next = rows[Math.max(0, Math.min(rows.length - 1, index))];
  return { anchor, head: next?.at ?? head };
}

/**
 * The bucket at a place on the axis. @param share how far along the axis, from 0 to 1; beyond it: the first or the last
 */
export function bucketAt(rows: readonly ChartRow[], share: number): number | undefined {
  return rows[Math.max(0, Math.min(rows.length - 1, Math.floor(share * rows.length)))]?.at;
}
