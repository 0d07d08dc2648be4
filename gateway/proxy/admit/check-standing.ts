import { decide } from '../../domain/policy/decide.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { refusalOfRule } from '../refuse/refusal-of-rule.ts';

/** May this sub-key spend at all? Says why not, in a sentence for the person. */
export function checkStanding(deps: Pick<ProxyDeps, 'directory'>, key: SubKeyRecord): Refusal | undefined {
  const agent = deps.directory.agent(key.agentId);
  if (key.revokedAt !== null) {
    return {
      kind: 'not-allowed',
      code: 'sub-key-revoked',
      message: `This sub-key of ${agent.name} was revoked. Issue a new one in Purser.`,
    };
  }
  const refusal = decide({
    agent: agent.name,
    keyPaused: key.paused,
    agentPaused: agent.paused,
    pausedBecause: deps.directory.pausedBecause(agent.id),
    everythingPaused: deps.directory.everythingPaused(),
  });
  return refusal && refusalOfRule(refusal);
}
