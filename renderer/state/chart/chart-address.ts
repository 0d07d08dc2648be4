import { SERIES_GROUPS, SERIES_RANGES } from '../../../shared/contract/usage-views.ts';
import type { SeriesSpan } from '../../../shared/contract/usage-views.ts';
import type { ChartChoice } from './chart-choice.ts';

/** All of the choice on the chart, as an address holds it. */
export interface ChartAddress {
  readonly chart: ChartChoice;
  /** The group that is shown alone. */
  readonly only: string | undefined;
  readonly isTable: boolean;
  readonly compares: boolean;
}

/** What an address says of the chart itself; undefined where it says nothing: then the chart stays as it was. */
export function chartIn(params: Readonly<Record<string, string>>): ChartChoice | undefined {
  const range = SERIES_RANGES.find((one) => one === params['range']);
  if (range === undefined) return undefined;
  const by = SERIES_GROUPS.find((one) => one === params['by']) ?? 'agent';
  return { range, by, zoom: (params['zoom'] ?? '').split(' ').flatMap(spanIn) };
}

/** The rest of it. */
export function viewIn(params: Readonly<Record<string, string>>): Omit<ChartAddress, 'chart'> {
  return { only: params['only'], isTable: params['as'] === 'table', compares: params['compare'] === 'yes' };
}

/** The parameters of the address of a choice. */
export function chartParams({ chart, only, isTable, compares }: ChartAddress): Readonly<Record<string, string>> {
  return {
    range: chart.range,
    by: chart.by,
    ...(chart.zoom.length > 0 && { zoom: chart.zoom.map(({ from, to }) => `${from}-${to}`).join(' ') }),
    ...(only !== undefined && { only }),
    ...(isTable && { as: 'table' }),
    ...(compares && { compare: 'yes' }),
  };
}

function spanIn(text: string): readonly SeriesSpan[] {
  const match = /^(\d{1,13})-(\d{1,13})$/.exec(text);
  const [from, to] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && from < to ? [{ from, to }] : [];
}
