import { memo } from 'react';
import type { ReactNode } from 'react';
import type { RequestView } from '../../../shared/contract/views.ts';
import { durationText, requestTime, columnTokens } from '../../state/time-and-money/format.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { Cost } from '../../ui/cost.tsx';
import { certaintyWhy } from '../requests/certainty.ts';
import { outcomeText } from './outcome.ts';
import { isToolCall } from '../../state/words/tool-call.ts';
import { plainText } from '../../state/words/plain-text.ts';

interface RequestRowProps {
  readonly request: RequestView;
  readonly color: string | undefined;
  readonly now: number;
  readonly timeZone: string;
}

/** One settled request. */
export const RequestRow = memo(function RequestRow({ request, color, now, timeZone }: RequestRowProps): ReactNode {
  const { text, tone, why } = outcomeText(request);
  const isTool = isToolCall(request);
  const tokens = (amount: number): string => (isTool ? say.requests.nothing : columnTokens(amount));
  const detail = isTool ? undefined : tokenDetail(request);
  return (
    <tr data-testid="request">
      <td
        className="number faint requests-time"
        title={say.recentRequests.took(durationText(request.settledAt - request.startedAt))}
      >
        {requestTime(request.settledAt, now, timeZone)}
      </td>
      <td className="requests-agent" title={plainText(request.agent)}>
        <AgentDot color={color} /> <bdi>{plainText(request.agent)}</bdi>
      </td>
      <td className="requests-model soft" title={say.recentRequests.modelAt(request.model, request.provider)}>
        <bdi>{plainText(request.model)}</bdi>
      </td>
      <td className="number soft requests-tokens requests-right" title={detail}>
        {tokens(request.inputTokens)}
      </td>
      <td className="number soft requests-tokens requests-output requests-right" title={detail}>
        {tokens(request.outputTokens)}
      </td>
      <td className="requests-outcome">
        <span className={tone === 'quiet' ? 'faint' : `chip chip-${tone}`} title={why}>
          {text}
        </span>{' '}
        {!isTool && (
          <span className="number faint requests-folded">
            {say.recentRequests.inAndOut(columnTokens(request.inputTokens), columnTokens(request.outputTokens))}
          </span>
        )}
      </td>
      <td className="requests-cost requests-right">
        <Cost {...request} why={certaintyWhy(request)} />
      </td>
    </tr>
  );
});

/** `input` is everything the model read; the cache parts are shares of it. */
function tokenDetail({ inputTokens, cacheReadTokens, cacheWriteTokens, outputTokens }: RequestView): string {
  const { input, fromCache, toCache, output, tokens } = say.recentRequests;
  const parts = [
    [inputTokens, input],
    [cacheReadTokens, fromCache],
    [cacheWriteTokens, toCache],
    [outputTokens, output],
  ] as const;
  return tokens(parts.filter(([count]) => count > 0).map(([count, words]) => words(count)));
}
