import type { ReactNode } from 'react';
import type { AgentView, SubKeyView } from '../../../shared/contract/views.ts';
import { formatUsd } from '../../../shared/money.ts';
import { countText } from '../../state/format.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { Menu } from '../../ui/menu.tsx';
import { Problem } from '../../ui/notice.tsx';
import type { Revoked } from './revoked.ts';
import { SubKeyRow } from './sub-key-row.tsx';

interface AgentRowProps {
  readonly agent: AgentView;
  readonly keys: readonly SubKeyView[];
  readonly color: string | undefined;
  readonly everythingPaused: boolean;
  readonly now: number;
  readonly timeZone: string;
  onRevoked(revoked: Revoked): void;
}

/** One agent: today's spend, pause, its sub-keys. Revoked sub-keys are counted, not listed. */
export function AgentRow({ agent, keys, color, everythingPaused, now, timeZone, onRevoked }: AgentRowProps): ReactNode {
  const { call } = useSession();
  const dialogs = useDialogs();
  const { busy, problem, run } = useAction();
  const usable = keys.filter((key) => key.state !== 'revoked');
  const revokedCount = keys.length - usable.length;

  const toggle = (): Promise<void> =>
    run(async () => {
      await call(({ agents }) => (agent.paused ? agents.resume({ id: agent.id }) : agents.pause({ id: agent.id })));
    });

  return (
    <li className="agent" data-testid="agent">
      <div className="agent-head">
        <AgentDot color={color} />
        <h3 className="agent-name">{agent.name}</h3>
        {(agent.paused || everythingPaused) && <span className="chip chip-warn">Paused</span>}
        <span className="faint agent-count number">{countText(agent.requestsToday, 'request')}</span>
        <span className="number agent-spent" title={`${formatUsd(agent.spentTotal)} in total`}>
          {formatUsd(agent.spentToday)} <span className="faint">today</span>
        </span>
        <Button
          icon={agent.paused ? 'play' : 'pause'}
          busy={busy}
          shrinks
          aria-label={`${agent.paused ? 'Resume' : 'Pause'} ${agent.name}`}
          title={agent.paused ? `Let ${agent.name} spend again` : `Stop ${agent.name}, running requests too`}
          onClick={() => void toggle()}
        >
          {agent.paused ? 'Resume' : 'Pause'}
        </Button>
        <Menu
          label={`More for ${agent.name}`}
          items={[
            { text: 'Issue another sub-key…', onPick: () => dialogs.open({ kind: 'issue-key', agent: agent.name }) },
            ...(usable.length > 0
              ? [{ text: 'Revoke all its sub-keys…', danger: true, onPick: () => dialogs.open({ kind: 'revoke-agent', id: agent.id }) }]
              : []),
          ]}
        />
      </div>
      <Problem sentence={problem} />
      <ul className="agent-keys">
        {usable.map((key) => (
          <SubKeyRow key={key.id} subKey={key} now={now} timeZone={timeZone} onRevoked={onRevoked} />
        ))}
      </ul>
      {usable.length === 0 && (
        <p className="agent-keyless faint">
          No usable sub-key{revokedCount > 0 && ` (${revokedCount} revoked)`}.{' '}
          <button type="button" className="text-button" onClick={() => dialogs.open({ kind: 'issue-key', agent: agent.name })}>
            Issue one
          </button>
        </p>
      )}
    </li>
  );
}
