import type { Random } from '../platform/ports.ts';
import type { PastClock } from './past-clock.ts';
import { between, sendOne } from './simulated-agents.ts';
import type { SimulatedAgent } from './simulated-agents.ts';

interface PastOptions {
  /** Those that were already at work. */
  readonly agents: readonly SimulatedAgent[];
  readonly random: Random;
  readonly clock: PastClock;
  readonly signal: AbortSignal;
}

const MINUTE_MS = 60_000;

/**
 * Lets the agents have worked until now: busy for some minutes, quiet for some, each request over real HTTP but at
 * the clock's time, so that the page opens on a chart instead of an empty one. Resolves with the clock caught up.
 */
export async function simulatePast({ agents, random, clock, signal }: PastOptions): Promise<void> {
  const busy = agents.map(() => ({ until: 0, working: false }));
  for (let minute = Math.floor(clock.behindMs() / MINUTE_MS); minute > 0 && !signal.aborted; minute -= 1) {
    await Promise.all(
      agents.map(async (agent, index) => {
        const spell = busy[index];
        if (spell === undefined) return;
        if (clock.now() >= spell.until) {
          spell.working = !spell.working;
          spell.until = clock.now() + between(random, spell.working ? [6, 14] : [1, 4]) * MINUTE_MS;
        }
        const count = spell.working ? between(random, [1, 3]) : 0;
        for (let sent = 0; sent < count; sent += 1) await sendOne(agent, random, signal).catch(() => false);
      }),
    );
    clock.advance(clock.behindMs() - (minute - 1) * MINUTE_MS);
  }
  clock.catchUp();
}
