import { STATUS_OF } from '../../dialects/dialect.ts';
import { openAiResponses } from '../../dialects/openai-responses/openai-responses.ts';
import { parseObject } from '../../dialects/read-json.ts';
import type { Denial } from '../reply.ts';

/**
 * A refusal as the API sends it over a WebSocket: the same error as over HTTP, in an event. The connection stays.
 * Source: OpenAI API reference, "WebSocket events: error".
 * @param lane the `stream_id` of the frame that is refused, where it has one
 */
export function errorFrame({ kind, code, message, retryAfterS }: Denial, lane: string | undefined): string {
  const error = parseObject(openAiResponses.errorBody(kind, code, message))?.['error'];
  return JSON.stringify({
    type: 'error',
    status: STATUS_OF[kind],
    error,
    ...(retryAfterS !== undefined && { headers: { 'retry-after': String(retryAfterS) } }),
    ...(lane !== undefined && { stream_id: lane }),
  });
}
