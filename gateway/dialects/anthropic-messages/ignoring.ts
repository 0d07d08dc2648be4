import type { Call, Operation } from '../dialect.ts';

/** The same operation at a server that is known to ignore some fields: nothing is held for what they ask for. */
export function ignoring(operation: Operation, fields: readonly string[]): Operation {
  return {
    ...operation,
    readAsk: (call) => operation.readAsk(without(call, fields)),
  };
}

function without(call: Call, fields: readonly string[]): Call {
  const kept = Object.entries(call.body).filter(([name]) => !fields.includes(name));
  return { ...call, body: Object.fromEntries(kept) };
}
