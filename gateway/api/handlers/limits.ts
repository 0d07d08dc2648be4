import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { answerApproval } from '../../engine/approvals.ts';
import { notYetStored } from '../../engine/keys/record-cut.ts';
import { raiseCap } from '../../engine/money/raise-cap.ts';
import { listPolicies, setPolicies } from '../../engine/policies.ts';
import { suggestForAgent } from '../../engine/reads/suggest-for-agent.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about policies, raises, and requests that wait for a person's answer. */
export function implementLimits(engine: FindEngine) {
  const approvals = implement(gatewayContract.approvals).use(carryErrors);
  const caps = implement(gatewayContract.caps).use(carryErrors);
  const policies = implement(gatewayContract.policies).use(carryErrors);
  return {
    approvals: {
      list: approvals.list.handler(() => engine().approvals.waiting()),
      answer: approvals.answer.handler(async ({ input }) => announce(engine, await answerApproval(engine(), input))),
    },
    caps: {
      raise: caps.raise.handler(async ({ input }) => announce(engine, await raiseCap(engine(), input))),
    },
    policies: {
      list: policies.list.handler(() => listPolicies(engine())),
      set: policies.set.handler(async ({ input }) => {
        await setPolicies(engine(), [input]);
        return announce(engine, { ...input, ...notYetStored(engine(), [input.scope]) });
      }),
      suggest: policies.suggest.handler(({ input }) => suggestForAgent(engine(), input.agentId, input.since)),
      setAll: policies.setAll.handler(async ({ input }) => announce(engine, await setPolicies(engine(), input))),
    },
  };
}
