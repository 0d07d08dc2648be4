import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import type { AgentView, RequestView, SubKeyView } from '../../../../shared/contract/views.ts';
import { costText } from '../../../state/time-and-money/money-text.ts';
import { useRead } from '../../../state/live/use-read.ts';
import { isToolCall } from '../../../state/words/tool-call.ts';
import { say } from '../../../strings/say.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Problem } from '../../../ui/notice.tsx';
import { KeptBodies } from '../../bodies/kept-bodies.tsx';
import { certaintyName, certaintyWhy } from '../certainty.ts';
import { CorrectCostDialog } from './correct-cost-dialog.tsx';
import { ProviderAnswer } from './provider-answer.tsx';
import { RequestFacts } from './request-facts.tsx';
import { RequestRecord } from './request-record.tsx';
import { RequestUsage } from './request-usage.tsx';
import { ToolUsage } from './tool-usage.tsx';

interface RequestDetailPanelProps {
  readonly request: RequestView;
  readonly agent: AgentView | undefined;
  readonly subKey: SubKeyView | undefined;
  readonly timeZone: string;
  readonly now: number;
  onClose(): void;
}

/** One request: what it cost and why that is known, how it ended and why, how long it took, what it was charged by. */
export function RequestDetailPanel({
  request,
  agent,
  subKey,
  timeZone,
  now,
  onClose,
}: RequestDetailPanelProps): ReactNode {
  const { id, certainty } = request;
  const { data, problem } = useRead(useCallback((gateway: GatewayClient) => gateway.usage.request({ id }), [id]));
  const [isCorrecting, setCorrecting] = useState(false);
  const cost = costText(request.cost);
  const isTool = isToolCall(request);
  const isKnown = data !== undefined && data.request.id === id;
  return (
    <aside className="detail" aria-label={say.requests.opened}>
      <header className="detail-head">
        <div>
          <p className="detail-cost number">{certainty === 'exact' ? cost : say.requests.estimate(cost)}</p>
          <p className="faint">{say.requests.certainOf(certaintyName(request), certaintyWhy(request))}</p>
          <button type="button" className="text-button detail-correct" onClick={() => setCorrecting(true)}>
            {say.requests.correct}
          </button>
        </div>
        <button type="button" className="icon-button" aria-label={say.requests.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {isKnown && !isTool && <ProviderAnswer detail={data} />}
      <Problem sentence={problem} />
      {isKnown && (isTool ? <ToolUsage detail={data} /> : <RequestUsage detail={{ ...data, request }} />)}
      <RequestFacts request={request} subKey={subKey} timeZone={timeZone} />
      <KeptBodies key={id} id={id} agent={agent} timeZone={timeZone} now={now} />
      {isKnown && data.audit.length > 0 && <RequestRecord audit={data.audit} timeZone={timeZone} now={now} />}
      {isCorrecting && <CorrectCostDialog request={request} onClose={() => setCorrecting(false)} />}
    </aside>
  );
}
