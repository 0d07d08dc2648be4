import type { Clock } from '../../platform/ports.ts';

/** A clock that stands in the past until it is released, so that a simulation can have a history. */
export interface PastClock extends Clock {
  /** Its distance from the present, in milliseconds. */
  behindMs(): number;
  /** Moves it on; never past the present. */
  advance(milliseconds: number): void;
  /** From now on it is the clock it was made of. */
  catchUp(): void;
}

/** Makes a clock that stands `behindMs` milliseconds before `clock`. It never runs backward. */
export function createPastClock(clock: Clock, behindMs: number): PastClock {
  let at: number | undefined = clock.now() - behindMs;
  return {
    now: () => Math.min(at ?? Infinity, clock.now()),
    behindMs: () => (at === undefined ? 0 : Math.max(0, clock.now() - at)),
    advance(milliseconds) {
      if (at !== undefined) at += Math.max(0, milliseconds);
    },
    catchUp() {
      at = undefined;
    },
  };
}
