import type { SeriesView } from '../../shared/contract/usage-views.ts';
import type { CapView, StateView } from '../../shared/contract/views.ts';
import { addMoney, nanodollarsOf, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { capLevel, capRemaining, isExpired } from './allowance.ts';

const HOUR_MS = 3_600_000;
/** How far back the pace looks: short enough to be about now, long enough that one request is no trend. */
const PACE_MS = HOUR_MS / 4;

/**
 * How fast money is being spent, in nano-dollars an hour, from the last quarter of an hour.
 * @param agentId one agent; everybody when left out
 */
export function paceOf({ points }: Pick<SeriesView, 'points'>, now: number, agentId?: string): Nanodollars {
  const recent = points.filter(({ at, group }) => at > now - PACE_MS && (agentId === undefined || group === agentId));
  return nanodollarsOf(addMoney(...recent.map(({ nanodollars }) => nanodollars)) * (HOUR_MS / PACE_MS));
}

/** A cap that would be reached if spending went on as it does. */
export interface Projection {
  /** The name of the agent whose cap it is; undefined when it is on everything. */
  readonly agent: string | undefined;
  readonly cap: CapView;
  readonly reachedAt: number;
}

/** When a cap is reached at this pace; undefined when its window ends before that, or when nothing is spent. */
export function reachedAt(cap: CapView, pace: Nanodollars, now: number): number | undefined {
  const remaining = capRemaining(cap);
  if (pace <= 0 || remaining <= 0) return undefined;
  const at = now + (remaining / pace) * HOUR_MS;
  // What a rolling window gives back meanwhile is unknown here, so it makes no promise beyond its own length.
  const until = cap.resetsAt ?? (cap.rolling ? now + HOUR_MS : Infinity);
  return at < until && at - now < FAR_MS ? Math.round(at) : undefined;
}

/** A date further away than this says nothing. */
const FAR_MS = 60 * 24 * HOUR_MS;

/** The caps that would be reached, soonest first. */
export function projections(state: StateView, pace: Pick<SeriesView, 'points'>, now: number): readonly Projection[] {
  if (state.everythingPaused) return [];
  const found: Projection[] = [];
  const look = (agent: string | undefined, caps: readonly CapView[], speed: Nanodollars): void => {
    for (const cap of caps) {
      // One that counts as used up is no news: what is left of it is too little for a request.
      const at = capLevel(cap) === 'full' ? undefined : reachedAt(cap, speed, now);
      if (at !== undefined) found.push({ agent, cap, reachedAt: at });
    }
  };
  look(undefined, state.everything.caps, paceOf(pace, now));
  for (const agent of state.agents) {
    const speed = agent.paused ? ZERO : paceOf(pace, now, agent.id);
    const usable = state.keys.filter((key) => key.agentId === agent.id && key.state === 'active' && !isExpired(key, now));
    look(agent.name, agent.caps, speed);
    // Of several sub-keys nobody knows which one spends: their pace is known together only.
    if (usable.length === 1) look(agent.name, usable[0]?.caps ?? [], speed);
  }
  return found.toSorted((left, right) => left.reachedAt - right.reachedAt);
}
