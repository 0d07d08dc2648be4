import type { CostRow } from '../../../shared/contract/cost-views.ts';
import type { CostChoice } from './cost-address.ts';
import { valueIn } from './cost-columns.ts';

/** The rows as the person sorts them. What has no value in a column comes last, whichever way it is sorted. */
export function sortRows(rows: readonly CostRow[], { column, down }: CostChoice['sort']): readonly CostRow[] {
  const sign = down ? -1 : 1;
  return rows.toSorted((left, right) => {
    if (column === 'name') return sign * left.name.localeCompare(right.name, undefined, { numeric: true });
    const [one, two] = [valueIn(column, left), valueIn(column, right)];
    if (one === undefined || two === undefined) return Number(one === undefined) - Number(two === undefined);
    return sign * (one - two);
  });
}
