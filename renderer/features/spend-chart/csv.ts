import { usdText, ZERO } from '../../../shared/money.ts';
import type { ChartRow } from '../../state/chart/series.ts';
import { isoTime } from '../../state/time-and-money/iso-time.ts';
import { say } from '../../strings/say.ts';
import { csvText } from '../../state/words/csv-text.ts';
import type { ChartGroup } from './groups.ts';

/** The chart as comma-separated values: when each bucket begins, on the person's own clock, and exact dollars. */
export function chartCsv(rows: readonly ChartRow[], groups: readonly ChartGroup[], timeZone: string): string {
  const lines = rows.map((row) => [
    isoTime(row.at, timeZone),
    ...groups.map(({ id }) => usdText(row.byGroup[id] ?? ZERO)),
    usdText(row.total),
  ]);
  const head = [say.spendChart.csv.from, ...groups.map(({ fullName }) => fullName), say.spendChart.csv.total];
  return csvText([head, ...lines]);
}
