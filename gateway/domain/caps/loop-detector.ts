import type { BrakeReason } from './brake-reason.ts';

const MINUTE_MS = 60_000;
/** The same request so often within so long is a loop, not work. */
const LOOP_TIMES = 12;
const LOOP_MS = 10 * MINUTE_MS;
const LOOP: BrakeReason = {
  text: `${LOOP_TIMES} identical requests in ${LOOP_MS / MINUTE_MS} minutes`,
  fact: { seen: 'repeats', times: LOOP_TIMES, minutes: LOOP_MS / MINUTE_MS },
};
/** Different requests that are remembered for one agent. */
const MOST_DIFFERENT = 500;

/** Watches for an agent that sends the same request again and again. */
export interface LoopDetector {
  /** Takes a request by its fingerprint. @returns why the brake should act, or undefined */
  see(agent: string, fingerprint: string, at: number): BrakeReason | undefined;
  /** Forgets an agent's requests: it was resumed, and deserves a new start. */
  forget(agent: string): void;
}

/** @see LoopDetector. Begins without any request. */
export function createLoopDetector(): LoopDetector {
  const agents = new Map<string, Map<string, readonly number[]>>();
  return {
    see(agent, fingerprint, at) {
      const seen = agents.get(agent) ?? new Map<string, readonly number[]>();
      agents.set(agent, seen);
      const recent = (seen.get(fingerprint) ?? []).filter((time) => Math.abs(at - time) < LOOP_MS);
      // One more than make a loop shows that it was reported. Older ones would make each request slower than the last.
      const times = [...recent.slice(-LOOP_TIMES), at];
      // Deleted and set again, so that the map stays in the order of last use.
      seen.delete(fingerprint);
      seen.set(fingerprint, times);
      const [oldest] = seen.keys();
      if (seen.size > MOST_DIFFERENT && oldest !== undefined) seen.delete(oldest);
      return times.length === LOOP_TIMES ? LOOP : undefined;
    },
    forget: (agent) => void agents.delete(agent),
  };
}
