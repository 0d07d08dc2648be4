import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';

/** The things that one server adds to somebody else's protocol: fields, tools and models that search or choose. */
export interface ServerFeatures {
  /** The body without what only this server understands, for the protocol's own reader. */
  readonly plainBody: (body: JsonObject) => JsonObject;
  /** Bounds what a request asks of the server on top, or says why nothing bounds it. */
  readonly bound: (plain: Ask, call: Call) => Ask | AskFault;
  /**
   * Adds what only this server reports of a request. Left out: the protocol says it all.
   * @param reply the whole reply, or the last event of a stream that had a usage
   */
  readonly addUsage?: (usage: TokenUsage, reply: JsonObject, ask: Ask) => TokenUsage;
  /**
   * Keeps of an event of a stream what {@link addUsage} has to know at its end. Left out: the last one with a usage.
   * @returns undefined to keep nothing
   */
  readonly keep?: (kept: JsonObject | undefined, event: JsonObject) => JsonObject | undefined;
  /** True for an event of a stream that shows one more call of a hosted tool. Left out: its streams show none. */
  readonly showsCall?: (event: JsonObject) => boolean;
}
