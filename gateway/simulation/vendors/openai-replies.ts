import { bearerIn, isLimit, isObject } from '../reply-shape.ts';
import type { RefusalKind, ReplyShape, Turn } from '../reply-shape.ts';

/** The most tokens that a model writes, thoughts included. Source: developers.openai.com, "Models", 2026-11. */
export function mostOutputOf(model: string): number {
  return model.startsWith('gpt-4o') ? 16_384 : 128_000;
}

const REFUSALS = {
  'rate-limited': [429, 'requests', 'rate_limit_exceeded'],
  'server-error': [500, 'server_error', null],
  overloaded: [503, 'server_error', null],
  'wrong-key': [401, 'invalid_request_error', 'invalid_api_key'],
  'bad-request': [400, 'invalid_request_error', null],
  'unknown-model': [404, 'invalid_request_error', 'model_not_found'],
  'not-found': [404, 'invalid_request_error', 'unknown_url'],
} as const satisfies Record<RefusalKind, readonly [number, string, string | null]>;

const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;

/** OpenAI chat completions. Source: OpenAI API reference, "The chat completion (chunk) object". */
export const openAiReplies: ReplyShape = {
  keyIn: bearerIn,
  readAsk(body) {
    const { model, messages, stream, n } = body;
    if (typeof model !== 'string') return 'you must provide a model parameter';
    if (!Array.isArray(messages) || messages.length === 0) return "Missing required parameter: 'messages'.";
    const limits = [body['max_completion_tokens'], body['max_tokens']].filter(
      (limit) => limit !== undefined && limit !== null,
    );
    const options = body['stream_options'];
    return {
      model,
      stream: stream === true,
      outputLimit: Math.min(mostOutputOf(model), ...limits.filter(isLimit)),
      choices: isLimit(n) ? n : 1,
      limitOmitsThinking: isLimit(body['max_tokens']) && !isLimit(body['max_completion_tokens']),
      streamUsage: isObject(options) && options['include_usage'] === true,
    };
  },
  refuse(kind, message) {
    const [status, type, code] = REFUSALS[kind];
    return { status, body: { error: { message, type, param: null, code } } };
  },
  plain: (turn, text) => ({
    ...head(turn, 'chat.completion'),
    choices: eachChoice(turn).map((index) => ({
      index,
      message: {
        role: 'assistant',
        content: text.filter((_, token) => token % turn.choices === index).join(''),
        refusal: null,
        annotations: [],
      },
      logprobs: null,
      finish_reason: finishOf(turn),
    })),
    ...(turn.noUsage ? {} : { usage: usageOf(turn) }),
  }),
  begin: (turn) =>
    eachChoice(turn).map((index) => chunk(turn, index, { role: 'assistant', content: '', refusal: null })),
  token: (turn, content, choice) => chunk(turn, choice, { content }),
  end: (turn) => [
    ...eachChoice(turn).map((index) => chunk(turn, index, {}, finishOf(turn))),
    ...(turn.streamUsage && !turn.noUsage
      ? [event({ ...head(turn, 'chat.completion.chunk'), choices: [], usage: usageOf(turn) })]
      : []),
    'data: [DONE]\n\n',
  ],
};

function head(turn: Turn, object: string) {
  return {
    id: `chatcmpl-simulated-${turn.id}`,
    object,
    created: turn.created,
    model: turn.model,
    service_tier: 'default',
    system_fingerprint: 'fp_simulated',
  };
}

function chunk(turn: Turn, index: number, delta: object, finish: string | null = null): string {
  const choices = [{ index, delta, logprobs: null, finish_reason: finish }];
  return event({ ...head(turn, 'chat.completion.chunk'), choices, ...(turn.streamUsage ? { usage: null } : {}) });
}

function usageOf(turn: Turn) {
  const prompt = turn.plainInputTokens + turn.cacheReadTokens + turn.cacheWriteTokens;
  return {
    prompt_tokens: prompt,
    completion_tokens: turn.outputTokens,
    total_tokens: prompt + turn.outputTokens,
    prompt_tokens_details: { cached_tokens: turn.cacheReadTokens, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}

function eachChoice(turn: Turn): readonly number[] {
  return Array.from({ length: turn.choices }, (_, index) => index);
}

function finishOf(turn: Turn): string {
  return turn.cut ? 'length' : 'stop';
}
