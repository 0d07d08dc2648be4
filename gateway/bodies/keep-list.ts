import type { AgentId } from '../../shared/ids.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { statements } from '../ledger/statements.ts';
import type { Clock } from '../platform/ports.ts';

/** The agents whose bodies are kept, and for how many days. */
export interface KeepList {
  /** Called for every request. */
  daysOf(agentId: AgentId): number | undefined;
  all(): ReadonlyMap<AgentId, number>;
  /** On record in the same commit, and only then true. @param days undefined for none */
  set(agentId: AgentId, days: number | undefined): Promise<void>;
}

/** @see KeepList */
export function createKeepList(ledger: Pick<Ledger, 'contents' | 'write'>, clock: Clock): KeepList {
  const list = new Map(ledger.contents.keepBodies);
  return {
    daysOf: (agentId) => list.get(agentId),
    all: () => list,
    async set(agentId, days) {
      const change =
        days === undefined
          ? statements.removeSetting(`keep-bodies:${agentId}`)
          : statements.setSetting(`keep-bodies:${agentId}`, String(days));
      await ledger.write(
        [change],
        [
          {
            at: clock.now(),
            kind: days === undefined ? 'bodies-off' : 'bodies-on',
            agentId,
            detail: days === undefined ? {} : { days },
          },
        ],
      );
      if (days === undefined) list.delete(agentId);
      else list.set(agentId, days);
    },
  };
}
