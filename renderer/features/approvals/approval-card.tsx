import type { ReactNode } from 'react';
import { answersTo } from '../../../shared/contract/approval-views.ts';
import type { ApprovalAnswer, ApprovalView } from '../../../shared/contract/approval-views.ts';
import { quotedName } from '../../../shared/visible-text.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { answerWords } from './answer-words.ts';
import { ApprovalQuestion } from './approval-question.tsx';
import { remainingText } from './remaining.ts';

interface ApprovalCardProps {
  readonly approval: ApprovalView;
  readonly color: string | undefined;
  readonly timeZone: string;
}

/** The way out comes first, the usual answer last, where the hand is. */
const ORDER: readonly ApprovalAnswer[] = ['deny', 'raise-today', 'allow-always', 'allow-once'];
const KINDS = { deny: 'danger', 'raise-today': 'plain', 'allow-always': 'plain', 'allow-once': 'primary' } as const;

/** One request that waits for a person, and the answers to it. No answer in time means no. */
export function ApprovalCard({ approval, color, timeZone }: ApprovalCardProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const now = useNow(1_000);
  const { id, agent, model, needed, expiresAt } = approval;
  const possible = answersTo(approval);
  const answer = (word: ApprovalAnswer): void =>
    void run(async () => void (await call(({ approvals }) => approvals.answer({ id, answer: word }))));

  return (
    <article className="approval" data-testid="approval" aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`} className="approval-title">
          <AgentDot color={color} />{' '}
          {approval.call
            ? say.approvals.asksToCall(agent, quotedName(model))
            : say.approvals.asks(agent, moneyText(needed))}
        </h2>
        <ApprovalQuestion approval={approval} now={now} timeZone={timeZone} />
        <Problem sentence={problem} />
      </div>
      <div className="approval-answers">
        <span className="faint number" title={say.approvals.noAnswer}>
          {remainingText(expiresAt, now)}
        </span>
        {ORDER.filter((word) => possible.includes(word)).map((word) => {
          const { text, label } = answerWords(word, approval);
          return (
            <Button key={word} kind={KINDS[word]} busy={busy} aria-label={label} onClick={() => answer(word)}>
              {text}
            </Button>
          );
        })}
      </div>
    </article>
  );
}
