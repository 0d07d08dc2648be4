import { bearerIn, isLimit, isObject } from '../reply-shape.ts';
import type { RefusalKind, ReplyShape, Turn } from '../reply-shape.ts';

const REFUSALS = {
  'rate-limited': [429, 'rate_limit_error'],
  'server-error': [500, 'api_error'],
  overloaded: [529, 'overloaded_error'],
  'wrong-key': [401, 'authentication_error'],
  'bad-request': [400, 'invalid_request_error'],
  'unknown-model': [404, 'not_found_error'],
  'not-found': [404, 'not_found_error'],
} as const satisfies Record<RefusalKind, readonly [number, string]>;

const event = (data: { readonly type: string } & Readonly<Record<string, unknown>>): string =>
  `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;

/** Anthropic messages. Source: Anthropic API reference, "Messages" and "Streaming messages". */
export const anthropicReplies: ReplyShape = {
  // Version 1 of the official SDK sends an API key as a bearer token; everything older, as x-api-key.
  keyIn: (headers) => (typeof headers['x-api-key'] === 'string' ? headers['x-api-key'] : bearerIn(headers)),
  readAsk(body, headers) {
    const { model, messages, stream, max_tokens: limit, tools } = body;
    if (headers['anthropic-version'] === undefined) return 'anthropic-version: header is required';
    if (typeof model !== 'string') return 'model: Field required';
    if (!isLimit(limit)) return 'max_tokens: Field required';
    if (!Array.isArray(messages) || messages.length === 0) return 'messages: at least one message is required';
    return {
      model,
      stream: stream === true,
      outputLimit: limit,
      choices: 1,
      streamUsage: true,
      mostSearches: mostSearchesIn(tools),
    };
  },
  refuse(kind, message) {
    const [status, type] = REFUSALS[kind];
    return { status, body: { type: 'error', error: { type, message }, request_id: 'req_simulated' } };
  },
  plain: (turn, text) => ({
    ...messageOf(turn),
    content: [{ type: 'text', text: text.join(''), citations: null }],
    stop_reason: stopOf(turn),
    ...(turn.noUsage ? {} : { usage: usageOf(turn, turn.outputTokens) }),
  }),
  begin: (turn) => [
    event({
      type: 'message_start',
      message: {
        ...messageOf(turn),
        content: [],
        stop_reason: null,
        ...(turn.noUsage ? {} : { usage: usageOf(turn, Math.min(1, turn.outputTokens)) }),
      },
    }),
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
    event({ type: 'ping' }),
  ],
  token: (_turn, text) => event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
  end: (turn) => [
    event({ type: 'content_block_stop', index: 0 }),
    event({
      type: 'message_delta',
      delta: { stop_reason: stopOf(turn), stop_sequence: null },
      ...(turn.noUsage
        ? {}
        : { usage: { ...inputUsageOf(turn), ...searchesOf(turn), output_tokens: turn.outputTokens } }),
    }),
    event({ type: 'message_stop' }),
  ],
  fail: () => [event({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded (simulated).' } })],
};

function mostSearchesIn(tools: unknown): number {
  const search: unknown = Array.isArray(tools)
    ? tools.find((tool) => isObject(tool) && String(tool['type']).startsWith('web_search_'))
    : undefined;
  if (!isObject(search)) return 0;
  return isLimit(search['max_uses']) ? search['max_uses'] : Infinity;
}

function searchesOf(turn: Turn) {
  return turn.searches === undefined ? {} : { server_tool_use: { web_search_requests: turn.searches } };
}

function messageOf(turn: Turn) {
  return { id: `msg_simulated_${turn.id}`, type: 'message', role: 'assistant', model: turn.model, stop_sequence: null };
}

/** Unlike OpenAI's, `input_tokens` leaves the cached ones out. */
function inputUsageOf(turn: Turn) {
  return {
    input_tokens: turn.plainInputTokens,
    cache_creation_input_tokens: turn.cacheWriteTokens,
    cache_read_input_tokens: turn.cacheReadTokens,
  };
}

function usageOf(turn: Turn, outputTokens: number) {
  return {
    ...inputUsageOf(turn),
    cache_creation: { ephemeral_5m_input_tokens: turn.cacheWriteTokens, ephemeral_1h_input_tokens: 0 },
    ...searchesOf(turn),
    output_tokens: outputTokens,
    service_tier: 'standard',
  };
}

function stopOf(turn: Turn): string {
  return turn.cut ? 'max_tokens' : 'end_turn';
}
