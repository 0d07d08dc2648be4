import type { ReactNode } from 'react';
import type { ApprovalAnswer, ApprovalView } from '../../../shared/contract/approval-views.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { capFullText } from '../notices/cap-fact-text.ts';
import { remainingText } from './remaining.ts';
import { quotedName } from '../../../shared/visible-text.ts';

interface ApprovalCardProps {
  readonly approval: ApprovalView;
  readonly color: string | undefined;
  readonly timeZone: string;
}

/** One request that no cap has room for, and the three answers. No answer in time means no. */
export function ApprovalCard({ approval, color, timeZone }: ApprovalCardProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const now = useNow(1_000);
  const { id, agent, model, needed, reason, cap, raiseBy, expiresAt } = approval;
  const answer = (word: ApprovalAnswer): void =>
    void run(async () => void (await call(({ approvals }) => approvals.answer({ id, answer: word }))));

  return (
    <article className="approval" data-testid="approval" aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`} className="approval-title">
          <AgentDot color={color} /> {say.approvals.asks(agent, moneyText(needed))}
        </h2>
        <p className="soft">
          <WithCode text={cap === undefined ? reason : capFullText(cap, now, timeZone)} />{' '}
          <span>{say.approvals.wants(quotedName(model))}</span>
        </p>
        <Problem sentence={problem} />
      </div>
      <div className="approval-answers">
        <span className="faint number" title={say.approvals.noAnswer}>
          {remainingText(expiresAt, now)}
        </span>
        <Button kind="danger" busy={busy} aria-label={say.approvals.denyAgent(agent)} onClick={() => answer('deny')}>
          {say.approvals.deny}
        </Button>
        <Button
          busy={busy}
          aria-label={say.approvals.raiseAgent(agent, moneyText(raiseBy))}
          onClick={() => answer('raise-today')}
        >
          {say.approvals.raise(moneyText(raiseBy))}
        </Button>
        <Button
          kind="primary"
          busy={busy}
          aria-label={say.approvals.allowAgent(agent)}
          onClick={() => answer('allow-once')}
        >
          {say.approvals.allow}
        </Button>
      </div>
    </article>
  );
}
