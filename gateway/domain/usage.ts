/**
 * What a provider says a request used, in tokens. `input` is everything read, cached or not;
 * the cache parts are shares of it, never on top. 0 means the provider said 0.
 */
export interface TokenUsage {
  readonly input: number;
  readonly cacheRead: number;
  /** All cache writes, of which {@link cacheWriteHour} were written for one hour. */
  readonly cacheWrite: number;
  readonly cacheWriteHour: number;
  /** Everything generated, reasoning included. */
  readonly output: number;
}

export const NO_USAGE: TokenUsage = { input: 0, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 0 };

/** What a request can use at most, in tokens. */
export interface TokenBound {
  readonly input: number;
  readonly output: number;
  /** The dearest way in which input can be written to a cache; left out: for an hour, the dearest there is. */
  readonly cacheWrites?: CacheWrites;
}

/** What a request asks its provider to write to a cache: nothing, the ordinary lifetime, or up to an hour. */
export type CacheWrites = 'none' | 'short' | 'hour';
