import { PurserError } from '../../shared/errors.ts';
import type { AgentId, SubKeyId } from '../../shared/ids.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { PolicyScope } from '../../shared/policy.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { AgentRecord, SubKeyRecord } from '../ledger/records.ts';
import { statements } from '../ledger/statements.ts';
import type { Clock } from '../platform/ports.ts';
import type { AgentList } from './agents.ts';
import type { Change, StopBook } from './stop-book.ts';
import type { SubKeyList } from './sub-keys.ts';
import { createTurns } from './turns.ts';

/** Pauses, and what is paused now. A pause works at once; a resume works once it is written. */
export interface Pauses {
  readonly everythingPaused: () => boolean;
  /** When everything was paused (epoch milliseconds); null while it is not, and where an earlier Purser paused it. */
  readonly everythingPausedAt: () => number | null;
  pauseEverything(paused: boolean): Promise<void>;
  /**
   * @param reason why Purser itself pauses the agent, for the sentence that a tool gets; kept until the agent is
   * resumed or the gateway ends
   */
  pauseAgent(id: AgentId, paused: boolean, reason?: string): Promise<AgentRecord>;
  pausedBecause(id: AgentId): string | undefined;
  /** @throws PurserError `CONFLICT` for a revoked sub-key */
  pauseKey(id: SubKeyId, paused: boolean): Promise<SubKeyRecord>;
}

interface PausesDeps {
  readonly ledger: Ledger;
  readonly stops: StopBook;
  readonly clock: Clock;
  readonly agents: AgentList;
  readonly keys: SubKeyList;
}

/** One pause or resume, and how to apply it in memory. */
interface PauseChange {
  readonly statements: Change['statements'];
  readonly entry: Omit<AuditEntry, 'at'>;
  readonly show: () => void;
}

/** @see Pauses */
export function createPauses({ ledger, stops, clock, agents, keys }: PausesDeps): Pauses {
  const reasons = new Map<AgentId, string>();
  const turns = createTurns();
  let { everythingPaused, everythingPausedAt } = ledger.contents;

  /** Pauses at once, then writes that; or writes a resume, then applies it unless a newer pause came meanwhile. */
  const pause = async (scope: PolicyScope, paused: boolean, change: PauseChange): Promise<void> => {
    const written: Change = {
      about: [scope],
      statements: change.statements,
      entries: [{ at: clock.now(), ...change.entry }],
    };
    const isNewest = turns.take(scope);
    if (paused) {
      change.show();
      await stops.hold(written);
    } else {
      await stops.write(written);
      if (isNewest()) change.show();
    }
  };
  return {
    everythingPaused: () => everythingPaused,
    everythingPausedAt: () => (everythingPaused ? everythingPausedAt : null),
    pauseEverything(paused) {
      // A second pause goes on with the first.
      const at = everythingPaused && everythingPausedAt !== null ? everythingPausedAt : clock.now();
      return pause(EVERYTHING, paused, {
        statements: [
          statements.setSetting('everything-paused', paused ? '1' : '0'),
          ...(paused ? [statements.setSetting('everything-paused-at', String(at))] : []),
        ],
        entry: { kind: paused ? 'everything-paused' : 'everything-resumed', detail: {} },
        show() {
          everythingPaused = paused;
          everythingPausedAt = paused ? at : null;
        },
      });
    },
    pausedBecause: (id) => reasons.get(id),
    async pauseAgent(id, paused, reason) {
      const detail = reason === undefined ? {} : { reason };
      if (paused && reason !== undefined) reasons.set(id, reason);
      else reasons.delete(id);
      await pause(scopeOf('agent', agents.agent(id).id), paused, {
        statements: [statements.pauseAgent(id, paused)],
        entry: { kind: paused ? 'agent-paused' : 'agent-resumed', agentId: id, detail },
        show: () => void agents.replaceAgent({ ...agents.agent(id), paused }),
      });
      return agents.agent(id);
    },
    async pauseKey(id, paused) {
      const { revokedAt, agentId } = keys.key(id);
      if (revokedAt !== null)
        throw new PurserError('CONFLICT', `Sub-key ${id} is revoked, which is final. Issue a new one.`);
      await pause(scopeOf('key', id), paused, {
        statements: [statements.pauseSubKey(id, paused)],
        entry: { kind: paused ? 'sub-key-paused' : 'sub-key-resumed', agentId, subKeyId: id, detail: {} },
        show: () => void keys.replaceKey({ ...keys.key(id), paused }),
      });
      return keys.key(id);
    },
  };
}
