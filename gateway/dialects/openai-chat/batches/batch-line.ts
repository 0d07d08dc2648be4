import type { Ask, AskFault, Call, Operation } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';
import { createResponse } from '../../openai-responses/create-response.ts';
import { malformed, unbounded } from '../body-fields.ts';
import { chat } from '../chat.ts';
import { completions } from '../completions.ts';
import { embeddings } from '../embeddings.ts';

/**
 * Requests whose whole cost stands in the usage of their batch: of pictures and sound it has no parts. Source: OpenAI
 * API reference, "Create batch".
 */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  '/v1/responses': createResponse,
  '/v1/chat/completions': chat,
  '/v1/completions': completions,
  '/v1/embeddings': embeddings,
};

/** One line of the file of a batch, read like a request of its own. */
export const readBatchLine: Operation = {
  readAsk: readLine,
  rewrite: () => ({}),
  readUsage: () => undefined,
  nestedLimits: true,
};

function readLine(call: Call): Ask | AskFault {
  const { url, body } = call.body;
  const operation = typeof url === 'string' && Object.hasOwn(OPERATIONS, url) ? OPERATIONS[url] : undefined;
  if (!operation)
    return unbounded(
      `A batch of ${JSON.stringify(url)} does not report all that it costs. Send these requests one by one.`,
    );
  if (!isObject(body)) return malformed('Every line of the file of a batch must have a "body".');
  const ask = operation.readAsk({ ...call, body });
  if ('fault' in ask) return ask;
  if ((ask.rounds ?? 1) > 1 || ask.others)
    return unbounded(
      'A batch does not report the calls of hosted tools. Leave them out, or send the requests one by one.',
    );
  if (ask.tier !== undefined && !['auto', 'default', 'standard'].includes(ask.tier))
    return unbounded('A batch has a tier of its own. Leave "service_tier" out of its lines.');
  if (ask.media) return unbounded('A batch does not report its sound apart. Send the requests one by one.');
  return ask;
}
