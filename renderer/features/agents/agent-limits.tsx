import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { AgentView, SubKeyView } from '../../../shared/contract/views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { policyText } from '../../state/words/policy-text.ts';
import { say } from '../../strings/say.ts';
import { useDialogs } from '../../ui/dialogs.ts';
import { CapBar } from '../caps/cap-bar.tsx';
import { PartBars } from '../caps/part-bars.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { capitalize } from './capitalize.ts';
import { withoutBars } from './without-bars.ts';
import type { Revoked } from './revoked.ts';
import { SubKeyRow } from './sub-key-row.tsx';
import { UsedUp } from './used-up.tsx';

interface AgentLimitsProps {
  readonly agent: AgentView;
  /** Those that are not revoked. */
  readonly usable: readonly SubKeyView[];
  readonly revokedCount: number;
  readonly now: number;
  readonly timeZone: string;
  onRevoked(revoked: Revoked): void;
}

/** An agent's own caps and rules, and its sub-keys with theirs. Revoked sub-keys are counted, not listed. */
export function AgentLimits({ agent, usable, revokedCount, now, timeZone, onRevoked }: AgentLimitsProps): ReactNode {
  const dialogs = useDialogs();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, usable.map(({ id }) => id).join(' '));
  const rules = policyText(withoutBars(agent));
  return (
    <div className="agent-limits" ref={place} tabIndex={-1}>
      {(agent.caps.length > 0 || agent.parts !== undefined || rules !== '') && (
        <div className="agent-own">
          <p className="faint">{say.agents.own}</p>
          {agent.caps.map((cap) => (
            <CapBar key={`${cap.window} ${cap.rolling}`} cap={cap} now={now} timeZone={timeZone} />
          ))}
          <PartBars parts={agent.parts} now={now} timeZone={timeZone} />
          <UsedUp caps={agent.caps} scope={scopeOf('agent', agent.id)} />
          {rules !== '' && <p className="faint">{capitalize(rules)}</p>}
        </div>
      )}
      <ul>
        {usable.map((key) => (
          <SubKeyRow key={key.id} subKey={key} now={now} timeZone={timeZone} onRevoked={onRevoked} />
        ))}
      </ul>
      {usable.length === 0 && (
        <p className="faint">
          {say.agents.unusable(revokedCount)}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => dialogs.open({ kind: 'issue-key', agent: agent.name })}
          >
            {say.agents.issueOne}
          </button>
        </p>
      )}
    </div>
  );
}
