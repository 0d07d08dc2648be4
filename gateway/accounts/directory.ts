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
 * Who may spend: agents and their sub-keys, in memory for the way of a request, in the ledger for good. Every change is
 * committed before it shows, except a stop (revoke, pause), which works at once and is undone by nothing: a stop that
 * cannot be written holds all the same, and `stops` writes it as soon as it can.
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
