import type { CostGroup, CostSum } from '../../../shared/contract/cost-views.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { columnText } from '../../state/time-and-money/money-text.ts';
import { numberText } from '../../state/time-and-money/number-text.ts';
import { say } from '../../strings/say.ts';
import type { CostChoice, CostColumn } from './cost-address.ts';
import { COST_COLUMNS } from './cost-address.ts';

/** The value that a column sorts by and a file keeps; undefined where there is none. */
export function valueIn(column: CostColumn, sum: CostSum): number | undefined {
  switch (column) {
    case 'requests':
      return sum.requests;
    case 'input':
      return sum.inputTokens;
    case 'cached':
      return sum.cachedTokens;
    case 'output':
      return sum.outputTokens;
    case 'cost':
      return sum.nanodollars;
    case 'hitRate':
      return sum.inputTokens === 0 ? undefined : sum.cachedTokens / sum.inputTokens;
    case 'perRequest':
      return sum.requests === 0 ? undefined : sum.nanodollars / sum.requests;
    case 'change':
      return sum.before === null || sum.before <= 0 ? undefined : sum.nanodollars / sum.before - 1;
  }
}

/** Writes the amounts of each column of dollars with the same decimals, so that they compare by eye. */
export type ColumnMoney = Readonly<Record<'cost' | 'perRequest', (amount: Nanodollars) => string>>;

/** For a table of these rows and sums. */
export function columnMoney(sums: readonly CostSum[]): ColumnMoney {
  const writes = (column: keyof ColumnMoney): ((amount: Nanodollars) => string) =>
    columnText(sums.map((sum) => nanodollarsOf(Math.round(valueIn(column, sum) ?? 0))));
  return { cost: writes('cost'), perRequest: writes('perRequest') };
}

/** The same as a person reads it. */
export function cellText(column: CostColumn, sum: CostSum, money: ColumnMoney): string {
  const value = valueIn(column, sum);
  if (value === undefined) {
    const isNew = column === 'change' && sum.before === 0 && sum.nanodollars > 0;
    return isNew ? say.costs.newHere : say.costs.nothing;
  }
  switch (column) {
    case 'requests':
    case 'input':
    case 'cached':
    case 'output':
      return numberText(value);
    case 'cost':
    case 'perRequest':
      return money[column](nanodollarsOf(Math.round(value)));
    case 'hitRate':
      return say.costs.percent(numberText(value * 100, value > 0 && value < 0.1 ? 1 : 0));
    case 'change':
      return changeText(value);
  }
}

function changeText(change: number): string {
  const percent = Math.round(change * 100);
  if (percent === 0) return say.costs.same;
  // A share that large says less than how many times it is.
  if (percent >= 1_000) return say.costs.times(numberText(change + 1));
  return percent > 0 ? say.costs.up(numberText(percent)) : say.costs.down(numberText(-percent));
}

/** The columns that are shown. Conversations seldom last longer than a period: there is nothing to compare. */
export function shownColumns({ columns, by }: Pick<CostChoice, 'columns' | 'by'>): readonly CostColumn[] {
  return columns.filter((column) => mayShow(column, by));
}

/** The columns that can be chosen for a grouping. */
export function columnsFor(by: CostGroup): readonly CostColumn[] {
  return COST_COLUMNS.filter((column) => mayShow(column, by));
}

function mayShow(column: CostColumn, by: CostGroup): boolean {
  return column !== 'change' || by !== 'session';
}
