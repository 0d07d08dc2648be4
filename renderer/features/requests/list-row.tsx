import { memo } from 'react';
import type { ReactNode } from 'react';
import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import { durationText, requestTime, columnTokens } from '../../state/time-and-money/format.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { Cost } from '../../ui/cost.tsx';
import { outcomeText } from '../recent-requests/outcome.ts';
import { certaintyWhy } from './certainty.ts';
import { refusalSentence } from '../../state/words/refusal-sentence.ts';
import { isToolCall } from '../../state/words/tool-call.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { endedAt, isRefused } from './listed.ts';
import type { Listed } from './listed.ts';
import { ModelName } from './model-name.tsx';
import { refusedText } from './refused-text.ts';

interface ListRowProps {
  readonly id: string;
  readonly request: Listed;
  readonly index: number;
  /** Its distance from the first row, in pixels. */
  readonly top: number;
  readonly color: string | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly timeZone: string;
  readonly now: number;
  onSelect(request: Listed): void;
}

/** One request in the long list. Drawn anew only when it says something else: hundreds come a second. */
export const ListRow = memo(function ListRow({
  id,
  request,
  index,
  top,
  color,
  isActive,
  isSelected,
  timeZone,
  now,
  onSelect,
}: ListRowProps): ReactNode {
  const { model, provider, session } = request;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive}
      data-testid={isRefused(request) ? 'refused' : 'request'}
      className="request-grid request-line"
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(request)}
    >
      <span role="gridcell" className="request-time number faint">
        {requestTime(endedAt(request), now, timeZone)}
      </span>
      <span role="gridcell" className="request-agent" title={plainText(request.agent ?? '')}>
        <AgentDot color={color} />{' '}
        {request.agent === null ? say.requests.nobody : <bdi>{plainText(request.agent)}</bdi>}
      </span>
      <span
        role="gridcell"
        className="request-model soft"
        title={model === '' ? undefined : say.recentRequests.modelAt(model, provider)}
      >
        {model === '' ? say.requests.noModel : <ModelName name={model} />}
      </span>
      <span role="gridcell" className="request-session faint" title={session === null ? undefined : plainText(session)}>
        {session === null ? '' : plainText(session.slice(0, SHORT_SESSION))}
      </span>
      {isRefused(request) ? <RefusedCells refusal={request} timeZone={timeZone} /> : <SettledCells request={request} />}
    </div>
  );
}, isSame);

/** Enough of a random id to see which belong together. */
const SHORT_SESSION = 8;

function SettledCells({ request }: { readonly request: RequestView }): ReactNode {
  const { text, tone, why } = outcomeText(request);
  const tokens = (amount: number): string => (isToolCall(request) ? say.requests.nothing : columnTokens(amount));
  return (
    <>
      <span role="gridcell" className="request-tokens number soft">
        {tokens(request.inputTokens)}
      </span>
      <span role="gridcell" className="request-cached number soft">
        {request.cacheReadTokens === 0 ? say.requests.nothing : columnTokens(request.cacheReadTokens)}
      </span>
      <span role="gridcell" className="request-tokens number soft">
        {tokens(request.outputTokens)}
      </span>
      <span role="gridcell" className="request-took number soft">
        {durationText(request.settledAt - request.startedAt)}
      </span>
      <span role="gridcell" className="request-outcome">
        <span className={tone === 'quiet' ? 'faint' : `chip chip-${tone}`} title={why}>
          {text}
        </span>
      </span>
      <span role="gridcell" className="request-cost">
        <Cost {...request} why={certaintyWhy(request)} />
      </span>
    </>
  );
}

/** Nothing was used: where the others have their tokens, the sentence that the tool got. */
function RefusedCells({ refusal, timeZone }: { readonly refusal: RefusalView; readonly timeZone: string }): ReactNode {
  const sentence = plainText(refusalSentence(refusal, timeZone));
  return (
    <>
      <span role="gridcell" aria-colspan={4} className="request-sentence faint" title={sentence}>
        {sentence}
      </span>
      <span role="gridcell" className="request-outcome">
        <span className="chip chip-warn" title={sentence}>
          {refusedText(refusal)}
        </span>
      </span>
      <span role="gridcell" className="request-cost faint">
        {say.requests.nothing}
      </span>
    </>
  );
}

function isSame(before: ListRowProps, after: ListRowProps): boolean {
  // `onSelect` is made anew with every render and means the same.
  return (
    before.request === after.request &&
    before.top === after.top &&
    before.index === after.index &&
    before.color === after.color &&
    before.isActive === after.isActive &&
    before.isSelected === after.isSelected &&
    Math.floor(before.now / 60_000) === Math.floor(after.now / 60_000)
  );
}
