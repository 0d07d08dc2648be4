import type { ReactNode } from 'react';
import { ZERO } from '../../../shared/money.ts';
import { moneyText } from '../../state/money-text.ts';
import { bucketLabel } from '../../state/format.ts';
import type { ChartRow } from '../../state/series.ts';
import { say } from '../../strings/say.ts';
import type { ChartGroup } from './groups.ts';

interface SpendTableProps {
  readonly rows: readonly ChartRow[];
  readonly timeZone: string;
  readonly groups: readonly ChartGroup[];
}

/** The same numbers as the chart, newest first, without the buckets in which nothing was spent. */
export function SpendTable({ rows, timeZone, groups }: SpendTableProps): ReactNode {
  const spent = rows.filter((row) => row.total > 0).toReversed();
  if (spent.length === 0) return <p className="soft spend-table">{say.spendChart.tableEmpty}</p>;
  return (
    <div className="spend-table scrolls" tabIndex={0} role="region" aria-label={say.spendChart.table}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say.spendChart.when}</th>
            {groups.map(({ id, name }) => (
              <th key={id} scope="col" className="right">
                {name}
              </th>
            ))}
            <th scope="col" className="right">
              {say.spendChart.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {spent.map((row) => (
            <tr key={row.at}>
              <th scope="row" className="number">
                {bucketLabel(row.at, row.end, timeZone)}
              </th>
              {groups.map(({ id }) => (
                <td key={id} className="number right soft">
                  {(row.byGroup[id] ?? ZERO) === 0 ? say.spendChart.nothing : moneyText(row.byGroup[id] ?? ZERO)}
                </td>
              ))}
              <td className="number right">{moneyText(row.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
