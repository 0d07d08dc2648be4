import type { SeriesGroup, SeriesRange, SeriesSpan } from '../../../shared/contract/usage-views.ts';

/** The choice on the chart: how far back it reaches, and by what it is stacked. */
export interface ChartChoice {
  readonly range: SeriesRange;
  readonly by: SeriesGroup;
  /** Stretches that were zoomed into, each from the one before; the last one is shown. */
  readonly zoom: readonly SeriesSpan[];
}
