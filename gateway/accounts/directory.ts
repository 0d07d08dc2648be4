import type { Ledger } from '../ledger/ledger.ts';
import type { Clock, Random } from '../platform/ports.ts';
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
export interface Directory extends Agents, SubKeys, Pauses {}

interface DirectoryDeps {
  readonly ledger: Ledger;
  readonly stops: StopBook;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly random: Random;
}

/** @see Directory */
export function createDirectory(deps: DirectoryDeps): Directory {
  const { replaceAgent, ...agents } = createAgents(deps);
  const { replaceKey, ...keys } = createSubKeys(deps);
  const pauses = createPauses({ ...deps, agents: { ...agents, replaceAgent }, keys: { ...keys, replaceKey } });
  return { ...agents, ...keys, ...pauses };
}
