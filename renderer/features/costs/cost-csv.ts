import type { CostRow, CostSum, CostsView } from '../../../shared/contract/cost-views.ts';
import { csvText } from '../../state/words/csv-text.ts';
import { isoTime } from '../../state/time-and-money/iso-time.ts';
import { say } from '../../strings/say.ts';
import { usdText } from '../../../shared/money.ts';
import type { CostColumn } from './cost-address.ts';
import { valueIn } from './cost-columns.ts';
import { groupName } from './group-name.ts';

/**
 * The table as a file: exact values, and on each row from when to when, on the person's own clock. The total is left to
 * the spreadsheet.
 */
export function costCsv(
  view: CostsView,
  rows: readonly CostRow[],
  columns: readonly CostColumn[],
  timeZone: string,
): string {
  const words = say.costs.csv;
  // Everything begins in 1970: an empty cell says it better.
  const [from, to] = [view.from === 0 ? '' : isoTime(view.from, timeZone), isoTime(view.to, timeZone)];
  const withAgent = view.by === 'key' || view.by === 'session';
  const head = [words.from, words.to, say.costs.groups[view.by], ...(withAgent ? [words.agent] : [])];
  const line = (name: string, agent: string | null, sum: CostSum): readonly string[] => [
    from,
    to,
    name,
    ...(withAgent ? [agent ?? ''] : []),
    ...columns.map((column) => exact(column, sum)),
  ];
  return csvText([
    [...head, ...columns.map((column) => words.columns[column])],
    ...rows.map((row) => line(groupName(view.by, row), row.agent, row)),
    ...(view.others === null ? [] : [line(say.costs.others(view.others.groups), null, view.others)]),
  ]);
}

function exact(column: CostColumn, sum: CostSum): string {
  if (column === 'cost') return usdText(sum.nanodollars);
  const value = valueIn(column, sum);
  if (value === undefined) return '';
  if (column === 'perRequest') return (value / 1e9).toFixed(9);
  return column === 'hitRate' || column === 'change' ? value.toFixed(4) : String(value);
}
