import { capLevel } from '../../../shared/cap-level.ts';
import type { CapLevel } from '../../../shared/cap-level.ts';
import type { AgentView, CapView, StateView, SubKeyView } from '../../../shared/contract/views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';

/** A cap, and what it is on. */
export interface ScopedCap {
  readonly scope: PolicyScope;
  readonly cap: CapView;
}

const RANK = { calm: 0, high: 1, full: 2 } as const satisfies Record<CapLevel, number>;

/** How near the nearest of all caps is to its end; those of revoked and expired sub-keys are history. */
export function worstLevel({ everything, providers, agents, keys }: StateView, now: number): CapLevel {
  const owners = [everything, ...providers, ...agents, ...keys.filter((key) => isLiving(key, now))];
  return owners.flatMap(({ caps }) => caps).reduce<CapLevel>((worst, cap) => worse(worst, capLevel(cap)), 'calm');
}

function isLiving({ state, policy }: SubKeyView, now: number): boolean {
  return state !== 'revoked' && (policy.expiresAt === undefined || policy.expiresAt > now);
}

function worse(left: CapLevel, right: CapLevel): CapLevel {
  return RANK[right] > RANK[left] ? right : left;
}

/**
 * The cap that stops an agent first, of its own and those of its sub-keys: the fullest level, then the least that is
 * left.
 */
export function tightestCap(agent: AgentView, keys: StateView['keys'], now: number): ScopedCap | undefined {
  const own = agent.caps.map((cap) => ({ scope: scopeOf('agent', agent.id), cap }));
  const ofKeys = keys
    .filter((key) => key.agentId === agent.id && isLiving(key, now))
    .flatMap((key) => key.caps.map((cap) => ({ scope: scopeOf('key', key.id), cap })));
  return [...own, ...ofKeys].toSorted((left, right) => tightness(left.cap, right.cap))[0];
}

function tightness(left: CapView, right: CapView): number {
  return RANK[capLevel(right)] - RANK[capLevel(left)] || left.amount - left.spent - (right.amount - right.spent);
}
