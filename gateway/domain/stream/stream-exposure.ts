/** The pace at which one stream makes tokens, as far as that is known before it begins. */
export interface StreamPace {
  /** No stream of this model is faster, in tokens a second; Infinity where nobody knows. */
  readonly most: number;
  /** Some of what it makes may never show (reasoning), and is billed all the same. */
  readonly hides: boolean;
}

/** The progress of a stream by now. Times are in milliseconds. */
export interface StreamProgress {
  /** Since the request was sent. */
  readonly elapsedMs: number;
  /** The part of this time in which nothing of the answer came, or only a summary of more. */
  readonly silentMs: number;
  /** The part of this time in which the answer came piece by piece. */
  readonly flowingMs: number;
  /** The part of this time in which nobody read the stream: its provider may have run ahead. */
  readonly unseenMs: number;
  /** Tokens of output that showed, at most. */
  readonly shown: number;
  /** The tokens of these that show its pace: the frame of a tool call comes at once, not word by word. */
  readonly paced: number;
}

/**
 * From the moment a stream is left until its provider has stopped: the way there through load balancers, and a step of
 * generation. An assumption, several times as long as measured; no provider publishes a figure. Twice as much for an
 * unknown server.
 */
const STOPPING_MS = { known: 250, unknown: 500 } as const;
/** Most tokens that a provider hands over in one go, however slow it is on the whole. */
const BURST = 64;
/** At an unknown server, less than this says nothing about its pace. */
const TELLING = { ms: 50, tokens: 24 } as const;
/**
 * Pieces come in clumps: a stream that has just begun is assumed to be ahead of its shown tokens by so many, in so
 * short a time at least.
 */
const CLUMP = { ms: 250, tokens: 16 } as const;
/** A stream may be faster while it is not read than it has shown. */
const PACE_MARGIN = 1.5;

/**
 * A pace that the stream surely keeps to by what it has shown, in tokens a millisecond. @returns undefined while
 * nothing can be said
 */
function paceShown({ flowingMs, shown, paced }: StreamProgress, { most }: StreamPace): number | undefined {
  if (most === Infinity)
    return flowingMs >= TELLING.ms && shown >= TELLING.tokens ? (PACE_MARGIN * shown) / flowingMs : undefined;
  return paced === 0 ? undefined : (PACE_MARGIN * (paced + CLUMP.tokens)) / Math.max(flowingMs, CLUMP.ms);
}

/**
 * The most tokens of output that a stream can have made by the time its provider has stopped, when it is stopped so
 * many milliseconds from now. Infinity where its pace is unknown. One stream makes one token after another: while its
 * answer flows, nothing else is made.
 */
export function mostOutputBy(sight: StreamProgress, pace: StreamPace, aheadMs: number): number {
  const { flowingMs, shown } = sight;
  // Where its highest pace is unknown, so are its hidden tokens.
  const seen =
    pace.most === Infinity ? paceShown(sight, pace) : flowingMs > CLUMP.ms ? (PACE_MARGIN * shown) / flowingMs : 0;
  if (seen === undefined || (pace.most === Infinity && pace.hides)) return Infinity;
  const perMs = Math.max(pace.most === Infinity ? 0 : pace.most / 1_000, seen);
  const stopMs = aheadMs + stoppingMs(pace);
  return madeBy(sight, { perMs, silentPerMs: perMs, unseenPerMs: perMs, hides: pace.hides, stopMs, burst: BURST });
}

/**
 * About how many tokens a stream has made that was left now: never fewer than it can have made at the pace that it
 * showed, with a margin; where it showed none, at the most that its provider can.
 */
export function outputWhenLeft(sight: StreamProgress, pace: StreamPace): number {
  const bound = mostOutputBy(sight, pace, 0);
  const perMs = paceShown(sight, pace);
  if (perMs === undefined || bound === Infinity) return bound;
  // While it was not read, it may have run at its highest pace; so may its thoughts, until its pace is known.
  const unseenPerMs = pace.most === Infinity ? perMs : Math.max(perMs, pace.most / 1_000);
  const silentPerMs = sight.flowingMs < CLUMP.ms ? unseenPerMs : perMs;
  const making = { perMs, silentPerMs, unseenPerMs, hides: pace.hides, stopMs: stoppingMs(pace), burst: 0 };
  return Math.min(bound, madeBy(sight, making));
}

interface Making {
  readonly perMs: number;
  readonly silentPerMs: number;
  readonly unseenPerMs: number;
  readonly hides: boolean;
  readonly stopMs: number;
  readonly burst: number;
}

/** The tokens that were made, shown and hidden ones: time bounds both together. */
function madeBy({ elapsedMs, silentMs, unseenMs, shown }: StreamProgress, making: Making): number {
  const { perMs, silentPerMs, unseenPerMs, hides, stopMs, burst } = making;
  const inTheDark = unseenMs * unseenPerMs + stopMs * perMs + burst;
  const bySight = shown + (hides ? silentMs * silentPerMs : 0);
  const byTime = (elapsedMs - unseenMs) * Math.max(perMs, silentPerMs);
  return Math.ceil(Math.max(shown, Math.min(bySight, byTime) + inTheDark));
}

function stoppingMs({ most }: StreamPace): number {
  return most === Infinity ? STOPPING_MS.unknown : STOPPING_MS.known;
}
