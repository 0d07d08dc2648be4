import type { ReactNode } from 'react';
import type { AgentView, SubKeyView } from '../../../shared/contract/views.ts';
import { formatUsd } from '../../../shared/money.ts';
import { countText } from '../../state/format.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { Menu } from '../../ui/menu.tsx';
import { PauseButton } from './pause-button.tsx';
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
  const dialogs = useDialogs();
  const usable = keys.filter((key) => key.state !== 'revoked');
  const revokedCount = keys.length - usable.length;

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
        <PauseButton agent={agent} />
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
