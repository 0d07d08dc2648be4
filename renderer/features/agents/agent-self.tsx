import type { ReactNode } from 'react';
import type { AgentView } from '../../../shared/contract/views.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { Menu } from '../../ui/menu.tsx';
import { activityText } from './activity.ts';
import { PauseButton } from './pause-button.tsx';
import { Sparkline } from './sparkline.tsx';
import { useAgentMenu } from './use-agent-menu.ts';

interface AgentSelfProps {
  readonly agent: AgentView;
  readonly color: string | undefined;
  /** It may not spend now, by itself or with all others. */
  readonly isPaused: boolean;
  /** It has sub-keys that work. */
  readonly isUsable: boolean;
  readonly minutes: readonly Nanodollars[];
  readonly pace: Nanodollars;
  readonly now: number;
}

/** An agent's name, its money, its activity, and what a person can do with it. */
export function AgentSelf({ agent, color, isPaused, isUsable, minutes, pace, now }: AgentSelfProps): ReactNode {
  const dialogs = useDialogs();
  const items = useAgentMenu(agent, isUsable);
  const { id, name, keepBodies, spentToday, spentTotal, requestsToday, notYetStored } = agent;
  return (
    <div className="agent-self">
      <div className="agent-head">
        <AgentDot color={color} />
        <h2 className="agent-name" title={plainText(name)}>
          <bdi>{plainText(name)}</bdi>
        </h2>
        {isPaused && <span className="chip chip-warn">{say.agents.paused}</span>}
        {notYetStored === true && <span className="chip chip-warn">{say.agents.notYetStored}</span>}
      </div>
      <p className="agent-spent number" title={say.agents.spentTotal(moneyText(spentTotal))}>
        {moneyText(spentToday)} <span className="faint">{say.agents.today(requestsToday)}</span>
      </p>
      <Sparkline amounts={minutes} total={addMoney(ZERO, ...minutes)} color={color} />
      <p className="faint agent-activity">{activityText(agent, pace, now)}</p>
      {keepBodies !== null && (
        <button
          type="button"
          className="text-button agent-keeps"
          onClick={() => dialogs.open({ kind: 'keep-bodies', id })}
        >
          {say.bodies.kept(keepBodies.days)}
        </button>
      )}
      <div className="agent-actions">
        <PauseButton agent={agent} />
        <Menu align="start" label={say.agents.more(name)} items={items} />
      </div>
    </div>
  );
}
