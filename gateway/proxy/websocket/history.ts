import type { SocketResponse } from './socket-response.ts';

/**
 * The lengths of the responses on one connection: the next response continues one by its id, and its input is bounded
 * by that length.
 */
export interface History {
  remember(responseId: unknown, response: Pick<SocketResponse, 'length'>): void;
  /** @returns undefined for a response that was made elsewhere */
  of(responseId: string): number | undefined;
}

/** A provider keeps the latest response of each `stream_id`, and accepts at most 32 of them. */
const MOST_KEPT = 64;

export function createHistory(): History {
  const lengths = new Map<string, number>();
  return {
    remember(responseId, response) {
      const oldest = lengths.keys().next().value;
      if (lengths.size >= MOST_KEPT && oldest !== undefined) lengths.delete(oldest);
      if (typeof responseId === 'string') lengths.set(responseId, response.length());
    },
    of: (responseId) => lengths.get(responseId),
  };
}
