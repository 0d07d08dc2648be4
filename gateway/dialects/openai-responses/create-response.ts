import type { Operation } from '../dialect.ts';
import { countResponsesInput } from './count-input.ts';
import { createResponsesMeter } from './meter.ts';
import { readCompatibleAsk, readResponsesAsk } from './read-ask.ts';
import { readResponsesUsage } from './read-usage.ts';

/** Creating a response. */
export const createResponse: Operation = {
  readAsk: readResponsesAsk,
  rewrite({ max_tool_calls: own }, { callLimit }, outputLimit) {
    return {
      ...(outputLimit === undefined ? {} : { max_output_tokens: outputLimit }),
      ...(callLimit === undefined || callLimit === own ? {} : { max_tool_calls: callLimit }),
    };
  },
  // In the background, the reply comes before the response is made. Nobody may ever fetch it, so it stays at its bound.
  readUsage: (reply, ask) =>
    ['queued', 'in_progress'].includes(String(reply['status'])) ? undefined : readResponsesUsage(reply, ask),
  createMeter: createResponsesMeter,
  countInput: countResponsesInput,
  // Its tools stand deeper down.
  nestedLimits: true,
};

/** The same at servers that are not OpenAI's. */
export const createCompatibleResponse: Operation = { ...createResponse, readAsk: readCompatibleAsk };

/** The same in a frame of a WebSocket, where every reply is a stream. */
export const createResponseFrame: Operation = {
  ...createResponse,
  readAsk(call) {
    if (call.body['type'] !== 'response.create')
      return { fault: 'malformed', message: 'Purser passes on frames of the type "response.create" only.' };
    // Fields stand beside the type. A server that looked for them in here would read other limits than Purser has.
    if (call.body['response'] !== undefined)
      return {
        fault: 'malformed',
        message:
          'The field "response" belongs to what a provider sends. Write the fields of the request beside its "type".',
      };
    return readResponsesAsk({ ...call, body: { ...call.body, stream: true } });
  },
};
