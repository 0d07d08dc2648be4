import type { ApprovalAnswer } from '../../shared/contract/approval-views.ts';
import { PurserError } from '../../shared/errors.ts';
import type { AgentId, ApprovalId } from '../../shared/ids.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { scopeOf } from '../../shared/policy.ts';
import { qualifiedName } from '../domain/mcp/tool-facts.ts';
import { capOwnerSchema } from '../ledger/cap-owner.ts';
import type { Engine } from './engine.ts';
import { raiseForToday } from './money/raise-cap.ts';
import { setPolicies } from './policies.ts';

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
  const { account, agentId, subKeyId, raiseBy: proposed, call } = engine.approvals.find(id);
  if (answer === 'allow-always') {
    if (!call) throw new PurserError('INVALID_INPUT', 'Only a tool can be allowed for good. Raise the cap instead.');
    await allowTool(engine, agentId, qualifiedName(call.server, call.tool));
  }
  if (answer === 'raise-today') {
    if (!account) throw new PurserError('INVALID_INPUT', 'No cap is in the way of this call. Allow it, or say no.');
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

/** Lets an agent call a tool without asking, unless a wider policy says to ask. */
async function allowTool(engine: Engine, agentId: AgentId, tool: string): Promise<void> {
  const scope = scopeOf('agent', agentId);
  const policy = engine.limits.policyOf(scope);
  const onCall = [{ tools: tool, act: 'run' as const }, ...(policy.mcp?.onCall ?? [])];
  await setPolicies(engine, [{ scope, policy: { ...policy, mcp: { ...policy.mcp, onCall } } }]);
}
