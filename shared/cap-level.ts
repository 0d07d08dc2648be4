import type { CapView, StateView, SubKeyView } from './contract/views.ts';
import { addMoney, nanodollarsOf, ZERO } from './money.ts';
import type { Nanodollars } from './money.ts';

/** How near a cap is to its end. */
export type CapLevel = 'calm' | 'high' | 'full';

const HIGH = 0.8;
const FULL = 0.95;

/**
 * By settled spend alone, so that a running request does not make it flicker. A cap is hardly ever used to the last
 * cent, because the request that would pass it is refused: the last twentieth counts as full.
 */
export function capLevel(cap: Pick<CapView, 'amount' | 'spent'>): CapLevel {
  const share = cap.spent / cap.amount;
  return share >= FULL ? 'full' : share >= HIGH ? 'high' : 'calm';
}

/** The rest of a cap, beyond what is spent and what running requests hold. Never negative. */
export function capRemaining(cap: CapView): Nanodollars {
  return nanodollarsOf(Math.max(0, cap.amount - cap.spent - cap.reserved));
}

/** True when its time is over: it is not revoked, but every request is refused. */
export function isExpired({ policy }: SubKeyView, now: number): boolean {
  return policy.expiresAt !== undefined && now >= policy.expiresAt;
}

/** The cap that is nearest to its end; the first of two that are as near. */
export function tightestCap(caps: readonly CapView[]): CapView | undefined {
  return caps.toSorted((left, right) => right.spent / right.amount - left.spent / left.amount)[0];
}

/** The most that a sub-key can still spend in the running windows: the tightest of its caps and its agent's decides. */
function keyRemaining(key: SubKeyView, ofAgent: readonly CapView[], now: number): Nanodollars {
  const caps = [...key.caps, ...ofAgent];
  if (key.state !== 'active' || caps.length === 0 || isExpired(key, now)) return ZERO;
  return nanodollarsOf(Math.min(...caps.map(capRemaining)));
}

/** An amount as far as these caps have room for it. */
function within(amount: Nanodollars, caps: readonly CapView[]): Nanodollars {
  return nanodollarsOf(Math.min(amount, ...caps.map(capRemaining)));
}

/**
 * The most that can still be spent in the running windows, by all sub-keys that may spend at all: within the caps of
 * each agent, of all providers where every one of them has a cap, and of everything.
 */
export function allowanceLeft(state: StateView, now: number): Nanodollars {
  if (state.everythingPaused) return ZERO;
  const ofAgents = state.agents
    .filter((agent) => !agent.paused)
    .map((agent) => {
      const keys = state.keys.filter((key) => key.agentId === agent.id);
      return within(addMoney(ZERO, ...keys.map((key) => keyRemaining(key, agent.caps, now))), agent.caps);
    });
  const total = addMoney(ZERO, ...ofAgents);
  const ofProviders = state.providers.map(({ caps }) => within(total, caps));
  const somewhere = ofProviders.length === 0 ? total : addMoney(ZERO, ...ofProviders);
  return within(nanodollarsOf(Math.min(total, somewhere)), state.everything.caps);
}
