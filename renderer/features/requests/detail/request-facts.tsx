import type { ReactNode } from 'react';
import type { RequestView } from '../../../../shared/contract/views.ts';
import { hrefOf } from '../../../../shared/page-routes.ts';
import { durationText, momentText } from '../../../state/time-and-money/format.ts';
import { say } from '../../../strings/say.ts';
import { outcomeText } from '../../recent-requests/outcome.ts';
import { plainText } from '../../../state/words/plain-text.ts';

interface RequestFactsProps {
  readonly request: RequestView;
  readonly timeZone: string;
  readonly now: number;
}

/** The facts of a request: its end, its agent, its provider, its time, and the conversation it belongs to. */
export function RequestFacts({ request, timeZone, now }: RequestFactsProps): ReactNode {
  const { facts, ended, way, streaming, noStatus, allOfSession } = say.requests;
  const { provider, endpoint, stream, status, tier, session } = request;
  const { text, why } = outcomeText(request);
  return (
    <dl className="facts">
      <Fact name={facts.outcome}>{ended(text, why)}</Fact>
      <Fact name={facts.agent}>{plainText(request.agent)}</Fact>
      <Fact name={facts.model}>{plainText(request.model)}</Fact>
      <Fact name={facts.provider}>
        {way([provider, ...(endpoint === '' ? [] : [endpoint]), ...(stream ? [streaming] : [])])}
      </Fact>
      <Fact name={facts.began}>{momentText(request.startedAt, now, timeZone)}</Fact>
      <Fact name={facts.took}>{durationText(request.settledAt - request.startedAt)}</Fact>
      <Fact name={facts.status}>{status === null ? noStatus : String(status)}</Fact>
      {tier !== null && <Fact name={facts.tier}>{plainText(tier)}</Fact>}
      {session !== null && (
        <Fact name={facts.session}>
          <span className="fact-id">{plainText(session)}</span>{' '}
          <a href={hrefOf('requests', { session })}>{allOfSession}</a>
        </Fact>
      )}
      <Fact name={facts.request}>
        <span className="fact-id">{request.id}</span>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{children}</dd>
    </div>
  );
}
