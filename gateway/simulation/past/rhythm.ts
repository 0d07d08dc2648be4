/** Least and most, both ends included; drawn anew each time. */
export type Range = readonly [least: number, most: number];

/** How an agent worked in the past three months. Hours are those of the person's clock. */
export interface Rhythm {
  /** Sessions that begin on a day. */
  readonly weekday: Range;
  readonly weekend: Range;
  /** The hours in which they begin. */
  readonly hours: Range;
  /** Requests of a session. */
  readonly requests: Range;
  /** From the end of a reply to the next request, in seconds. */
  readonly restSeconds: Range;
  /** Tokens of the first request of a session. */
  readonly contextTokens: Range;
  /** Tokens that each further request adds to it. */
  readonly growTokens: Range;
  readonly outputTokens: Range;
  /** It sends what it sent before, so that the provider's cache has it. */
  readonly caches: boolean;
  /** The models it used, the oldest era first; one is drawn for each session. */
  readonly eras: readonly Era[];
  /** The folders it worked in, the most used one first and more than once. */
  readonly projects: readonly string[];
  /** It was at work until the person began to look. */
  readonly atWork?: boolean;
  /** It has done nothing yet on the day on which the person looks. */
  readonly restsToday?: boolean;
  /** It has used up its cap of today, but for so many nano-dollars. */
  readonly leavesToday?: number;
}

/** The models of a stretch of time, which ends so many days before now. */
export interface Era {
  readonly untilDaysAgo: number;
  readonly models: readonly string[];
}
