import type { ReactNode } from 'react';
import type { RequestDetail } from '../../../../shared/contract/usage-views.ts';
import { costText, moneyText } from '../../../state/time-and-money/money-text.ts';
import { numberText } from '../../../state/time-and-money/number-text.ts';
import { say } from '../../../strings/say.ts';
import { limitText } from '../../recent-requests/limit.ts';
import { billOf } from './cost-rows.ts';
import type { Bill } from './cost-rows.ts';
import { partName } from './part-name.ts';

/** The usage as a bill, part by part, and what was held for it before. */
export function RequestUsage({ detail }: { readonly detail: RequestDetail }): ReactNode {
  const bill = billOf(detail);
  const words = say.requests;
  return (
    <>
      <h2>{words.used}</h2>
      {bill.rows.length === 0 && bill.difference === 0 ? (
        <p className="faint">{words.unused}</p>
      ) : (
        <BillTable bill={bill} />
      )}
      <p className="faint">
        {words.held(moneyText(detail.reserved))} {limitText(detail.request)}
      </p>
    </>
  );
}

function BillTable({ bill: { rows, difference, booked } }: { readonly bill: Bill }): ReactNode {
  const words = say.requests;
  return (
    <table className="table detail-table">
      <thead>
        <tr>
          <th scope="col">{words.part}</th>
          <th scope="col" className="right">
            {words.tokens}
          </th>
          <th scope="col" className="right">
            {words.perMillion}
          </th>
          <th scope="col" className="right">
            {words.columns.cost}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ part, amount, rate, cost }) => (
          <tr key={part}>
            <th scope="row" className={cost === undefined ? 'soft' : undefined}>
              {partName(part)}
            </th>
            <td className="number right">{amount === undefined ? '' : numberText(amount)}</td>
            <td className="number right soft">{rate === undefined ? '' : moneyText(rate)}</td>
            <td className="number right">{cost === undefined ? '' : costText(cost)}</td>
          </tr>
        ))}
        {difference !== 0 && (
          <tr>
            <th scope="row" colSpan={3} title={words.differenceWhy}>
              {words.difference}
            </th>
            <td className="number right">{costText(difference)}</td>
          </tr>
        )}
        <tr className="detail-total">
          <th scope="row" colSpan={3}>
            {words.booked}
          </th>
          <td className="number right">{costText(booked)}</td>
        </tr>
      </tbody>
    </table>
  );
}
