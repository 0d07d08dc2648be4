import { memo, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { AgentView, SubKeyView } from '../../../shared/contract/views.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { policyText } from '../../state/words/policy-text.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { Menu } from '../../ui/menu.tsx';
import { CapBar } from '../caps/cap-bar.tsx';
import { raiseText, useRaise } from '../caps/use-raise.ts';
import { activityText } from './activity.ts';
import { capital } from './capital.ts';
import { PauseButton } from './pause-button.tsx';
import type { Revoked } from './revoked.ts';
import { Sparkline } from './sparkline.tsx';
import { SubKeyRow } from './sub-key-row.tsx';
import { plainText } from '../../state/words/plain-text.ts';

interface AgentCardProps {
  readonly agent: AgentView;
  readonly keys: readonly SubKeyView[];
  readonly color: string | undefined;
  readonly everythingPaused: boolean;
  /** Spend of the last hour by minute, and how fast it goes now. */
  readonly minutes: readonly Nanodollars[];
  readonly pace: Nanodollars;
  /** The address names it: it is brought into sight. */
  readonly isAsked: boolean;
  readonly now: number;
  readonly timeZone: string;
  onRevoked(revoked: Revoked): void;
}

/**
 * One agent: what it spent and does, its own caps and rules, its sub-keys. Revoked sub-keys are counted, not listed.
 */
export const AgentCard = memo(function AgentCard({
  agent,
  keys,
  color,
  everythingPaused,
  minutes,
  pace,
  isAsked,
  now,
  timeZone,
  onRevoked,
}: AgentCardProps): ReactNode {
  const dialogs = useDialogs();
  const raise = useRaise();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: 'start' });
  }, [isAsked]);
  const usable = keys.filter((key) => key.state !== 'revoked');
  const revokedCount = keys.length - usable.length;
  const rules = policyText(agent.policy);
  const issue = (): void => dialogs.open({ kind: 'issue-key', agent: agent.name });

  return (
    <li ref={place} className={isAsked ? 'agent agent-asked' : 'agent'} data-testid="agent">
      <div className="agent-self">
        <div className="agent-head">
          <AgentDot color={color} />
          <h2 className="agent-name" title={plainText(agent.name)}>
            <bdi>{plainText(agent.name)}</bdi>
          </h2>
          {(agent.paused || everythingPaused) && <span className="chip chip-warn">{say.agents.paused}</span>}
          {agent.notYetStored === true && <span className="chip chip-warn">{say.agents.notYetStored}</span>}
        </div>
        <p className="agent-spent number" title={say.agents.spentTotal(moneyText(agent.spentTotal))}>
          {moneyText(agent.spentToday)} <span className="faint">{say.agents.today(agent.requestsToday)}</span>
        </p>
        <Sparkline amounts={minutes} total={addMoney(ZERO, ...minutes)} color={color} />
        <p className="faint agent-activity">{activityText(agent, pace, now)}</p>
        {agent.keepBodies !== null && (
          <button
            type="button"
            className="text-button agent-keeps"
            onClick={() => dialogs.open({ kind: 'keep-bodies', id: agent.id })}
          >
            {say.bodies.kept(agent.keepBodies.days)}
          </button>
        )}
        <div className="agent-actions">
          <PauseButton agent={agent} />
          <Menu
            align="start"
            label={say.agents.more(agent.name)}
            items={[
              {
                text: say.agents.rules,
                onPick: () => dialogs.open({ kind: 'policy', scope: scopeOf('agent', agent.id) }),
              },
              ...agent.caps.map((cap) => ({
                text: raiseText(cap),
                onPick: () => raise(scopeOf('agent', agent.id), cap),
              })),
              { text: say.agents.issueMore, onPick: issue },
              {
                text: agent.keepBodies === null ? say.bodies.menu : say.bodies.menuKept,
                onPick: () => dialogs.open({ kind: 'keep-bodies', id: agent.id }),
              },
              {
                text: say.agents.requests,
                onPick: () => void (window.location.hash = hrefOf('requests', { agent: agent.id })),
              },
              ...(usable.length > 0
                ? [
                    {
                      text: say.agents.revokeAll,
                      danger: true,
                      onPick: () => dialogs.open({ kind: 'revoke-agent', id: agent.id }),
                    },
                  ]
                : []),
            ]}
          />
        </div>
      </div>
      <div className="agent-limits">
        {(agent.caps.length > 0 || rules !== '') && (
          <div className="agent-own">
            <p className="faint">{say.agents.own}</p>
            {agent.caps.map((cap) => (
              <CapBar key={`${cap.window} ${cap.rolling}`} cap={cap} now={now} timeZone={timeZone} />
            ))}
            {rules !== '' && <p className="faint">{capital(rules)}</p>}
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
            <button type="button" className="text-button" onClick={issue}>
              {say.agents.issueOne}
            </button>
          </p>
        )}
      </div>
    </li>
  );
});
