import { useState } from 'react';
import type { ReactNode } from 'react';
import type { McpServerView, McpWay } from '../../../shared/mcp/mcp-views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { plainLines } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { CopyLine } from '../../ui/copy/copy-line.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { Notice, Problem } from '../../ui/notice.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { LogIn } from './log-in.tsx';
import { PricesDialog } from './prices/prices-dialog.tsx';
import { pricesText } from './prices/prices-text.ts';
import { RemoveServer } from './remove-server.tsx';
import { ServerFigures } from './server-figures.tsx';
import { ServerLimits } from './server-limits.tsx';
import { ServerState } from './server-state.tsx';
import { ServerTools } from './tools/server-tools.tsx';
import { wayText } from './way-text.ts';

interface ServerCardProps {
  readonly server: McpServerView;
  readonly gatewayUrl: string;
  readonly now: number;
  onChanged(): void;
  /** Shows what has changed about its tools. */
  onLook(): void;
}

/** One server: how it does, how it is reached, what it cost, its tools, and the end of it. */
export function ServerCard({ server, gatewayUrl, now, onChanged, onLook }: ServerCardProps): ReactNode {
  const { name, way, state, trouble, needsLogin, lastWords, prices, payee, policy } = server;
  const { call } = useSession();
  const dialogs = useDialogs();
  const { busy, problem, run } = useAction();
  const [isRemoving, setRemoving] = useState(false);
  const [isPricing, setPricing] = useState(false);
  const restart = (): Promise<void> =>
    run(async () => {
      await call(({ mcp }) => mcp.restart({ name }));
      onChanged();
    });
  const restartButton = (
    <Button kind="quiet" busy={busy || state === 'starting'} aria-label={say.mcp.restartOf(name)} onClick={restart}>
      {say.mcp.restart}
    </Button>
  );
  return (
    <li className="mcp-server" data-testid="mcp-server">
      <div className="mcp-head">
        <h3>{name}</h3>
        <ServerState state={busy ? 'starting' : state} />
        <div className="mcp-actions">
          {trouble === null && restartButton}
          <Button
            kind="quiet"
            aria-label={say.mcp.rulesOf(payee)}
            onClick={() =>
              dialogs.open({
                kind: 'policy',
                scope: scopeOf('provider', payee),
                of: { name: say.mcp.limitsOf(payee), policy },
              })
            }
          >
            {say.providers.rules}
          </Button>
          <Button kind="quiet" aria-label={say.mcp.pricesOf(name)} onClick={() => setPricing(true)}>
            {say.mcp.prices}
          </Button>
          {!isRemoving && (
            <Button kind="quiet" aria-label={say.mcp.removeOf(name)} onClick={() => setRemoving(true)}>
              {say.mcp.remove}
            </Button>
          )}
        </div>
      </div>
      <ServerFigures server={server} now={now} />
      {isRemoving && <RemoveServer name={name} onKeep={() => setRemoving(false)} onRemoved={onChanged} />}
      {trouble !== null && (
        <Notice tone="warning" action={needsLogin ? <LogIn name={name} onChanged={onChanged} /> : restartButton}>
          <WithCode text={trouble} />
        </Notice>
      )}
      <Problem sentence={problem} />
      <div className="mcp-reach">
        <div className="copy-line">
          <span className="copy-line-name">{wordOf(way)}</span>
          <code className="copy-line-text">{wayText(way)}</code>
        </div>
        <CopyLine name={say.mcp.forTools} text={`${gatewayUrl}/mcp/${name}`} label={say.mcp.copyAddress(name)} />
      </div>
      {lastWords !== '' && (
        <details className="mcp-fold">
          <summary>{say.mcp.lastWords}</summary>
          <pre className="mcp-words" tabIndex={0} role="region" aria-label={say.mcp.lastWordsOf(name)}>
            {plainLines(lastWords)}
          </pre>
        </details>
      )}
      <ServerLimits server={server} now={now} />
      {prices.length > 0 && <p className="faint mcp-prices">{pricesText(prices)}</p>}
      <ServerTools server={server} onLook={onLook} />
      {isPricing && <PricesDialog server={server} onSaved={onChanged} onClose={() => setPricing(false)} />}
    </li>
  );
}

function wordOf({ kind }: McpWay): string {
  if (kind === 'openapi') return say.mcp.api;
  return kind === 'url' ? say.mcp.url : say.mcp.command;
}
