import type { ReactNode } from 'react';
import type { GroupView, StateView } from '../../../shared/contract/views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { CapBar } from '../caps/cap-bar.tsx';

interface GroupsSectionProps {
  readonly state: StateView;
  readonly now: number;
}

/** Groups of agents: who is in them, and what they may spend together. */
export function GroupsSection({ state, now }: GroupsSectionProps): ReactNode {
  const dialogs = useDialogs();
  if (state.groups.length === 0) return null;
  return (
    <section className="section" aria-labelledby="groups-title">
      <h2 id="groups-title">{say.agents.groups}</h2>
      {state.groups.map((group) => (
        <div key={group.name} className="agent-group">
          <div className="section-head">
            <h3>{group.name}</h3>
            <Button
              kind="quiet"
              aria-label={say.agents.groupRulesOf(group.name)}
              onClick={() => dialogs.open({ kind: 'policy', scope: scopeOf('group', group.name) })}
            >
              {say.agents.groupRules}
            </Button>
          </div>
          {group.caps.map((cap) => (
            <CapBar key={`${cap.window} ${cap.rolling}`} cap={cap} now={now} timeZone={state.gateway.timeZone} />
          ))}
          <p className="faint">{factsOf(state, group)}</p>
        </div>
      ))}
    </section>
  );
}

function factsOf({ agents }: StateView, group: GroupView): string {
  const names = agents.filter(({ id }) => group.agents.includes(id)).map(({ name }) => name);
  const who = names.length === 0 ? say.agents.groupEmpty : say.agents.groupOf(names);
  return group.caps.length === 0 ? say.agents.groupUncapped(who) : who;
}
