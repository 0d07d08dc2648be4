import type { Dialect, ErrorKind, JsonObject } from '../dialect.ts';
import { isObject } from '../read-json.ts';
import { createOpenAiMeter } from './meter.ts';
import { readOpenAiAsk } from './read-ask.ts';
import { readOpenAiUsage } from './read-usage.ts';

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

const errorOf = (type: string, code: string, message: string): string => JSON.stringify({ error: { message, type, param: null, code } });

/** OpenAI chat completions, as OpenAI and compatible servers speak it. */
export const openAiChat: Dialect = {
  id: 'openai-chat',
  readAsk: readOpenAiAsk,
  rewrite(body, ask, outputLimitPerChoice) {
    const options = isObject(body['stream_options']) ? body['stream_options'] : {};
    return {
      ...(ask.hideUsage ? { stream_options: { ...options, include_usage: true } } : {}),
      ...(outputLimitPerChoice === undefined ? {} : limitOutput(body, outputLimitPerChoice)),
    };
  },
  readUsage: (reply) => readOpenAiUsage(reply['usage']),
  createMeter: createOpenAiMeter,
  errorBody: (kind, code, message) => errorOf(TYPE_OF[kind], code, message),
  streamError: (code, message) => `data: ${errorOf('permission_error', code, message)}\n\n`,
};

/** The limit goes where the request already has one: compatible servers may know only the older name. */
function limitOutput(body: JsonObject, limit: number): JsonObject {
  const named = ['max_completion_tokens', 'max_tokens'].filter((field) => body[field] !== undefined && body[field] !== null);
  return Object.fromEntries((named.length > 0 ? named : ['max_completion_tokens']).map((field) => [field, limit]));
}
