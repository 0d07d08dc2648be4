import type { ReactNode } from 'react';
import type { RequestView, SubKeyView } from '../../../../shared/contract/views.ts';
import { durationText, exactMoment } from '../../../state/time-and-money/format.ts';
import { say } from '../../../strings/say.ts';
import { outcomeText } from '../../recent-requests/outcome.ts';
import { isToolCall } from '../../../state/words/tool-call.ts';
import { plainText } from '../../../state/words/plain-text.ts';
import { Fact } from './fact.tsx';
import { SessionFact, SubKeyFacts } from './who-facts.tsx';

interface RequestFactsProps {
  readonly request: RequestView;
  readonly subKey?: SubKeyView | undefined;
  readonly timeZone: string;
}

/** The facts of a request: its end, its agent, its provider, its time, and the conversation it belongs to. */
export function RequestFacts({ request, subKey, timeZone }: RequestFactsProps): ReactNode {
  const { facts, ended, way, streaming, noStatus } = say.requests;
  const { provider, endpoint, stream, status, tier, session } = request;
  const { text, why } = outcomeText(request);
  const isTool = isToolCall(request);
  return (
    <dl className="facts">
      <Fact name={facts.outcome}>{ended(text, why)}</Fact>
      <Fact name={facts.agent}>{plainText(request.agent)}</Fact>
      <SubKeyFacts subKey={subKey} />
      <Fact name={isTool ? facts.tool : facts.model}>{plainText(request.model)}</Fact>
      <Fact name={isTool ? facts.server : facts.provider}>
        {way([provider, ...(endpoint === '' ? [] : [endpoint]), ...(stream ? [streaming] : [])])}
      </Fact>
      <Fact name={facts.began}>{exactMoment(request.startedAt, timeZone)}</Fact>
      <Fact name={facts.ended}>{exactMoment(request.settledAt, timeZone)}</Fact>
      <Fact name={facts.took}>{durationText(request.settledAt - request.startedAt)}</Fact>
      {!isTool && <Fact name={facts.status}>{status === null ? noStatus : String(status)}</Fact>}
      {tier !== null && <Fact name={facts.tier}>{plainText(tier)}</Fact>}
      <SessionFact session={session} />
      <Fact name={facts.request}>
        <span className="fact-id">{request.id}</span>
      </Fact>
    </dl>
  );
}
