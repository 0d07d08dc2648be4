import type { ReactNode } from 'react';
import type { RequestDetail } from '../../../../shared/contract/usage-views.ts';
import { moneyText } from '../../../state/time-and-money/money-text.ts';
import { say } from '../../../strings/say.ts';

/** What a call of a tool is charged by: a price that is known before, and no tokens. */
export function ToolUsage({ detail: { reserved } }: { readonly detail: RequestDetail }): ReactNode {
  return (
    <>
      <h2>{say.requests.toolCall}</h2>
      <p className="faint">
        {say.requests.toolCallMeans} {say.requests.held(moneyText(reserved))}
      </p>
    </>
  );
}
