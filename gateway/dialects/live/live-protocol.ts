import type { Ask, AskFault, DialectId, ErrorKind, JsonObject, RequestHeaders, StreamMeter } from '../dialect.ts';

/** The kinds of work in a session that cost money by themselves: an answer, and the transcript of what was heard. */
export const LANES = ['answer', 'transcript'] as const;
export type Lane = (typeof LANES)[number];

/** One work of a session that has to be held before it can begin. */
export interface LiveAsk {
  readonly lane: Lane;
  /** Names it until it begins. */
  readonly key: string;
  readonly ask: Ask;
  /** Makes a meter that has seen nothing yet. */
  readonly meter: (ask: Ask) => StreamMeter;
}

/** A model of a session. */
export interface LiveModel {
  readonly model: string;
  /** Left out: it only hears. */
  readonly speaks?: true;
}

/** The meaning of a client's frame. */
export interface Heard {
  /** The work that it asks for. */
  readonly asks: readonly LiveAsk[];
  /** Models that it names: they must be allowed, and have a price. */
  readonly models: readonly LiveModel[];
  /**
   * Fields to set in it.
   * @param limit the limit to set on the output of what it asks for
   * @param standing that of what the provider begins by itself
   */
  readonly rewrite: (limit: number | undefined, standing: number | undefined) => JsonObject;
}

/** The meaning of a provider's frame for one work. */
export type News =
  /** It begins. `key`: of a {@link LiveAsk}. */
  | { readonly kind: 'begins'; readonly lane: Lane; readonly key: string; readonly id: string }
  | { readonly kind: 'goes-on'; readonly lane: Lane; readonly id: string }
  | { readonly kind: 'ends'; readonly lane: Lane; readonly id: string }
  /** It will not begin: the provider has refused it. */
  | { readonly kind: 'refused'; readonly key: string };

/** The key of work that the provider may begin by itself. */
export const STANDING = 'standing';

/** One session as far as money is concerned: what has been said, and what may be begun. */
export interface LiveTalk {
  /** The model of its answers; undefined until the client has named it. */
  model(): string | undefined;
  /** Reads a frame of the client, before it is sent on. */
  hear(frame: JsonObject, byteLength: number): Heard | AskFault;
  /** Reads a frame of the provider. */
  see(frame: JsonObject): readonly News[];
  /**
   * The work that the provider may begin without another frame of the client: it has to be held all the time. Its key
   * is {@link STANDING}. @param spoken tokens that running answers have shown
   * @param isBegun it has begun, whatever was said before
   * @returns undefined where there is none
   */
  standing(lane: Lane, spoken: number, isBegun?: boolean): LiveAsk | undefined;
  /** True if that work may have begun although nothing of it has shown. */
  mayHaveBegun(lane: Lane): boolean;
  /**
   * The frame that limits the answers which the provider begins by itself.
   * @param limit left out: as the client wants it
   * @returns undefined where that limit is set already
   */
  limitStanding(limit: number | undefined): string | undefined;
  /**
   * The frame that keeps the provider from beginning anything by itself.
   * @returns undefined where nothing can: it may have heard enough to begin already
   */
  mute(): string | undefined;
}

/** The beginning of a session. */
export interface LiveOpening {
  readonly query: URLSearchParams;
  readonly headers: RequestHeaders;
}

/** A protocol in which a model hears and speaks over one WebSocket. */
export interface LiveProtocol {
  /** The protocol of a refusal before the session is open. */
  readonly dialect: DialectId;
  /** The endpoint, as policies name it. */
  readonly endpoint: string;
  /** True for its path, without the provider's name and the version. */
  readonly matches: (path: string) => boolean;
  /** Its address at the provider, where that is not below the version of the other endpoints. */
  readonly address?: (baseUrl: string, path: string) => URL;
  /** Headers that its client cannot set, and has said in another way. */
  readonly headers?: (opening: LiveOpening) => RequestHeaders;
  readonly open: (opening: LiveOpening) => LiveTalk | AskFault;
  /**
   * A refusal, as its own server would send it.
   * @returns undefined where that server has no such frame, and closes the session with the sentence
   */
  readonly errorFrame: (kind: ErrorKind, code: string, message: string) => string | undefined;
}
