import { isObject } from '../read-json.ts';
import type { JsonObject, Operation } from '../dialect.ts';
import { countResponsesInput } from './count-input.ts';
import { findHostedTools } from './hosted-tools.ts';
import { createResponsesMeter } from './meter.ts';
import { readAskElsewhere, readResponsesAsk } from './read-ask.ts';
import { readResponsesUsage } from './read-usage.ts';

/** Creating a response. */
export const createResponse: Operation = {
  readAsk: readResponsesAsk,
  rewrite(body, ask, outputLimit) {
    const own = body['max_output_tokens'] ?? undefined;
    // A form of the request that Purser made may have a limit where the body has none.
    const limit = outputLimit ?? (own === undefined ? ask.outputLimit : undefined);
    return { ...(limit === undefined ? {} : { max_output_tokens: limit }), ...limitTools(body, (ask.rounds ?? 1) - 1) };
  },
  // In the background, the reply comes before the response is made. Nobody may ever fetch it, so it stays at its bound.
  readUsage: (reply, ask) => (['queued', 'in_progress'].includes(String(reply['status'])) ? undefined : readResponsesUsage(reply, ask)),
  createMeter: createResponsesMeter,
  countInput: countResponsesInput,
  // Its tools stand deeper down.
  nestedLimits: true,
};

/** The same at servers that are not OpenAI's. */
export const createResponseElsewhere: Operation = { ...createResponse, readAsk: readAskElsewhere };

/** The same in a frame of a WebSocket, where every reply is a stream. */
export const createResponseFrame: Operation = {
  ...createResponse,
  readAsk(call) {
    if (call.body['type'] !== 'response.create') return { fault: 'malformed', message: 'Purser passes on frames of the type "response.create" only.' };
    const ask = readResponsesAsk(call);
    return 'fault' in ask ? ask : { ...ask, stream: true };
  },
};

/** Every call was paid for: no more of them than that, and without any, the tools themselves are left out. */
function limitTools(body: JsonObject, calls: number): JsonObject {
  const { tools, inInput } = findHostedTools(body);
  if (tools.length + inInput.length === 0) return {};
  if (calls > 0) return body['max_tool_calls'] === calls ? {} : { max_tool_calls: calls };
  const listed: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  return { tools: listed.filter((tool) => !isObject(tool) || !tools.includes(tool)) };
}
