import type { Ledger } from '../ledger/ledger.ts';
import type { Clock, Random } from '../platform/ports.ts';
import { createAgentLife } from './life/agent-life.ts';
import type { AgentLife } from './life/agent-life.ts';
import { createAgents } from './agents.ts';
import type { Agents } from './agents.ts';
import type { Limits } from './limits.ts';
import { createPauses } from './pauses.ts';
import type { Pauses } from './pauses.ts';
import type { StopBook } from './stop-book.ts';
import { createSubKeys } from './sub-keys.ts';
import type { SubKeys } from './sub-keys.ts';

/**
 * The agents and their sub-keys: in memory for each request, in the ledger for good. A change is committed before it
 * shows. The exception is a stop (revoke, pause), which works at once and which no failure undoes: a stop that cannot
 * be written still works, and `stops` writes it as soon as possible.
 */
export interface Directory extends Agents, AgentLife, SubKeys, Pauses {}

interface DirectoryDeps {
  readonly ledger: Ledger;
  readonly stops: StopBook;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly random: Random;
}

/** @see Directory */
export function createDirectory(deps: DirectoryDeps): Directory {
  const [agentList, keyList] = [createAgents(deps), createSubKeys(deps)];
  const { replaceAgent: _replaceAgent, holdName: _holdName, remember: _remember, ...agents } = agentList;
  const { replaceKey: _replaceKey, ...keys } = keyList;
  const lists = { ...deps, agents: agentList, keys: keyList };
  return { ...agents, ...keys, ...createPauses(lists), ...createAgentLife(lists) };
}
