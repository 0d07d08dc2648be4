import type { JsonObject, RequestHeaders } from '../dialect.ts';

/**
 * True for Codex, which repeats a request that is refused with a status: six times and over several seconds, while its
 * person waits for the sentence. It gives up at once on a response that failed for good. Source: codex-rs/codex-api;
 * codex 0.169.0, run.
 */
export function isCodex({ originator }: RequestHeaders): boolean {
  return typeof originator === 'string' && /^codex[_-]/i.test(originator);
}

/**
 * True for a stream of Codex over HTTP. No other client gets a refusal in this way: the SDKs throw on a status only.
 */
export function wantsFailedResponse(headers: RequestHeaders): boolean {
  return isCodex(headers) && headers['accept'] === 'text/event-stream';
}

/**
 * A response that failed for good, as one event. Of the API's codes, Codex shows the sentence beside this one and does
 * not ask again.
 */
export function failedResponse(message: string): JsonObject {
  const error = { code: 'invalid_prompt', message };
  return {
    type: 'response.failed',
    sequence_number: 0,
    response: { id: 'resp_refused', object: 'response', status: 'failed', error, output: [] },
  };
}
