import type { ApprovalAnswer } from '../../shared/contract/approval-views.ts';
import type { ApprovalId } from '../../shared/ids.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { capOwnerSchema } from '../ledger/cap-owner.ts';
import type { Engine } from './engine.ts';
import { raiseForToday } from './money/raise-cap.ts';

interface Answer {
  readonly id: ApprovalId;
  readonly answer: ApprovalAnswer;
  readonly raiseBy?: Nanodollars | undefined;
}

/** Answers a waiting request. A raise is on disk before the request hears of it. @throws PurserError `NOT_FOUND` */
export async function answerApproval(
  engine: Engine,
  { id, answer, raiseBy }: Answer,
): Promise<Pick<Answer, 'id' | 'answer'>> {
  const { account, agentId, subKeyId, raiseBy: proposed } = engine.approvals.find(id);
  if (answer === 'raise-today') {
    const { window, rolling } = account.cap;
    await raiseForToday(
      engine,
      { scope: capOwnerSchema.parse(account.owner), window, rolling, extra: raiseBy ?? proposed },
      { agentId, subKeyId },
    );
  }
  engine.approvals.answer(id, answer);
  return { id, answer };
}
