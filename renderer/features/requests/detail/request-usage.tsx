import type { ReactNode } from 'react';
import type { RequestDetail } from '../../../../shared/contract/usage-views.ts';
import { moneyText } from '../../../state/time-and-money/money-text.ts';
import { numberText } from '../../../state/time-and-money/number-text.ts';
import { say } from '../../../strings/say.ts';
import { limitText } from '../../recent-requests/limit.ts';
import { partName } from './part-name.ts';

/** The usage, part by part, with its price, and what was held for it before. */
export function RequestUsage({
  detail: { usage, rates, reserved, request },
}: {
  readonly detail: RequestDetail;
}): ReactNode {
  const used = usage.filter(({ tokens }) => tokens > 0);
  return (
    <>
      <h2>{say.requests.used}</h2>
      <table className="table detail-table">
        <thead>
          <tr>
            <th scope="col">{say.requests.part}</th>
            <th scope="col" className="right">
              {say.requests.tokens}
            </th>
            <th scope="col" className="right">
              {say.requests.perMillion}
            </th>
          </tr>
        </thead>
        <tbody>
          {used.map(({ part, tokens }) => (
            <tr key={part}>
              <th scope="row">{partName(part)}</th>
              <td className="number right">{numberText(tokens)}</td>
              <td className="number right soft">{rateText(rates, part)}</td>
            </tr>
          ))}
          {Object.entries(request.usageParts).map(([part, amount]) => (
            <tr key={part}>
              <th scope="row" className="soft">
                {partName(part)}
              </th>
              <td className="number right">{numberText(amount)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {used.length === 0 && <p className="faint">{say.requests.unused}</p>}
      <p className="faint">
        {say.requests.held(moneyText(reserved))} {limitText(request)}
      </p>
    </>
  );
}

/** The rate of a part. A cache without a rate of its own is read and written at the rate of input. */
function rateText(rates: RequestDetail['rates'], part: string): string {
  const rate =
    rates.find((one) => one.part === part) ??
    (part.startsWith('cache') ? rates.find((one) => one.part === 'input') : undefined);
  return rate === undefined ? say.requests.noRate : moneyText(rate.nanodollars);
}
