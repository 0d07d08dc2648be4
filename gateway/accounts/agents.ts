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
  /** Those that a person sees every day: neither archived nor deleted, nor part of another. */
  readonly agents: () => readonly AgentRecord[];
  /** Those that were: archived, deleted, or part of another by now. */
  readonly formerAgents: () => readonly AgentRecord[];
  /** @returns the agent that it is part of by now, where it is @throws PurserError `NOT_FOUND` */
  agent(id: AgentId): AgentRecord;
  /** The ids under which one has spent: its own, and those of agents that are part of it. */
  idsOf(id: AgentId): readonly AgentId[];
  /**
   * An earlier name finds it too, where no other agent has it by now.
   * @throws PurserError `NOT_FOUND`, `CONFLICT` for one that is archived
   */
  agentNamed(name: string): AgentRecord;
  /** The same; undefined where there is none. @throws PurserError `CONFLICT` for one that is archived */
  findNamed(name: string): AgentRecord | undefined;
  /** @throws PurserError `CONFLICT` for a name that another agent has, ignoring case */
  addAgent(name: string): Promise<AgentRecord>;
}

/** The agents, for the modules that change one. */
export interface AgentList extends Agents {
  replaceAgent(next: AgentRecord): AgentRecord;
  /** Keeps a name for one agent while it is written. @throws PurserError `CONFLICT` for one that another has */
  holdName<T>(name: string, id: AgentId | undefined, work: () => Promise<T>): Promise<T>;
  /** From now on, this name finds the agent too. */
  remember(name: string, id: AgentId): void;
}

interface AgentsDeps {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: Random;
}

/** True for one that is neither deleted nor part of another: its name is its own. */
export function isOwn({ deletedAt, mergedInto }: AgentRecord): boolean {
  return deletedAt === null && mergedInto === null;
}

/** @see Agents */
export function createAgents({ ledger, clock, random }: AgentsDeps): AgentList {
  const agents = new Map(ledger.contents.agents.map((agent) => [agent.id, agent]));
  const earlierNames = new Map(ledger.contents.earlierNames);
  /** Names that are being written. */
  const held = new Set<string>();
  const all = (): readonly AgentRecord[] => [...agents.values()];
  const replaceAgent = (next: AgentRecord): AgentRecord => {
    agents.set(next.id, next);
    return next;
  };
  const find = (id: AgentId): AgentRecord | undefined => {
    const found = agents.get(id);
    const into = found?.mergedInto ?? null;
    return into === null ? found : agents.get(into);
  };
  const agent: Agents['agent'] = (id) => {
    const found = find(id);
    if (!found) throw new PurserError('NOT_FOUND', `There is no agent ${id}. See \`purser agent list\`.`);
    return found;
  };
  const holdName: AgentList['holdName'] = async (name, id, work) => {
    const wanted = name.toLowerCase();
    const other = all().find((known) => isOwn(known) && known.id !== id && known.name.toLowerCase() === wanted);
    if (other && other.archivedAt !== null) throw archived(other);
    if (other || held.has(wanted)) throw new PurserError('CONFLICT', `There is already an agent named "${name}".`);
    held.add(wanted);
    try {
      return await work();
    } finally {
      held.delete(wanted);
    }
  };
  const findNamed: Agents['findNamed'] = (name) => {
    const earlier = earlierNames.get(name.toLowerCase());
    const found =
      all().find((candidate) => isOwn(candidate) && candidate.name === name) ??
      (earlier === undefined ? undefined : find(earlier));
    if (!found || !isOwn(found)) return undefined;
    if (found.archivedAt !== null) throw archived(found);
    return found;
  };
  return {
    agents: () => all().filter((one) => isOwn(one) && one.archivedAt === null),
    formerAgents: () => all().filter((one) => !isOwn(one) || one.archivedAt !== null),
    agent,
    idsOf: (id) => all().flatMap((one) => (one.id === id || one.mergedInto === id ? [one.id] : [])),
    agentNamed(name) {
      const found = findNamed(name);
      if (found) return found;
      const message = `There is no agent named "${name}". Add it first: purser agent add "${name}"`;
      throw new PurserError('NOT_FOUND', message);
    },
    findNamed,
    addAgent: (name) =>
      holdName(name, undefined, async () => {
        const id = agentIdSchema.parse(newId(random, 'agt', 12));
        const record: AgentRecord = {
          id,
          name,
          createdAt: clock.now(),
          paused: false,
          archivedAt: null,
          deletedAt: null,
          mergedInto: null,
        };
        const entry = { at: record.createdAt, kind: 'agent-added', agentId: id, detail: { name } } as const;
        await ledger.write([statements.addAgent(record)], [entry]);
        return replaceAgent(record);
      }),
    replaceAgent,
    holdName,
    remember: (name, id) => void earlierNames.set(name.toLowerCase(), id),
  };
}

function archived({ name }: AgentRecord): PurserError {
  return new PurserError('CONFLICT', `${name} is archived. Bring it back first: purser agent archive "${name}" --undo`);
}
