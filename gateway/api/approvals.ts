import type { ApprovalAnswer } from '../../shared/contract/approval-views.ts';
import type { ApprovalId } from '../../shared/ids.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { policyScopeSchema } from '../../shared/policy.ts';
import type { Engine } from './engine.ts';

interface Answer {
  readonly id: ApprovalId;
  readonly answer: ApprovalAnswer;
  readonly raiseBy?: Nanodollars | undefined;
}

/** Answers a request that waits. A raise is on disk before the request hears of it. @throws PurserError `NOT_FOUND` */
export async function answerApproval({ approvals, spend, calendar, clock }: Engine, { id, answer, raiseBy }: Answer): Promise<Pick<Answer, 'id' | 'answer'>> {
  const { account, agentId, subKeyId, raiseBy: proposed } = approvals.find(id);
  if (answer === 'raise-today') {
    const { end } = calendar.spanAt('day', clock.now());
    const { window, rolling } = account.cap;
    const owner = policyScopeSchema.parse(account.owner);
    if (end !== null) await spend.raise({ owner, window, rolling, extra: raiseBy ?? proposed, until: end }, { agentId, subKeyId });
  }
  approvals.answer(id, answer);
  return { id, answer };
}
