import type { CacheWrites, TokenUsage } from '../domain/usage.ts';

export type DialectId = 'openai-chat' | 'anthropic-messages';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What a request asks for, as far as money is concerned. */
export interface Ask {
  readonly model: string;
  readonly stream: boolean;
  /** Most tokens the provider can read from this body; `undefined` when only the model's context window bounds it. */
  readonly inputBound: number | undefined;
  /** The dearest cache write that this request can cause. */
  readonly cacheWrites: CacheWrites;
  /** The request's own limit on output tokens, summed over all choices; `undefined` when it set none. */
  readonly outputLimit: number | undefined;
  /** How many answers were asked for; the output limit is per answer in the request's own fields. */
  readonly choices: number;
  /** Below this limit (per answer) the provider would refuse the request. */
  readonly smallestOutputLimit: number;
  /** The provider may bill output that never appears on the wire (reasoning): what was seen proves no bound. */
  readonly hiddenOutput: boolean;
  /** The client did not ask for usage in its stream, so the extra event is kept from it. */
  readonly hideUsage: boolean;
}

/** A body this dialect cannot read (`malformed`), or one whose cost has no bound Purser knows yet (`unbounded`). */
export interface AskFault {
  readonly fault: 'malformed' | 'unbounded';
  readonly message: string;
}

/** One server-sent event, already split: `data` is joined as the standard says. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** What the relay does with an event. `last` is relayed only after the settlement is durable. */
export type EventVerdict = 'relay' | 'hide' | 'last';

/** Reads usage from a stream as it passes. Never throws: an event it cannot read is relayed as it came. */
export interface StreamMeter {
  see(event: StreamEvent): EventVerdict;
  /** The provider's own final figure; undefined until it came. */
  usage(): TokenUsage | undefined;
  /** Input the provider has reported so far, if it did. */
  inputSoFar(): TokenUsage | undefined;
  /** Bytes of output seen; every token is at least one byte, so this bounds the visible tokens. */
  outputBytes(): number;
  /** Events that carried output; every one is at least one token. */
  outputEvents(): number;
  /** The bytes that end the stream here as if the model had reached its limit: the SDKs return a truncated message. */
  truncation(): string;
  /** The provider reported a failure inside the stream. */
  failed(): boolean;
}

export type ErrorKind =
  | 'invalid-request'
  | 'unknown-sub-key'
  | 'not-allowed'
  | 'rate-limited'
  | 'not-found'
  | 'too-large'
  | 'unsupported-encoding'
  | 'provider-unreachable'
  | 'purser-fault';

/** HTTP status of each refusal. Cap used up, revoked and paused are 403: clients retry 401 and 429, and give up on 403. */
export const STATUS_OF = {
  'invalid-request': 400,
  'unknown-sub-key': 401,
  'not-allowed': 403,
  'not-found': 404,
  'rate-limited': 429,
  'too-large': 413,
  'unsupported-encoding': 415,
  'provider-unreachable': 502,
  'purser-fault': 503,
} as const satisfies Record<ErrorKind, number>;

/** One wire protocol: read the request, read usage from the reply, refuse and end in its own words. */
export interface Dialect {
  readonly id: DialectId;
  /** @param byteLength size of the body, the first bound on its tokens */
  readAsk(body: JsonObject, byteLength: number): Ask | AskFault;
  /** Fields to set in the body so that the reply can be metered and stays within its bound. Empty: forward as it came. */
  rewrite(body: JsonObject, ask: Ask, outputLimitPerChoice: number | undefined): JsonObject;
  readUsage(reply: JsonObject): TokenUsage | undefined;
  createMeter(ask: Ask): StreamMeter;
  /** The JSON body of an error, as this protocol's own server would send it. */
  errorBody(kind: ErrorKind, code: string, message: string): string;
  /** The bytes that end a running stream with an error the SDKs report as such. */
  streamError(code: string, message: string): string;
}
