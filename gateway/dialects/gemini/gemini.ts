import { STATUS_OF } from '../dialect.ts';
import type { Dialect, ErrorKind } from '../dialect.ts';

/**
 * The canonical code of each refusal. Source: google.rpc.Code, as the Gemini API's "Troubleshooting" page lists them.
 */
const STATUS_NAME = {
  'invalid-request': 'INVALID_ARGUMENT',
  'unknown-sub-key': 'UNAUTHENTICATED',
  'not-allowed': 'PERMISSION_DENIED',
  'not-found': 'NOT_FOUND',
  'rate-limited': 'RESOURCE_EXHAUSTED',
  'too-large': 'INVALID_ARGUMENT',
  'unsupported-encoding': 'INVALID_ARGUMENT',
  'provider-unreachable': 'UNAVAILABLE',
  'purser-fault': 'UNAVAILABLE',
} as const satisfies Record<ErrorKind, string>;

/** Google's own errors name the reason in one word in `details`. */
const errorOf = (kind: ErrorKind, reason: string, message: string, status: number = STATUS_OF[kind]): string =>
  JSON.stringify({
    error: {
      code: status,
      message,
      status: STATUS_NAME[kind],
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'purser' }],
    },
  });

/** Google's Gemini API. */
export const gemini: Dialect = {
  id: 'gemini',
  errorBody: errorOf,
  streamError(code, message, framing, begun = false) {
    const error = errorOf('not-allowed', code, message);
    if (framing === 'events') return `data: ${error}\n\n`;
    return `${begun ? ',' : '['}${error}]`;
  },
  // An empty line, not a comment: Google's SDK for Python takes every other line for JSON.
  heartbeat: () => '\n\n',
};
