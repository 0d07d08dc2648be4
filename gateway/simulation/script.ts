import type { IncomingHttpHeaders } from 'node:http';

/** One request as the simulated provider saw it. */
export interface SimulatedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The bytes as they came, as text; decompressed when they were compressed. */
  readonly body: string;
}

/** The provider's behaviour for one request. An empty script makes an ordinary, quick, complete reply. */
export interface Script {
  /** Whole input, cached tokens included. Left out: a quarter of the body's bytes. */
  readonly inputTokens?: number;
  readonly cacheReadTokens?: number;
  /** Anthropic only. */
  readonly cacheWriteTokens?: number;
  /** Tokens that the model wants to write for each choice; the request's own limit cuts them. */
  readonly outputTokens?: number;
  /** Goes on although the request's own limit is reached. */
  readonly ignoresLimit?: boolean;
  /** The number of these that are thought and not shown. */
  readonly reasoningTokens?: number;
  /** Thoughts on top, hidden: `max_tokens` of a chat request does not limit them, and `max_completion_tokens` does. */
  readonly thinksBeside?: number;
  /** Goes on to the end when its client has left, and charges it. */
  readonly finishes?: boolean;
  /** Goes on for so many milliseconds when its client has left, and charges them. */
  readonly stopMs?: number;
  /** Reports an input of 0, and charges the true one. */
  readonly saysNoInput?: boolean;
  /** Web searches that it wants to make, where the request lets it. Responses only. */
  readonly webSearches?: number;
  /** Its words, a token each; left out, words of several bytes. Digits and punctuation are tokens of one byte. */
  readonly words?: readonly [string, ...string[]];
  readonly firstByteMs?: number;
  readonly tokenMs?: number;
  /** Refuses, in the dialect's own shape and status. Costs nothing. */
  readonly fault?: SimulatedFault;
  /** Seconds in `Retry-After`, with a fault. */
  readonly retryAfter?: number;
  /** Answers 200 with bytes that are neither JSON nor events. */
  readonly garbage?: boolean;
  /** Begins one more answer after each, which nobody has asked for. Realtime only. */
  readonly repeats?: boolean;
  /** A complete reply without usage. */
  readonly noUsage?: boolean;
  /** Takes the request and never sends a byte. */
  readonly silent?: boolean;
  /** Stops after so many tokens and keeps the connection open. */
  readonly hangAfterTokens?: number;
  /** Reports a failure after so many tokens: an error inside the stream where the dialect has one. */
  readonly failAfterTokens?: number;
  /** Destroys the socket after so many tokens. */
  readonly destroyAfterTokens?: number;
  /** Cuts its output at random bytes, also inside characters. */
  readonly splitBytes?: boolean;
  /** Ends event lines with CR LF. */
  readonly crlf?: boolean;
  /** Compresses its output, whatever the request accepts. */
  readonly encoding?: Encoding;
  /** Says so, and sends it plain all the same. */
  readonly liesAboutEncoding?: boolean;
}

export const ENCODINGS = ['gzip', 'deflate', 'br', 'zstd'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const SIMULATED_FAULTS = ['rate-limited', 'server-error', 'overloaded'] as const;
export type SimulatedFault = (typeof SIMULATED_FAULTS)[number];

/** One script for all requests, or one chosen for each. */
export type ScriptChoice = Script | ((request: SimulatedRequest) => Script);
