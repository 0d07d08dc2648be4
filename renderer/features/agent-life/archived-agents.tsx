import type { ReactNode } from 'react';
import type { FormerAgentView, StateView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import './agent-life.css';

/** The agents that are out of the way, and the way back for each. */
export function ArchivedAgents({ state }: { readonly state: StateView }): ReactNode {
  const archived = state.formerAgents.filter(
    ({ archivedAt, deletedAt, mergedInto }) => archivedAt !== null && deletedAt === null && mergedInto === null,
  );
  if (archived.length === 0) return null;
  return (
    <section className="section" aria-labelledby="archived-title">
      <div className="section-head">
        <h2 id="archived-title">{say.agentLife.archivedList}</h2>
      </div>
      <ul>
        {archived.map((agent) => (
          <ArchivedAgent key={agent.id} agent={agent} />
        ))}
      </ul>
    </section>
  );
}

function ArchivedAgent({ agent }: { readonly agent: FormerAgentView }): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const { id, name, spentTotal } = agent;
  return (
    <li className="archived-agent" data-testid="archived-agent">
      <bdi>{plainText(name)}</bdi>
      <span className="faint number">{say.agentLife.inTotal(moneyText(spentTotal))}</span>
      <Button
        kind="quiet"
        busy={busy}
        aria-label={say.agentLife.bringBackAgent(name)}
        onClick={() => void run(async () => void (await call(({ agents }) => agents.unarchive({ id }))))}
      >
        {say.agentLife.bringBack}
      </Button>
      <Problem sentence={problem} />
    </li>
  );
}
