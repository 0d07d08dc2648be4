import type { Dialect, ErrorKind } from '../dialect.ts';

const TYPE_OF = {
  'invalid-request': 'invalid_request_error',
  'unknown-sub-key': 'authentication_error',
  'not-allowed': 'permission_error',
  'not-found': 'not_found_error',
  'rate-limited': 'rate_limit_error',
  'too-large': 'request_too_large',
  'unsupported-encoding': 'invalid_request_error',
  'provider-unreachable': 'api_error',
  'purser-fault': 'api_error',
} as const satisfies Record<ErrorKind, string>;

const errorOf = (type: string, code: string, message: string): string =>
  JSON.stringify({ type: 'error', error: { type, message, code } });

/** The type that status 402 goes with. Source: `ErrorType` of @anthropic-ai/sdk, 2026-11-30. */
const typeOf = (kind: ErrorKind, status?: number): string => (status === 402 ? 'billing_error' : TYPE_OF[kind]);

/** Anthropic messages. */
export const anthropicMessages: Dialect = {
  id: 'anthropic-messages',
  errorBody: (kind, code, message, status) => errorOf(typeOf(kind, status), code, message),
  streamError: (code, message) => `event: error\ndata: ${errorOf('permission_error', code, message)}\n\n`,
  heartbeat: () => 'event: ping\ndata: {"type":"ping"}\n\n',
};
