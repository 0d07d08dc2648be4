import type { Ask, Operation } from '../dialect.ts';
import { meterWithFeatures } from './feature-meter.ts';
import type { ServerFeatures } from './server-features.ts';

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
