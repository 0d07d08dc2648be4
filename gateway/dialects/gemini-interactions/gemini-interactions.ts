import { STATUS_OF } from '../dialect.ts';
import type { Dialect, ErrorKind } from '../dialect.ts';
import { gemini } from '../gemini/gemini.ts';

/** The code of each refusal, as this API writes those of google.rpc. Source: @google/genai 3.1, `ErrorT`. */
const CODE = {
  'invalid-request': 'invalid_argument',
  'unknown-sub-key': 'unauthenticated',
  'not-allowed': 'permission_denied',
  'not-found': 'not_found',
  'rate-limited': 'resource_exhausted',
  'too-large': 'invalid_argument',
  'unsupported-encoding': 'invalid_argument',
  'provider-unreachable': 'unavailable',
  'purser-fault': 'unavailable',
} as const satisfies Record<ErrorKind, string>;

/** Google's Interactions API: one request makes an interaction, which the provider may keep. */
export const geminiInteractions: Dialect = {
  id: 'gemini-interactions',
  errorBody: (kind, reason, message, status = STATUS_OF[kind]) =>
    JSON.stringify({ error: { code: CODE[kind], message, status, reason } }),
  streamError(code, message) {
    const error = { code, message };
    return `event: error\ndata: ${JSON.stringify({ event_type: 'error', error })}\n\n`;
  },
  heartbeat: gemini.heartbeat,
};
