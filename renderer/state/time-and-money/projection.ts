import type { SeriesView } from '../../../shared/contract/usage-views.ts';
import type { CapView, StateView } from '../../../shared/contract/views.ts';
import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { capLevel, capRemaining, isExpired } from '../../../shared/cap-level.ts';

const HOUR_MS = 3_600_000;
/** The stretch that the pace looks at: short enough to be about now, long enough that one request is no trend. */
const PACE_MS = HOUR_MS / 4;

/**
 * The pace of spending, in nano-dollars an hour, from the last quarter of an hour.
 * @param agentId one agent; everybody when left out
 */
export function paceOf({ points }: Pick<SeriesView, 'points'>, now: number, agentId?: string): Nanodollars {
  const recent = points.filter(({ at, group }) => at > now - PACE_MS && (agentId === undefined || group === agentId));
  return nanodollarsOf(addMoney(...recent.map(({ nanodollars }) => nanodollars)) * (HOUR_MS / PACE_MS));
}

/** A cap that would be reached if spending went on as it does. */
export interface Projection {
  /** The name of the agent or the provider whose cap it is; undefined when it is on everything. */
  readonly owner: string | undefined;
  readonly cap: CapView;
  /** Now, for one with nothing left. */
  readonly reachedAt: number;
}

/** The caps that the running windows will reach, as far as that is known. */
export interface Outlook {
  /** Soonest first. */
  readonly reached: readonly Projection[];
  /**
   * Agents and providers with a cap that may be reached. Of an agent's several sub-keys, and of several providers,
   * nobody knows which one the money goes through: their pace is known together only.
   */
  readonly unknown: readonly string[];
}

/** The moment a cap is reached at this pace; undefined when its window ends before, or when nothing is spent. */
export function reachedAt(cap: CapView, pace: Nanodollars, now: number): number | undefined {
  const remaining = capRemaining(cap);
  if (pace <= 0 || remaining <= 0) return undefined;
  const at = now + (remaining / pace) * HOUR_MS;
  // A rolling window gives back an unknown amount meanwhile, so it makes no promise beyond its own length.
  const until = cap.resetsAt ?? (cap.rolling ? now + HOUR_MS : Infinity);
  return at < until && at - now < FAR_MS ? Math.round(at) : undefined;
}

/** A date further away than this says nothing. */
const FAR_MS = 60 * 24 * HOUR_MS;

/** Looks at every cap of everything, of the providers, of the agents, and of their sub-keys. */
export function outlookOf(state: StateView, pace: Pick<SeriesView, 'points'>, now: number): Outlook {
  if (state.everythingPaused) return { reached: [], unknown: [] };
  const look = (owner: string | undefined, caps: readonly CapView[], speed: Nanodollars): readonly Projection[] =>
    caps.flatMap((cap) => {
      // Running requests hold the rest of a cap that is not full, and give most of it back: that is no end.
      const isOver = speed > 0 && capLevel(cap) === 'full' && capRemaining(cap) === 0;
      const at = isOver ? now : reachedAt(cap, speed, now);
      return at === undefined ? [] : [{ owner, cap, reachedAt: at }];
    });
  const ofAgents = state.agents.map((agent) => {
    const speed = agent.paused ? ZERO : paceOf(pace, now, agent.id);
    const usable = state.keys.filter(
      (key) => key.agentId === agent.id && key.state === 'active' && !isExpired(key, now),
    );
    const ofKeys = usable.flatMap(({ caps }) => look(agent.name, caps, speed));
    return partly(agent.name, look(agent.name, agent.caps, speed), ofKeys, usable.length === 1);
  });
  const whole = paceOf(pace, now);
  const ofProviders = state.providers.map(({ name, caps }) =>
    partly(name, [], look(name, caps, whole), state.providers.length === 1),
  );
  const all = [...ofProviders, ...ofAgents];
  const reached = [...look(undefined, state.everything.caps, whole), ...all.flatMap((of) => of.reached)];
  return {
    reached: reached.toSorted((left, right) => left.reachedAt - right.reachedAt),
    unknown: all.flatMap((of) => of.unknown),
  };
}

/** @param isKnown the pace that `perhaps` was found with is theirs, not one that they share with others */
function partly(name: string, sure: readonly Projection[], perhaps: readonly Projection[], isKnown: boolean): Outlook {
  if (isKnown) return { reached: [...sure, ...perhaps], unknown: [] };
  return { reached: sure, unknown: perhaps.length === 0 ? [] : [name] };
}
