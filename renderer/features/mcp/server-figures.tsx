import type { ReactNode } from 'react';
import { hrefOf } from '../../../shared/page-routes.ts';
import type { McpServerView } from '../../../shared/mcp/mcp-views.ts';
import { agoText } from '../../state/time-and-money/format.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';

/** What the calls of a server add up to since it was added. */
export function ServerFigures({
  server: { payee, calls, errors, cost, lastUsedAt },
  now,
}: {
  readonly server: McpServerView;
  readonly now: number;
}): ReactNode {
  return (
    <ul className="mcp-figures number">
      <li>
        <a href={hrefOf('requests', { provider: payee })}>{say.mcp.calls(calls)}</a>
      </li>
      <li className={errors > 0 ? 'mcp-errors' : undefined}>{say.mcp.errors(errors)}</li>
      <li>{say.mcp.spent(moneyText(cost))}</li>
      <li>{lastUsedAt === null ? say.mcp.neverUsed : say.mcp.lastUsed(agoText(lastUsedAt, now))}</li>
    </ul>
  );
}
