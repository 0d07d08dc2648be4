import type { StreamProgress } from './stream-exposure.ts';

/** Keeps the time of one stream: when its answer flows, and when it is silent. */
export interface StreamWatch {
  /** The request is on its way: from now on something may be made of it. */
  sent(now: number): void;
  /**
   * @param shown tokens of output that have shown so far, at most
   * @param hides the piece stands for more tokens than it shows: a summary of thoughts
   */
  saw(now: number, shown: number, hides: boolean): void;
  /** The stream is not read from now on, until it is read again: meanwhile its provider may run ahead. */
  lookAway(now: number): void;
  lookAgain(now: number): void;
  /** The stream cannot be understood: from its beginning on, only time bounds its tokens. */
  lose(): void;
  /** Its provider was told to stop: no further time counts, however long its final report takes. */
  stop(now: number): void;
  sight(now: number): StreamProgress;
}

/**
 * Pieces of an answer come closer together than this, in milliseconds; in a longer gap something else may have been
 * made.
 */
const GAP_MS = 150;

/** Most tokens of one piece that count for the pace: the rest is framing, or a clump that has waited. */
const MOST_AT_ONCE = 32;

/** All times are milliseconds of a clock that never jumps, such as `performance.now`. */
export function createStreamWatch(): StreamWatch {
  let start: number | undefined;
  let last: number | undefined;
  let shown = 0;
  let paced = 0;
  let silentMs = 0;
  let flowingMs = 0;
  let unseenMs = 0;
  let awaySince: number | undefined;
  let unseenSinceLast = 0;
  let lost = false;
  let end = Infinity;
  /** The last piece was a summary: thoughts may have gone on until the next one. */
  let hid = false;
  return {
    sent(now) {
      start ??= now;
      last ??= now;
    },
    saw(at, tokens, hides) {
      const now = Math.min(at, end);
      start ??= now;
      if (tokens <= shown) return;
      if (!hides) paced += Math.min(tokens - shown, MOST_AT_ONCE);
      shown = tokens;
      const whole = now - (last ?? now);
      const gap = whole - unseenSinceLast;
      if (hides || hid || whole > GAP_MS) silentMs += gap;
      else flowingMs += gap;
      hid = hides;
      last = now;
      unseenSinceLast = 0;
    },
    lookAway: (now) => void (awaySince ??= Math.min(now, end)),
    lookAgain(at) {
      const now = Math.min(at, end);
      const ms = now - (awaySince ?? now);
      awaySince = undefined;
      unseenMs += ms;
      unseenSinceLast += ms;
    },
    lose: () => void (lost = true),
    stop: (now) => void (end = Math.min(end, now)),
    sight(at) {
      const now = Math.min(at, end);
      const elapsedMs = start === undefined ? 0 : now - start;
      if (lost) return { elapsedMs, silentMs: 0, flowingMs: 0, unseenMs: elapsedMs, shown, paced: 0 };
      const away = awaySince === undefined ? 0 : now - awaySince;
      const gap = last === undefined ? 0 : now - last - unseenSinceLast - away;
      return { elapsedMs, silentMs: silentMs + gap, flowingMs, unseenMs: unseenMs + away, shown, paced };
    },
  };
}
