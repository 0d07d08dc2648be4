// Long because it is the port: everything that a dialect and the way of a request tell each other, in one place.
import type { CacheWrites, Extra, Media, TokenBound, TokenUsage } from '../domain/usage.ts';

export const DIALECT_IDS = [
  'openai-chat',
  'openai-responses',
  'anthropic-messages',
  'gemini',
  'gemini-interactions',
  'bedrock',
  'ollama',
] as const;
export type DialectId = (typeof DIALECT_IDS)[number];

export type JsonObject = Readonly<Record<string, unknown>>;

/** A request as an operation reads it. */
export interface Call {
  /** The JSON body; for a form, its text fields and the size and type of each file. */
  readonly body: JsonObject;
  readonly byteLength: number;
  /** The named parts of the path: `{ model: 'gemini-3-pro' }`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The headers of the request; left out where there are none that matter. */
  readonly headers?: RequestHeaders;
  /**
   * Most tokens that an earlier response and all before it have, where that is known: a request may go on from it by
   * its id.
   */
  readonly historyOf?: (responseId: string) => number | undefined;
  /** The model behind a name that a person has given it at the provider: a deployment. Left out: none has such a name. */
  readonly deployed?: (deployment: string) => { readonly model: string; readonly learned: boolean } | undefined;
  /** The lines of the file that it names, for an operation with an attachment; undefined where it cannot be had. */
  readonly lines?: readonly AttachedLine[];
}

/** A line of an attached file, which asks for something like a request of its own. */
export interface AttachedLine {
  /** The path that it is for. */
  readonly path: string;
  readonly ask: Ask;
}

/** A file at the provider that says what a request asks for. */
export interface Attachment {
  /** The path of the file at the provider, where reading costs nothing. @returns undefined when the body names none */
  readonly pathOf: (body: JsonObject) => string | undefined;
  /** Reads one line. */
  readonly line: Operation;
}

/** The terms of a request, as far as money is concerned. */
export interface Ask {
  readonly model: string;
  /** The deployment that it names, where no person has said which model that is: replies may tell. */
  readonly deployment?: string;
  readonly stream: boolean;
  /** Most tokens the provider can read from this body; `undefined` when only the model's context window bounds it. */
  readonly inputBound: number | undefined;
  /**
   * Most times that the provider may read the whole input, the first included: hosted tools make rounds. Left out:
   * once.
   */
  readonly rounds?: number;
  /** Over how many context windows the input is spread (a list of texts to embed). Left out: one. */
  readonly windows?: number;
  /** The dearest cache write that this request can cause. */
  readonly cacheWrites: CacheWrites;
  /** The request's own limit on output tokens, summed over all choices; `undefined` when it set none. */
  readonly outputLimit: number | undefined;
  /** The number of answers; in the request's own fields the output limit is for each of them. */
  readonly choices: number;
  /** Below this limit (per answer) the provider would refuse the request. */
  readonly smallestOutputLimit: number;
  /**
   * No field of the request can lower its output (a picture, a form): it is held whole or refused. Needs `outputLimit`.
   */
  readonly fixedOutput?: boolean;
  /** The provider may bill output that never appears on the wire (reasoning): what was seen proves no bound. */
  readonly hiddenOutput: boolean;
  /** It only gets ready for the next request: that it has read nothing is a figure. */
  readonly mayReadNothing?: boolean;
  /** It goes on when its stream is left, and is billed whole. */
  readonly outlivesStream?: boolean;
  /** The client did not ask for usage in its stream, so the extra event is kept from it. */
  readonly hideUsage: boolean;
  /** It is sent to an older version of its API, which knows neither `max_completion_tokens` nor `stream_options`. */
  readonly olderApi?: true;
  /** Media that it may read and write beside text; left out: none. */
  readonly media?: readonly Media[];
  /** Most tokens of its input that can be media: the rest is text. Left out: all of them. */
  readonly mediaInput?: number;
  /** Most that is billed on top of tokens, by kind. */
  readonly extras?: Partial<Readonly<Record<Extra, number>>>;
  /** Most that each token of its output may bring on top, by kind: searches that are billed by the query. */
  readonly extrasPerOutput?: Partial<Readonly<Record<Extra, number>>>;
  /** The service tier it asks for, where it names one. */
  readonly tier?: string;
  /** The most that a form with hosted tools uses when so many of its calls are made and so much is written. */
  readonly usedBy?: (calls: number, output: number) => Pick<Ask, 'inputBound' | 'rounds' | 'extras'>;
  /** Purser's limit on the calls of a form with hosted tools; left out where it sets none. */
  readonly callLimit?: number;
  /** Only where its stream can be stopped: nothing else keeps this form to what it is held for. */
  readonly mustBeStopped?: boolean;
  /** A form of this request that costs less (fewer calls of hosted tools), for when this one does not fit. */
  readonly cheaper?: Ask;
  /** The framing of its stream; left out: events. */
  readonly framing?: Framing;
  /** Passes that may be billed on top of it, each at the price of its own model. Left out: none. */
  readonly others?: readonly OtherPass[];
  /**
   * Models beside its own that may work on it: a sub-key that may not use them may not send it. Their tokens are in
   * {@link others}.
   */
  readonly otherModels?: readonly string[];
  /** Fields that this form of the request needs set in its body; left out: none. The person sees them. */
  readonly fields?: JsonObject;
  /** Most that one call of its hosted tools brings to read, in tokens; left out: only the model's window bounds it. */
  readonly callInput?: number;
  /**
   * Nothing in the request limits the calls of this form: they are counted in its stream, which ends before one that no
   * cap has room for. So it is only for streams that are held slice by slice. Left out: its bound holds by itself.
   */
  readonly watched?: true;
  /** A sentence that names another form of the request, which needs less money. Left out: there is none. */
  readonly wayOut?: string;
  /** Its stream shows every call of a hosted tool, and what it brings before that is read. */
  readonly showsCalls?: boolean;
  /** The request without the tools that run at its server: its reply is read as that of this one. */
  readonly plain?: Ask;
  /** Models of which one may serve it in the place of its own: it is held at the dearest, and billed as the one that did. */
  readonly insteadModels?: readonly string[];
  /**
   * The same request when its input is known to be no more than this. Left out: no bound but {@link inputBound} depends
   * on it.
   */
  readonly withInput?: (input: number) => Ask;
}

/** One more pass over a request: by the same model that shortens what it has read, or by another one. */
export interface OtherPass {
  readonly kind: 'compaction' | 'advisor' | 'fallback' | 'picture';
  readonly model: string;
  /** Most tokens that it reads and writes. */
  readonly input: number;
  readonly output: number;
  readonly cacheWrites: CacheWrites;
  readonly tier?: string;
  /** Media that it may read and write beside text; left out: none. */
  readonly media?: readonly Media[];
}

/** A body this dialect cannot read (`malformed`), or one whose cost has no bound Purser knows yet (`unbounded`). */
export interface AskFault {
  readonly fault: 'malformed' | 'unbounded';
  readonly message: string;
}

/**
 * One server-sent event, already split: `data` is joined as the standard says. In a JSON array, one item; of lines,
 * one.
 */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** The relay's treatment of an event. `last` is relayed only after the settlement is durable. */
export type EventVerdict = 'relay' | 'hide' | 'last';

/** Reads usage from a stream as it passes. Never throws: an event it cannot read is relayed as it came. */
export interface StreamMeter {
  see(event: StreamEvent): EventVerdict;
  /** The provider's own final figure; undefined until it came. */
  usage(): TokenUsage | undefined;
  /** Input the provider has reported so far, if it did. */
  inputSoFar(): TokenUsage | undefined;
  /**
   * The most that a request with hosted tools has used, by the events of its stream; above its bound where it has made
   * more calls than were held. Left out: its whole bound.
   * @param more calls that may have been begun since
   */
  boundSoFar?(bound: TokenBound, more: number): TokenBound;
  /**
   * The passes of a request that may have begun, by the events of its stream. Left out: all of them.
   * @param more calls that may have been begun since
   */
  othersSoFar?(more: number): readonly OtherPass[];
  /** Calls of hosted tools that the stream has shown. Left out: there are none. */
  hostedCalls?(): number;
  /** Bytes of output seen; every token is at least one byte, so this bounds the visible tokens. */
  outputBytes(): number;
  /**
   * Most tokens that were visibly made, for an estimate after the fact: by the letters of the text, and 64 for each
   * call of a tool. Never fewer than the events that carried output.
   */
  estimateVisible(): number;
  /** Events that carried output; every one is at least one token. */
  outputEvents(): number;
  /** The last event stands for more tokens than it shows: thoughts, of which only a summary shows. Left out: never. */
  hides?(): boolean;
  /** The id under which the provider keeps the answer, where it does. */
  responseId?(): string | undefined;
  /** The model that its frames name, where they do. */
  served?(): string | undefined;
  /** The code of a failure inside the stream, where it has one. */
  failureCode?(): unknown;
  /** The bytes that end the stream here as if the model had reached its limit: the SDKs return a truncated message. */
  truncation(): string;
  /** The provider reported a failure inside the stream. */
  failed(): boolean;
}

/** Posts to an endpoint of the same provider that costs nothing. @returns undefined when it does not answer well */
export type AskProvider = (path: string, body: JsonObject) => Promise<JsonObject | undefined>;

/**
 * Counts the tokens that a text has for a model, beside the event loop and within a deadline.
 * @returns undefined where nobody here knows the model's vocabulary, or where it took too long: then its bytes stand
 */
export type CountTokens = (text: string, model: string) => Promise<number | undefined>;

/** Work that a provider does later, and the results that it then has, one JSON object a line. */
export interface LaterWork {
  /** It is still being done. @param reply what the address of the work answers */
  readonly isOpen: (reply: JsonObject) => boolean;
  /** Where its results are, below its own address. */
  readonly results: string;
  /** @returns the usage of one result; 'unbilled' for what costs nothing; undefined for one that nobody can read */
  readonly readResult: (result: JsonObject, ask: Ask) => TokenUsage | 'unbilled' | undefined;
}

/** One thing that a protocol can do and that costs money: chat, embeddings, speech. */
export interface Operation {
  readonly readAsk: (call: Call) => Ask | AskFault;
  /**
   * Fields to set in the body so that the reply can be metered and stays within its bound. Empty: forward as it came.
   */
  readonly rewrite: (body: JsonObject, ask: Ask, outputLimitPerChoice: number | undefined) => JsonObject;
  /** Usage of a whole reply. @returns undefined when it has none, and then its cost is the bound */
  readonly readUsage: (reply: JsonObject, ask: Ask) => TokenUsage | undefined;
  /** Left out by what never streams. */
  readonly createMeter?: (ask: Ask, framing: Framing) => StreamMeter;
  /**
   * Counts the tokens of the input properly: before it is sent, when the cheap bound does not fit under a cap, or after
   * the fact, when the provider has not said how many they were.
   * @param askProvider calls a free endpoint of the same provider
   * @returns a bound that the provider will not exceed; undefined when nobody knows one
   */
  readonly countInput?: (call: Call, askProvider: AskProvider, countTokens: CountTokens) => Promise<number | undefined>;
  /** How the outcome of work is read that the provider does later; left out: as a later reply of the same form. */
  readonly later?: LaterWork;
  /** For replies that carry no usage because the request alone decides the bill. Exact. */
  readonly usageOfAsk?: (ask: Ask) => TokenUsage;
  /**
   * Its cost is bounded by fields below the outermost object of the body, so no object in it may hold a field twice.
   */
  readonly nestedLimits?: boolean;
  /** A file at the provider that is read first. Left out: its body says all. */
  readonly attachment?: Attachment;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

/** The meaning of a request path: `chat/completions`, `models/{model}:generateContent`, after an optional `v1/`. */
export interface Endpoint {
  readonly path: string;
  /** Another way to it, below the provider's root: policies and the ledger know it as `path` all the same. */
  readonly at?: string;
  readonly method: Method;
  readonly dialect: DialectId;
  /** The operation that it costs money for; left out by free calls (a model list), which pass without a reservation. */
  readonly operation?: Operation;
  /** The field in the reply of a free call that holds an address at the provider: the official SDK goes there next. */
  readonly link?: string;
  /** Its place, relative to the base URL; left out: that of its dialect. */
  readonly home?: string;
  /** The header in the reply of a free call that holds such an address. */
  readonly linkHeader?: string;
  /** Its path names its version itself, further on: `upload/{version}/files`. */
  readonly unversioned?: true;
  /**
   * It costs nothing and changes something for everybody: only a policy that names it lets it pass. In words, for the
   * refusal: `delete a model`.
   */
  readonly manages?: string;
  /** The format of its body: JSON, or `form` (multipart). */
  readonly body?: 'form';
  /** Its named parts may be encoded, with colons and a slash in them: ARNs. */
  readonly encodedParams?: true;
  /** It concerns a thing that the provider keeps for its whole account, and that belongs to whoever made it. */
  readonly kept?: KeptThing;
}

/** The part of an endpoint in the life of a thing that a provider keeps: a file, a batch, a skill. */
export interface KeptThing {
  readonly does: 'make' | 'list' | 'reach' | 'remove';
  /** The part of the path with its id; for a list, the most that the provider puts on one page. */
  readonly at?: string | number;
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

/**
 * HTTP status of each refusal. Cap used up, revoked and paused are 403: clients retry 401 and 429, and give up on 403.
 * For the tools that read a login into it: `statusFor` in refusal-status.ts.
 */
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

/** The headers of a request, by lower-case names. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The framing of a stream: server-sent events, the items of one JSON array, one JSON document a line, or Amazon's
 * binary frames, which are written here with one letter for each byte (latin1).
 */
export type Framing = 'events' | 'array' | 'lines' | 'frames';

/** One wire protocol: how it refuses, ends a stream and keeps a client patient, in its own words. */
export interface Dialect {
  readonly id: DialectId;
  /**
   * The JSON body of an error, as this protocol's own server would send it. @param status that it goes out with; left
   * out: that of {@link STATUS_OF}
   */
  readonly errorBody: (kind: ErrorKind, code: string, message: string, status?: number) => string;
  /**
   * The bytes that end a running stream with an error the SDKs report as such. @param begun whether an item has been
   * sent
   */
  readonly streamError: (code: string, message: string, framing: Framing, begun?: boolean) => string;
  /**
   * A whole stream, or the end of one, that refuses for good: some clients repeat a request that is refused in any
   * other way. Left out where there is no such client.
   * @param headers of its request
   * @returns undefined for all other clients
   */
  readonly lastWord?: (headers: RequestHeaders, message: string) => string | undefined;
  /** Bytes that mean nothing and keep a stream's client waiting before its first event. */
  readonly heartbeat: (framing: Framing) => string;
}
