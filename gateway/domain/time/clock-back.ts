const MINUTE_MS = 60_000;
/** A clock that shows an earlier day is the one that is wrong: Purser's first commit is of 2026-11-21. */
const FIRST_DAY = Date.parse('2026-01-01T00:00:00Z');

/**
 * Notices a clock that has gone back. Then the earlier time is believed: records with a later date get it, once, so
 * that they count in the windows of now and in no later one. Time servers move clocks by seconds: nothing changes.
 */
export interface ClockWatch {
  /** Takes the clock as it is read. @returns true when it is a minute or more behind the highest time believed */
  see(now: number): boolean;
  /** The highest time that is believed: nothing is dated later. */
  latest(): number;
}

/** @param now the clock at start, after records with a later date were dated at it */
export function createClockWatch(now: number): ClockWatch {
  let latest = now;
  return {
    see(at) {
      const isBack = isAhead(latest, at);
      latest = isBack ? at : Math.max(latest, at);
      return isBack;
    },
    latest: () => latest,
  };
}

/**
 * True where something is dated so far after `now` that the clock must have gone back. False for a clock that cannot be
 * believed.
 */
export function isAhead(at: number, now: number): boolean {
  return now >= FIRST_DAY && at - now >= MINUTE_MS;
}

/** The new date of a record that was dated `at`, when the clock is found at `now`. Within one minute nothing moves. */
export function dateBy(at: number, now: number): number {
  return at >= minuteAfter(now) ? now : at;
}

/** When the next minute begins. */
export function minuteAfter(now: number): number {
  return (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS;
}
