import type { ChartRow } from '../../state/chart/series.ts';
import { usdText, ZERO } from '../../../shared/money.ts';
import { say } from '../../strings/say.ts';
import { csvText } from '../../state/words/csv-text.ts';
import type { ChartGroup } from './groups.ts';

/** The chart as comma-separated values: when each bucket begins, and exact dollars. */
export function chartCsv(rows: readonly ChartRow[], groups: readonly ChartGroup[]): string {
  const lines = rows.map((row) => [
    new Date(row.at).toISOString(),
    ...groups.map(({ id }) => usdText(row.byGroup[id] ?? ZERO)),
    usdText(row.total),
  ]);
  const head = [say.spendChart.csv.from, ...groups.map(({ fullName }) => fullName), say.spendChart.csv.total];
  return csvText([head, ...lines]);
}
