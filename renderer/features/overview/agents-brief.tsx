import type { ReactNode } from 'react';
import type { AgentView, CapView, StateView } from '../../../shared/contract/views.ts';
import { tightestCap } from '../../../shared/cap-level.ts';
import { columnText, moneyText } from '../../state/time-and-money/money-text.ts';
import { agentColors } from '../../state/chart/agent-colors.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { PauseButton } from '../agents/pause-button.tsx';
import { Gauge } from '../caps/gauge.tsx';
import { plainText } from '../../state/words/plain-text.ts';

/** Every agent on a line: what it spent today, its tightest cap, and a way to stop it. */
export function AgentsBrief({ state }: { readonly state: StateView }): ReactNode {
  const colors = agentColors(state.agents);
  const agents = state.agents.toSorted((left, right) => right.spentToday - left.spentToday).slice(0, MOST);
  const lines = agents.map((agent) => ({ agent, cap: tightest(state, agent) }));
  const spentText = columnText(
    agents.map(({ spentToday }) => spentToday),
    lines.flatMap(({ agent, cap }) =>
      cap && isSameMoney(agent, cap) ? [[agent.spentToday, cap.amount] as const] : [],
    ),
  );
  return (
    <section className="section" aria-labelledby="brief-title">
      <div className="section-head">
        <h2 id="brief-title">{say.overview.agents}</h2>
        <a href={hrefOf('agents')}>{say.overview.allAgents}</a>
      </div>
      <ul className="brief">
        {lines.map(({ agent, cap }) => (
          <li key={agent.id} className="brief-row" data-testid="agent">
            <AgentDot color={colors.get(agent.id)} />
            <h3 className="brief-name">
              <bdi>{plainText(agent.name)}</bdi>
              {(agent.paused || state.everythingPaused) && (
                <span className="chip chip-warn">{say.overview.paused}</span>
              )}
            </h3>
            <div className="brief-cap">{cap !== undefined && <Gauge cap={cap} label={plainText(agent.name)} />}</div>
            <strong className="number brief-spent">{spentText(agent.spentToday)}</strong>
            <span className="number faint brief-of">
              {cap !== undefined &&
                (isSameMoney(agent, cap)
                  ? say.overview.of(moneyText(cap.amount))
                  : say.overview.ofCap(moneyText(cap.spent), moneyText(cap.amount), cap))}
            </span>
            <PauseButton agent={agent} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST = 8;

/** What the agent spent today is what counts in its cap: it need not be written twice. */
function isSameMoney({ spentToday }: AgentView, cap: CapView): boolean {
  return cap.window === 'day' && moneyText(cap.spent) === moneyText(spentToday);
}

/** The cap that is nearest to its end, of the agent itself and of its usable sub-keys. */
function tightest(state: StateView, agent: AgentView): CapView | undefined {
  const usable = state.keys.filter((key) => key.agentId === agent.id && key.state !== 'revoked');
  return tightestCap([...agent.caps, ...usable.flatMap((key) => key.caps)]);
}
