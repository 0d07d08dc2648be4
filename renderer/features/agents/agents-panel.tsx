import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { EVERYTHING } from '../../../shared/policy.ts';
import { ZERO } from '../../../shared/money.ts';
import { agentColors } from '../../state/chart/agent-colors.ts';
import { GroupsSection } from './groups-section.tsx';
import { policyText } from '../../state/words/policy-text.ts';
import { paceOf } from '../../state/time-and-money/projection.ts';
import { chartRows } from '../../state/chart/series.ts';
import { useDashboard } from '../../state/live/session-context.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { CapBar } from '../caps/cap-bar.tsx';
import { ArchivedAgents } from '../agent-life/archived-agents.tsx';
import { AgentCard } from './agent-card.tsx';
import { RevokedNotice } from './revoked-notice.tsx';
import type { Revoked } from './revoked.ts';
import './agents.css';

interface AgentsPanelProps {
  readonly state: StateView;
  /** The agent that the address names. */
  readonly asked: string | undefined;
}

/** Every agent with its sub-keys, their caps, and the ways to stop them; below them, what holds for all together. */
export function AgentsPanel({ state, asked }: AgentsPanelProps): ReactNode {
  const [revoked, setRevoked] = useState<Revoked>();
  const noteRevoked = useCallback((done: Revoked) => setRevoked(done), []);
  const dialogs = useDialogs();
  const { pace } = useDashboard();
  const now = useNow(10_000);
  const colors = agentColors(state.agents);
  const byAge = state.agents.toSorted((left, right) => left.createdAt - right.createdAt);
  const minutes = useMemo(() => (pace === undefined ? [] : chartRows(pace, now)), [pace, now]);
  const { timeZone } = state.gateway;
  const rules = policyText(state.everything.policy);

  return (
    <>
      {revoked !== undefined && <RevokedNotice revoked={revoked} onGone={() => setRevoked(undefined)} />}
      <ul className="agents" aria-label={say.agents.list}>
        {byAge.map((agent) => (
          <AgentCard
            key={agent.id}
            agent={agent}
            keys={state.keys.filter((key) => key.agentId === agent.id)}
            color={colors.get(agent.id)}
            everythingPaused={state.everythingPaused}
            minutes={minutes.map((row) => row.byGroup[agent.id] ?? ZERO)}
            pace={pace === undefined ? ZERO : paceOf(pace, now, agent.id)}
            isAsked={agent.id === asked}
            now={now}
            timeZone={timeZone}
            onRevoked={noteRevoked}
          />
        ))}
      </ul>
      {byAge.length === 0 && (
        <div className="empty">
          <p className="soft">{say.agents.none}</p>
          <Button kind="primary" icon="plus" onClick={() => dialogs.open({ kind: 'issue-key' })}>
            {say.shell.issueSubKey}
          </Button>
        </div>
      )}
      <ArchivedAgents state={state} />
      <GroupsSection state={state} now={now} />
      <section className="section" aria-labelledby="everything-title">
        <div className="section-head">
          <h2 id="everything-title">{say.agents.everything}</h2>
          <Button kind="quiet" onClick={() => dialogs.open({ kind: 'policy', scope: EVERYTHING })}>
            {say.agents.everythingRules}
          </Button>
        </div>
        {state.everything.caps.map((cap) => (
          <CapBar key={`${cap.window} ${cap.rolling}`} cap={cap} now={now} timeZone={timeZone} />
        ))}
        <p className="faint">
          {rules !== '' ? rules : state.everything.caps.length === 0 ? say.agents.everythingUncapped : ''}
        </p>
      </section>
    </>
  );
}
