import { formatUsd, nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { BrakeReason } from './brake-reason.ts';

const MINUTE_MS = 60_000;
/** The minutes that count as "right now". */
const BURST_MINUTES = 3;
/** The multiple of an agent's own past that is unusual. */
const UNUSUAL_TIMES = 8;
/** Below this in three minutes nothing is unusual. */
const SMALLEST_BURST = 1_000_000_000;
/** An agent without so many minutes of spending has no past to compare with. */
const ENOUGH_MINUTES = 30;
const MOST_MINUTES = 7 * 24 * 60;

/** Watches how fast an agent spends, against its own past. */
export interface VelocityBrake {
  /**
   * Takes what an agent spent in a stretch of the past that is over: known before this gateway started. Oldest first.
   */
  prime(
    agent: string,
    past: { readonly from: number; readonly lengthMs: number; readonly cost: Nanodollars; readonly requests: number },
  ): void;
  /** Takes a settled request. @returns why the brake should act, or undefined */
  see(agent: string, at: number, cost: Nanodollars): BrakeReason | undefined;
}

/** One agent's spending by minute, oldest first, and what is usual for it: known anew each minute, not each request. */
interface Pace {
  readonly minutes: Map<number, number>;
  minute: number;
  usual: number | undefined;
}

/** @see VelocityBrake. Begins without any past. */
export function createVelocityBrake(): VelocityBrake {
  const agents = new Map<string, Pace>();
  const paceOf = (agent: string): Pace => {
    const pace = agents.get(agent) ?? { minutes: new Map<number, number>(), minute: -1, usual: undefined };
    agents.set(agent, pace);
    return pace;
  };
  return {
    prime(agent, { from, lengthMs, cost, requests }) {
      const { minutes } = paceOf(agent);
      const first = Math.floor(from / MINUTE_MS);
      // The minutes are not on record: the most possible are assumed, one for each request.
      const count = Math.max(1, Math.min(Math.floor(lengthMs / MINUTE_MS), requests));
      for (let minute = first; minute < first + count; minute += 1)
        minutes.set(minute, (minutes.get(minute) ?? 0) + cost / count);
    },
    see(agent, at, cost) {
      const now = Math.floor(at / MINUTE_MS);
      const pace = paceOf(agent);
      if (pace.minute !== now) {
        pace.minute = now;
        pace.usual = usualOf(pace.minutes, now);
      }
      pace.minutes.set(now, (pace.minutes.get(now) ?? 0) + cost);
      let burst = 0;
      for (let minute = now; minute > now - BURST_MINUTES; minute -= 1) burst += pace.minutes.get(minute) ?? 0;
      const { usual } = pace;
      if (usual === undefined || burst < SMALLEST_BURST || burst / BURST_MINUTES < usual * UNUSUAL_TIMES)
        return undefined;
      const fact = {
        seen: 'haste',
        perMinute: nanodollarsOf(Math.round(burst / BURST_MINUTES)),
        usual: nanodollarsOf(Math.round(usual)),
      } as const;
      const text = `${formatUsd(fact.perMinute)} a minute, where ${formatUsd(fact.usual)} a minute is usual`;
      return { text, fact };
    },
  };
}

/** The usual spending of an agent in a minute in which it spends; older minutes than a week of these are dropped. */
function usualOf(minutes: Map<number, number>, now: number): number | undefined {
  for (const [minute] of minutes) {
    if (minutes.size <= MOST_MINUTES) break;
    minutes.delete(minute);
  }
  let past = 0;
  let count = 0;
  for (const [minute, spent] of minutes) {
    if (minute > now - BURST_MINUTES) continue;
    past += spent;
    count += 1;
  }
  return count < ENOUGH_MINUTES ? undefined : past / count;
}
