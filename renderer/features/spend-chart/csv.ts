import type { ChartRow } from '../../state/chart/series.ts';
import { usdText, ZERO } from '../../../shared/money.ts';
import { oneLine } from '../../../shared/visible-text.ts';
import { say } from '../../strings/say.ts';
import type { ChartGroup } from './groups.ts';

/** The chart as comma-separated values: when each bucket begins, and exact dollars. */
export function chartCsv(rows: readonly ChartRow[], groups: readonly ChartGroup[]): string {
  const lines = rows.map((row) => [
    new Date(row.at).toISOString(),
    ...groups.map(({ id }) => usdText(row.byGroup[id] ?? ZERO)),
    usdText(row.total),
  ]);
  return [[say.spendChart.csv.from, ...groups.map(({ fullName }) => fullName), say.spendChart.csv.total], ...lines]
    .map((line) => `${line.map(cell).join(',')}\r\n`)
    .join('');
}

/**
 * Quoted where it must be, on one line, with what is hidden written out. A name that begins like a formula would be run
 * by a spreadsheet, so it gets a quote in front: full-width signs and spaces in front of one count too.
 */
function cell(text: string): string {
  const shown = oneLine(text);
  const safe = /^\s*[=+\-@＝＋－＠]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
