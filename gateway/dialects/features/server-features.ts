import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject, Operation } from '../dialect.ts';
import { meterWithFeatures } from './feature-meter.ts';

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

/** The same operation at a server with features of its own. */
export function withFeatures(operation: Operation, features: ServerFeatures): Operation {
  const { plainBody, bound, addUsage } = features;
  const { countInput, createMeter } = operation;
  return {
    ...operation,
    readAsk(call) {
      const plain = operation.readAsk({ ...call, body: plainBody(call.body) });
      return 'fault' in plain ? plain : bound(plain, call);
    },
    // The limit on the output may be one of the fields, and money may allow less.
    rewrite: (body, ask, outputLimit) => ({ ...ask.fields, ...operation.rewrite(body, ask, outputLimit) }),
    readUsage(reply, ask) {
      const usage = operation.readUsage(reply, asRead(ask));
      return usage && addUsage ? addUsage(usage, reply, ask) : usage;
    },
    ...(countInput && {
      countInput: (call, askProvider, countTokens) =>
        countInput({ ...call, body: plainBody(call.body) }, askProvider, countTokens),
    }),
    ...(createMeter && {
      createMeter: (ask, framing) => meterWithFeatures(createMeter(asRead(ask), framing), ask, features),
    }),
    // Its features stand deeper down.
    nestedLimits: true,
  };
}

/** A request as its reply is read: the calls that it was held for are no usage. */
function asRead(ask: Ask): Ask {
  if (!ask.plain) return ask;
  const { extras: _extras, ...rest } = ask;
  const { choices, extras } = ask.plain;
  return { ...rest, choices, ...(extras && { extras }) };
}
