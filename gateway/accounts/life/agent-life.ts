import { PurserError } from '../../../shared/errors.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { AuditKind } from '../../audit/entry.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { AgentRecord } from '../../ledger/records.ts';
import { statements } from '../../ledger/statements.ts';
import type { Clock } from '../../platform/ports.ts';
import { isOwn } from '../agents.ts';
import type { AgentList } from '../agents.ts';
import type { StopBook } from '../stop-book.ts';
import type { SubKeyList } from '../sub-keys.ts';
import { createTurns } from '../turns.ts';

/** What becomes of agents: another name, out of the way, part of another, deleted. Their history stays. */
export interface AgentLife {
  /** Its earlier name finds it too. @throws PurserError `CONFLICT` for a name that another agent has */
  renameAgent(id: AgentId, name: string): Promise<AgentRecord>;
  /** An archived agent is refused at once, and comes back as it was. */
  archiveAgent(id: AgentId, archived: boolean): Promise<AgentRecord>;
  /** Deletes an agent without usable sub-keys. Its name is free then. @throws PurserError `CONFLICT` */
  deleteAgent(id: AgentId): Promise<AgentRecord>;
  /**
   * Makes an agent part of another one: its sub-keys and what it has spent are that one's, whose policy holds.
   * @param show what else changes in the same moment in which that shows
   * @throws PurserError `CONFLICT` for one and the same, and for one that is deleted
   */
  mergeAgent(id: AgentId, into: AgentId, show: () => void): Promise<AgentRecord>;
}

interface AgentLifeDeps {
  readonly ledger: Ledger;
  readonly stops: StopBook;
  readonly clock: Clock;
  readonly agents: AgentList;
  readonly keys: SubKeyList;
}

/** @see AgentLife */
export function createAgentLife({ ledger, stops, clock, agents, keys }: AgentLifeDeps): AgentLife {
  const turns = createTurns();
  const entryOf = (kind: AuditKind, agentId: AgentId, detail: Readonly<Record<string, string>> = {}) => ({
    at: clock.now(),
    kind,
    agentId,
    detail,
  });
  const own = (id: AgentId): AgentRecord => {
    const found = agents.agent(id);
    if (found.id !== id || !isOwn(found)) throw new PurserError('CONFLICT', `${found.name} is deleted.`);
    return found;
  };
  return {
    renameAgent: (id, name) =>
      agents.holdName(name, id, async () => {
        const { name: before } = own(id);
        if (before === name) return agents.agent(id);
        const entry = entryOf('agent-renamed', id, { from: before, to: name });
        await ledger.write(statements.renameAgent(id, name, before), [entry]);
        agents.remember(before, id);
        return agents.replaceAgent({ ...agents.agent(id), name });
      }),
    async archiveAgent(id, archived) {
      const scope = scopeOf('agent', own(id).id);
      const at = archived ? clock.now() : null;
      const isNewest = turns.take(scope);
      const show = (): void => void agents.replaceAgent({ ...agents.agent(id), archivedAt: at });
      const change = {
        about: [scope],
        statements: [statements.archiveAgent(id, at)],
        entries: [entryOf(archived ? 'agent-archived' : 'agent-unarchived', id)],
      };
      if (archived) {
        show();
        await stops.hold(change);
      } else {
        await stops.write(change);
        if (isNewest()) show();
      }
      return agents.agent(id);
    },
    async deleteAgent(id) {
      const { name } = own(id);
      if (keys.keys().some((key) => key.agentId === id && key.revokedAt === null))
        throw new PurserError('CONFLICT', `${name} has a new sub-key. Delete it again.`);
      const at = clock.now();
      await ledger.write([statements.deleteAgent(id, at)], [entryOf('agent-deleted', id, { name })]);
      return agents.replaceAgent({ ...agents.agent(id), deletedAt: at });
    },
    async mergeAgent(id, into, show) {
      const [from, to] = [own(id), own(into)];
      if (id === into) throw new PurserError('CONFLICT', `${from.name} cannot be merged into itself.`);
      if (to.archivedAt !== null) throw new PurserError('CONFLICT', `${to.name} is archived. Bring it back first.`);
      const entry = entryOf('agent-merged', into, { merged: id, from: from.name, into: to.name });
      await ledger.write(statements.mergeAgent(id, into, from.name), [entry]);
      // In one step: no request may find one half of it.
      for (const one of agents.formerAgents())
        if (one.mergedInto === id) agents.replaceAgent({ ...one, mergedInto: into });
      agents.replaceAgent({ ...from, mergedInto: into });
      for (const key of keys.keys()) if (key.agentId === id) keys.replaceKey({ ...key, agentId: into });
      agents.remember(from.name, into);
      show();
      return agents.agent(into);
    },
  };
}
