import { decide } from '../../domain/policy/decide.ts';
import { tell } from '../../domain/words/tell.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { refusalOfRule } from '../refuse/refusal-of-rule.ts';

/** Checks whether this sub-key may spend at all. The refusal tells the person why not. */
export function checkStanding(deps: Pick<ProxyDeps, 'directory'>, key: SubKeyRecord): Refusal | undefined {
  const agent = deps.directory.agent(key.agentId);
  if (key.revokedAt !== null) {
    return {
      kind: 'not-allowed',
      code: 'sub-key-revoked',
      ...tell({ code: 'sub-key-revoked', agent: agent.name }),
    };
  }
  const refusal = decide({
    agent: agent.name,
    keyPaused: key.paused,
    agentArchived: agent.archivedAt !== null || agent.deletedAt !== null,
    agentPaused: agent.paused,
    pausedBecause: deps.directory.pausedBecause(agent.id),
    everythingPaused: deps.directory.everythingPaused(),
  });
  return refusal && refusalOfRule(refusal);
}
