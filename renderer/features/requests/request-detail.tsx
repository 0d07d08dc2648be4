import { numberText } from '../../state/number-text.ts';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { RequestDetail } from '../../../shared/contract/usage-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import { moneyText } from '../../state/money-text.ts';
import { durationText, momentText } from '../../state/format.ts';
import { useRead } from '../../state/use-read.ts';
import { Icon } from '../../ui/icon.tsx';
import { Problem } from '../../ui/notice.tsx';
import { outcomeText } from '../recent-requests/outcome.ts';
import { CERTAINTY_TEXT, CERTAINTY_WHY, partName } from './words.ts';
import { recordText } from '../audit/record-text.ts';

interface RequestDetailPanelProps {
  readonly request: RequestView;
  readonly timeZone: string;
  readonly now: number;
  onClose(): void;
}

/** One request: what it cost and why that is known, how it ended and why, how long it took, what it was charged by. */
export function RequestDetailPanel({ request, timeZone, now, onClose }: RequestDetailPanelProps): ReactNode {
  const { id } = request;
  const { data, problem } = useRead(useCallback((gateway: GatewayClient) => gateway.usage.request({ id }), [id]));
  const { text, why } = outcomeText(request);
  const took = durationText(request.settledAt - request.startedAt);
  return (
    <aside className="detail" aria-label="The opened request">
      <header className="detail-head">
        <div>
          <p className="detail-cost number">
            {request.certainty !== 'exact' && '~'}
            {moneyText(request.cost)}
          </p>
          <p className="faint">
            {CERTAINTY_TEXT[request.certainty]}. {CERTAINTY_WHY[request.certainty]}
          </p>
        </div>
        <button type="button" className="icon-button" aria-label="Close the request" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <Facts
        facts={[
          ['Outcome', `${text}. ${why}`],
          ['Agent', request.agent],
          ['Model', request.model],
          ['Provider', `${request.provider}${request.endpoint === '' ? '' : `, ${request.endpoint}`}${request.stream ? ', streaming' : ''}`],
          ['Began', momentText(request.startedAt, now, timeZone)],
          ['Took', took],
          ['HTTP status', request.status === null ? 'none reached the tool' : String(request.status)],
          ...(request.tier === null ? [] : [['Service tier', request.tier] as const]),
          ['Request', request.id],
        ]}
      />
      <Problem sentence={problem} />
      {data !== undefined && data.request.id === id && <Known detail={data} now={now} timeZone={timeZone} />}
    </aside>
  );
}

function Known({ detail, now, timeZone }: { readonly detail: RequestDetail; readonly now: number; readonly timeZone: string }): ReactNode {
  const { usage, rates, reserved, request, audit } = detail;
  const used = usage.filter(({ tokens }) => tokens > 0);
  return (
    <>
      <h3>What was used</h3>
      <table className="table detail-table">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="right">
              Tokens
            </th>
            <th scope="col" className="right">
              Per million
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
          {Object.entries(request.usageParts).map(([part, count]) => (
            <tr key={part}>
              <th scope="row" className="soft">
                {partName(part)}
              </th>
              <td className="number right">{numberText(count)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {used.length === 0 && <p className="faint">No usage is known of it.</p>}
      <p className="faint">
        {moneyText(reserved)} was held for it before it left: the most it could cost.
        {request.loweredOutput && ' Its output limit was lowered to what the cap could pay.'}
      </p>
      {audit.length > 0 && (
        <>
          <h3>On record when it ended</h3>
          <ul className="detail-record">
            {audit.map((entry) => (
              <li key={entry.seq}>
                <span>{recordText(entry.text)}</span> <span className="faint number">{momentText(entry.at, now, timeZone)}, entry {entry.seq}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function rateText(rates: RequestDetail['rates'], part: string): string {
  const rate = rates.find((one) => one.part === part) ?? (part.startsWith('cache') ? rates.find((one) => one.part === 'input') : undefined);
  return rate === undefined ? '–' : moneyText(rate.nanodollars);
}

/** Names and what stands behind them. */
function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: string])[] }): ReactNode {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
