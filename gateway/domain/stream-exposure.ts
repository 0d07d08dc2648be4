/** How one stream makes tokens, as far as that is known before it does. */
export interface StreamPace {
  /** No stream of this model is faster, in tokens a second; Infinity where nobody knows. */
  readonly most: number;
  /** Some of what it makes may never show (reasoning), and is billed all the same. */
  readonly hides: boolean;
}

/** What a stream has shown by now. Times are in milliseconds. */
export interface StreamSight {
  /** Since the request was sent. */
  readonly elapsedMs: number;
  /** Of them, those in which nothing of the answer came, or only what stands for more than it is. */
  readonly silentMs: number;
  /** Of them, those in which the answer came piece by piece. */
  readonly flowingMs: number;
  /** Tokens of output that showed, at most. */
  readonly shown: number;
}

/**
 * From the moment a stream is left until its provider has stopped: the way there through load balancers, and a step of
 * generation. An assumption, with a margin of several times what was seen; nobody publishes a figure.
 */
const STOPPING_MS = 500;
/** What a provider may hand over in one go, in tokens, however slow it is on the whole. */
const BURST = 64;
/** Less than this says nothing about how fast more comes: in milliseconds, where a bound of the pace is known and where none is. */
const PACE_KNOWN_MS = { bounded: 250, unbounded: 50 } as const;
const PACE_KNOWN_TOKENS = 24;
/** A stream may go faster where nobody looks than where it shows. */
const PACE_MARGIN = 1.5;

/** The pace that a stream has shown, with a margin, in tokens a millisecond. @returns undefined while it has not shown enough */
function paceSeen({ flowingMs, shown }: StreamSight, { most }: StreamPace): number | undefined {
  const known = flowingMs >= (most < Infinity ? PACE_KNOWN_MS.bounded : PACE_KNOWN_MS.unbounded) && shown >= PACE_KNOWN_TOKENS;
  return known ? (PACE_MARGIN * shown) / flowingMs : undefined;
}

/**
 * The most tokens of output that a stream can have made by the time its provider has stopped, when it is told to so many
 * milliseconds from now. Infinity where nothing is known of its pace. One stream makes one token after another: while its
 * answer flows, nothing else is made.
 */
export function mostOutputBy(sight: StreamSight, pace: StreamPace, aheadMs: number): number {
  const { elapsedMs, silentMs, shown } = sight;
  const seen = paceSeen(sight, pace);
  // Where nobody knows how fast it can be, nobody knows what it hides.
  if (pace.most === Infinity && (pace.hides || seen === undefined)) return Infinity;
  const perMs = Math.max(pace.most === Infinity ? 0 : pace.most / 1_000, seen ?? 0);
  const hidden = pace.hides ? silentMs * perMs : 0;
  const all = shown + hidden + (aheadMs + STOPPING_MS) * perMs + BURST;
  // Whatever shows and whatever hides: time bounds both together.
  return Math.ceil(Math.max(shown, Math.min(all, (elapsedMs + aheadMs + STOPPING_MS) * perMs + BURST)));
}

/**
 * About how many tokens a stream has made that was left now: never fewer than it can have made at the pace that it showed,
 * with a margin; where it showed none, at the most that its provider can.
 */
export function outputWhenLeft(sight: StreamSight, pace: StreamPace): number {
  const bound = mostOutputBy(sight, pace, 0);
  const perMs = paceSeen(sight, pace);
  if (perMs === undefined || bound === Infinity) return bound;
  const hidden = pace.hides ? sight.silentMs * perMs : 0;
  return Math.min(bound, Math.ceil(sight.shown + hidden + STOPPING_MS * perMs));
}
