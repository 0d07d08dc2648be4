import type { StreamSight } from './stream-exposure.ts';

/** Keeps the time of one stream: when its answer flows, and when it is silent. */
export interface StreamWatch {
  /** The request is on its way: from now on something may be made of it. */
  sent(now: number): void;
  /**
   * @param shown tokens of output that have shown so far, at most
   * @param hides what came stands for more than it is: a summary of thoughts
   */
  saw(now: number, shown: number, hides: boolean): void;
  sight(now: number): StreamSight;
}

/** Pieces of an answer come closer together than this, in milliseconds; in a longer gap something else may have been made. */
const GAP_MS = 150;

/** Of what comes in one piece, so many tokens count for the pace: the rest is framing, or a clump that has waited. */
const MOST_AT_ONCE = 32;

/** All times are milliseconds of a clock that never jumps, such as `performance.now`. */
export function createStreamWatch(): StreamWatch {
  let start: number | undefined;
  let last: number | undefined;
  let shown = 0;
  let paced = 0;
  let silentMs = 0;
  let flowingMs = 0;
  return {
    sent(now) {
      start ??= now;
      last ??= now;
    },
    saw(now, tokens, hides) {
      start ??= now;
      if (tokens <= shown) return;
      paced += Math.min(tokens - shown, MOST_AT_ONCE);
      shown = tokens;
      const gap = now - (last ?? now);
      if (hides || gap > GAP_MS) silentMs += gap;
      else flowingMs += gap;
      last = now;
    },
    sight(now) {
      const gap = last === undefined ? 0 : now - last;
      return { elapsedMs: start === undefined ? 0 : now - start, silentMs: silentMs + gap, flowingMs, shown, paced };
    },
  };
}
