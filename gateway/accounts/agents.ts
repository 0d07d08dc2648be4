import { PurserError } from '../../shared/errors.ts';
import { agentIdSchema } from '../../shared/ids.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { AgentRecord } from '../ledger/records.ts';
import { statements } from '../ledger/statements.ts';
import { newId } from '../platform/new-id.ts';
import type { Clock, Random } from '../platform/ports.ts';

/** The agents: the identities that spend. */
export interface Agents {
  readonly agents: () => readonly AgentRecord[];
  /** @throws PurserError `NOT_FOUND` */
  agent(id: AgentId): AgentRecord;
  /** @throws PurserError `NOT_FOUND` */
  agentNamed(name: string): AgentRecord;
  /** @throws PurserError `CONFLICT` for a name that another agent has, ignoring case */
  addAgent(name: string): Promise<AgentRecord>;
}

/** The agents, for the modules that change one. */
export interface AgentList extends Agents {
  replaceAgent(next: AgentRecord): AgentRecord;
}

interface AgentsDeps {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: Random;
}

/** @see Agents */
export function createAgents({ ledger, clock, random }: AgentsDeps): AgentList {
  const agents = new Map(ledger.contents.agents.map((agent) => [agent.id, agent]));
  const all = (): readonly AgentRecord[] => [...agents.values()];
  const replaceAgent = (next: AgentRecord): AgentRecord => {
    agents.set(next.id, next);
    return next;
  };
  return {
    agents: all,
    agent(id) {
      const found = agents.get(id);
      if (!found) throw new PurserError('NOT_FOUND', `There is no agent ${id}. See \`purser agent list\`.`);
      return found;
    },
    agentNamed(name) {
      const found = all().find((candidate) => candidate.name === name);
      if (found) return found;
      const message = `There is no agent named "${name}". Add it first: purser agent add "${name}"`;
      throw new PurserError('NOT_FOUND', message);
    },
    async addAgent(name) {
      if (all().some((known) => known.name.toLowerCase() === name.toLowerCase()))
        throw new PurserError('CONFLICT', `There is already an agent named "${name}".`);
      const id = agentIdSchema.parse(newId(random, 'agt', 12));
      const record: AgentRecord = { id, name, createdAt: clock.now(), paused: false };
      // In memory first: a second call with the same name must find it while the commit is under way.
      replaceAgent(record);
      try {
        const entry = { at: record.createdAt, kind: 'agent-added', agentId: id, detail: { name } } as const;
        await ledger.write([statements.addAgent(record)], [entry]);
      } catch (error) {
        agents.delete(id);
        throw error;
      }
      return record;
    },
    replaceAgent,
  };
}
