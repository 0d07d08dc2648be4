import type { SeriesQuery, SeriesSpan } from '../../../shared/contract/usage-views.ts';
import type { ChartChoice } from './chart-choice.ts';

/** The stretch that the chart shows instead of its range; undefined when it is not zoomed. */
export function spanOf({ zoom }: ChartChoice): SeriesSpan | undefined {
  return zoom.at(-1);
}

/** The choice as the gateway takes it. */
export function seriesQuery(chart: ChartChoice): SeriesQuery {
  return { range: chart.range, by: chart.by, span: spanOf(chart) };
}

/** One stretch further in. A stretch that is no shorter than what is shown is no zoom. */
export function zoomedIn(chart: ChartChoice, span: SeriesSpan, shown: SeriesSpan): ChartChoice {
  return span.to - span.from < shown.to - shown.from ? { ...chart, zoom: [...chart.zoom, span] } : chart;
}

/** One step back: to the stretch before, in the end to the whole range. */
export function zoomedOut(chart: ChartChoice): ChartChoice {
  return { ...chart, zoom: chart.zoom.slice(0, -1) };
}

/** True when two choices ask for the same. */
export function isSameChart(left: ChartChoice, right: ChartChoice): boolean {
  const [one, two] = [spanOf(left), spanOf(right)];
  return left.range === right.range && left.by === right.by && one?.from === two?.from && one?.to === two?.to;
}
