import { memo } from 'react';
import type { ReactNode } from 'react';
import type { RequestView } from '../../../shared/contract/views.ts';
import { durationText, requestTime, tokenText } from '../../state/time-and-money/format.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { Cost } from '../../ui/cost.tsx';
import { outcomeText } from '../recent-requests/outcome.ts';
import { certaintyWhy } from './certainty.ts';
import { plainText } from '../../state/words/plain-text.ts';

interface ListRowProps {
  readonly id: string;
  readonly request: RequestView;
  readonly index: number;
  /** Its distance from the first row, in pixels. */
  readonly top: number;
  readonly color: string | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly timeZone: string;
  readonly now: number;
  onSelect(request: RequestView): void;
}

/** One settled request in the long list. Drawn anew only when it says something else: hundreds come a second. */
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
  const { text, tone, why } = outcomeText(request);
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive}
      data-testid="request"
      className="request-grid request-line"
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(request)}
    >
      <span role="gridcell" className="number faint">
        {requestTime(request.settledAt, now, timeZone)}
      </span>
      <span role="gridcell" className="request-agent">
        <AgentDot color={color} /> <bdi>{plainText(request.agent)}</bdi>
      </span>
      <span role="gridcell" className="soft" title={say.recentRequests.modelAt(request.model, request.provider)}>
        <bdi>{plainText(request.model)}</bdi>
      </span>
      <span role="gridcell" className="number soft">
        {tokenText(request.inputTokens)}
      </span>
      <span role="gridcell" className="number soft">
        {tokenText(request.outputTokens)}
      </span>
      <span role="gridcell" className="number soft">
        {durationText(request.settledAt - request.startedAt)}
      </span>
      <span role="gridcell">
        <span className={tone === 'quiet' ? 'faint' : `chip chip-${tone}`} title={why}>
          {text}
        </span>
      </span>
      <span role="gridcell" className="request-cost">
        <Cost {...request} why={certaintyWhy(request)} />
      </span>
    </div>
  );
}, isSame);

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
