import type { IncomingHttpHeaders } from 'node:http';
import { failedResponse, isCodex } from '../../dialects/openai-responses/final-failure.ts';
import { openAiResponses } from '../../dialects/openai-responses/openai-responses.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import { statusFor } from '../../dialects/refusal-status.ts';
import { mayPassLater } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';

/**
 * A refusal as the API sends it over a WebSocket: the same error as over HTTP, in an event. The connection stays open.
 * Codex takes it for a failed response. Source: OpenAI API reference, "WebSocket events: error".
 * @param streamId the `stream_id` of the refused frame, if it has one
 * @param headers the headers of the connection
 */
export function errorFrame(refusal: Refusal, streamId: string | undefined, headers: IncomingHttpHeaders): string {
  const named = streamId !== undefined && { stream_id: streamId };
  if (isCodex(headers) && !mayPassLater(refusal))
    return JSON.stringify({ ...failedResponse(refusal.message), ...named });
  const { kind, code, message, retryAfterS } = refusal;
  const error = parseObject(openAiResponses.errorBody(kind, code, message))?.['error'];
  return JSON.stringify({
    type: 'error',
    status: statusFor(kind, headers),
    error,
    ...(retryAfterS !== undefined && { headers: { 'retry-after': String(retryAfterS) } }),
    ...named,
  });
}
