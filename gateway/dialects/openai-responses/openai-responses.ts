import type { Dialect } from '../dialect.ts';
import { openAiChat } from '../openai-chat/openai-chat.ts';
import { failedResponse, wantsFailedResponse } from './final-failure.ts';

/** OpenAI Responses, over HTTP and over a WebSocket. */
export const openAiResponses: Dialect = {
  id: 'openai-responses',
  errorBody: openAiChat.errorBody,
  streamError(code, message) {
    // The reference has the fields beside `type`, the wire has been seen with them under `error`; readers exist of
    // both.
    const error = { type: 'permission_error', code, message, param: null };
    return `event: error\ndata: ${JSON.stringify({ ...error, type: 'error', sequence_number: 0, error })}\n\n`;
  },
  lastWord: (headers, message) =>
    wantsFailedResponse(headers)
      ? `event: response.failed\ndata: ${JSON.stringify(failedResponse(message))}\n\n`
      : undefined,
  // A comment: the standard says to ignore it, and the SDKs do. An event would need an id that only the provider knows.
  heartbeat: () => ': waiting\n\n',
};
