import type { Dialect, ErrorKind } from '../dialect.ts';

const TYPE_OF = {
  'invalid-request': 'invalid_request_error',
  'unknown-sub-key': 'authentication_error',
  'not-allowed': 'permission_error',
  'not-found': 'invalid_request_error',
  'rate-limited': 'rate_limit_error',
  'too-large': 'invalid_request_error',
  'unsupported-encoding': 'invalid_request_error',
  'provider-unreachable': 'api_error',
  'purser-fault': 'api_error',
} as const satisfies Record<ErrorKind, string>;

const errorOf = (type: string, code: string, message: string): string =>
  JSON.stringify({ error: { message, type, param: null, code } });

/** OpenAI chat completions and what goes with them, as OpenAI and compatible servers speak it. */
export const openAiChat: Dialect = {
  id: 'openai-chat',
  errorBody: (kind, code, message) => errorOf(TYPE_OF[kind], code, message),
  streamError: (code, message) => `data: ${errorOf('permission_error', code, message)}\n\n`,
  // A comment: the standard says to ignore it, and the SDKs do.
  heartbeat: () => ': waiting\n\n',
};
