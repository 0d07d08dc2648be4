import type { CapView, StateView, SubKeyView } from '../../../shared/contract/views.ts';
import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';

export { capLevel } from '../../../shared/cap-level.ts';

/** What a cap still allows beyond what is spent and what running requests hold. Never negative. */
export function capRemaining(cap: CapView): Nanodollars {
  return nanodollarsOf(Math.max(0, cap.amount - cap.spent - cap.reserved));
}

/** True when its time is over: it is not revoked, but every request is refused. */
export function isExpired({ policy }: SubKeyView, now: number): boolean {
  return policy.expiresAt !== undefined && now >= policy.expiresAt;
}

/** What a sub-key can still spend in the running windows: its tightest cap decides. */
function keyRemaining(key: SubKeyView, now: number): Nanodollars {
  if (key.state !== 'active' || key.caps.length === 0 || isExpired(key, now)) return ZERO;
  return nanodollarsOf(Math.min(...key.caps.map(capRemaining)));
}

/** The most that can still be spent before the day ends, by all sub-keys that may spend at all. */
export function allowanceLeft(state: StateView, now: number): Nanodollars {
  if (state.everythingPaused) return ZERO;
  const paused = new Set(state.agents.filter((agent) => agent.paused).map((agent) => agent.id));
  return addMoney(...state.keys.filter((key) => !paused.has(key.agentId)).map((key) => keyRemaining(key, now)));
}
