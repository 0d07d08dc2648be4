import { useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { agentColors } from '../../state/agent-colors.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { Notice } from '../../ui/notice.tsx';
import { AgentRow } from './agent-row.tsx';
import { revokedSentence } from './revoked.ts';
import type { Revoked } from './revoked.ts';
import './agents.css';

/** Every agent with its sub-keys, their caps, and the ways to stop them. */
export function AgentsPanel({ state }: { readonly state: StateView }): ReactNode {
  const [revoked, setRevoked] = useState<Revoked>();
  const dialogs = useDialogs();
  const now = useNow(30_000);
  const colors = agentColors(state.agents);
  const byAge = state.agents.toSorted((left, right) => left.createdAt - right.createdAt);

  return (
    <section className="section" aria-labelledby="agents-title">
      <header className="section-head">
        <h2 id="agents-title">Agents and sub-keys</h2>
      </header>
      {revoked !== undefined && (
        <Notice
          tone="good"
          onDismiss={() => setRevoked(undefined)}
          action={
            <Button kind="quiet" onClick={() => dialogs.open({ kind: 'issue-key', agent: revoked.agent })}>
              Issue another
            </Button>
          }
        >
          {revokedSentence(revoked)}
        </Notice>
      )}
      <ul>
        {byAge.map((agent) => (
          <AgentRow
            key={agent.id}
            agent={agent}
            keys={state.keys.filter((key) => key.agentId === agent.id)}
            color={colors.get(agent.id)}
            everythingPaused={state.everythingPaused}
            now={now}
            timeZone={state.gateway.timeZone}
            onRevoked={setRevoked}
          />
        ))}
      </ul>
      {byAge.length === 0 && <p className="soft">No agent yet. The first sub-key you issue makes one.</p>}
    </section>
  );
}
