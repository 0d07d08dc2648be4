import { isLimit, isObject } from '../reply-shape.ts';
import type { RefusalKind, ReplyShape, Turn } from '../reply-shape.ts';

const REFUSALS = {
  'rate-limited': [429, 'RESOURCE_EXHAUSTED'],
  'server-error': [500, 'INTERNAL'],
  overloaded: [503, 'UNAVAILABLE'],
  'wrong-key': [400, 'INVALID_ARGUMENT'],
  'bad-request': [400, 'INVALID_ARGUMENT'],
  'unknown-model': [404, 'NOT_FOUND'],
  'not-found': [404, 'NOT_FOUND'],
} as const satisfies Record<RefusalKind, readonly [number, string]>;

/** The model and the method in a path: `/v1beta/models/gemini-2.5-flash:generateContent`. */
export const GEMINI_PATH = /^\/v1(?:beta|alpha)?\/models\/([^/:]+):(\w+)$/;
const MODEL_OUTPUT = 65_536;

/** Events of a server-sent stream, or items of a JSON array: the comma stands before every item but the first. */
const item = (turn: Turn, data: unknown, first = false): string =>
  turn.array ? `${first ? '[' : '\n,\n'}${JSON.stringify(data)}` : `data: ${JSON.stringify(data)}\n\n`;

/** Google's Gemini API. Source: ai.google.dev API reference, "GenerateContentResponse". */
export const geminiReplies: ReplyShape = {
  keyIn: (headers) => (typeof headers['x-goog-api-key'] === 'string' ? headers['x-goog-api-key'] : undefined),
  readAsk(body, _headers, url) {
    const [path = '', query] = url.split('?');
    const [, model, method] = GEMINI_PATH.exec(path) ?? [];
    const config = body['generationConfig'] ?? body['generation_config'];
    const { maxOutputTokens: limit = MODEL_OUTPUT, candidateCount: choices = 1 } = isObject(config) ? config : {};
    if (model === undefined) return 'models/ is required';
    if (!isLimit(limit) || limit > MODEL_OUTPUT || !isLimit(choices))
      return `maxOutputTokens must be from 1 to ${MODEL_OUTPUT}`;
    if (body['contents'] === undefined) return 'contents is not specified';
    const stream = method === 'streamGenerateContent';
    return {
      model,
      stream,
      outputLimit: limit,
      choices,
      streamUsage: true,
      array: stream && new URLSearchParams(query).get('alt') !== 'sse',
    };
  },
  refuse(kind, message) {
    const [code, status] = REFUSALS[kind];
    return {
      status: code,
      body: {
        error: {
          code,
          message: kind === 'wrong-key' ? 'API key not valid. Please pass a valid API key.' : message,
          status,
        },
      },
    };
  },
  plain: (turn, text) => ({
    ...reply(
      turn,
      eachChoice(turn).map((index) => ({
        content: content(text.filter((_, at) => at % turn.choices === index).join('')),
        finishReason: finishOf(turn),
        index,
      })),
    ),
    ...usage(turn, turn.outputTokens),
  }),
  begin: (turn) => [
    item(
      turn,
      {
        ...reply(
          turn,
          eachChoice(turn).map((index) => ({ content: content(''), index })),
        ),
        ...usage(turn, 0),
      },
      true,
    ),
  ],
  token: (turn, text, index) => item(turn, { ...reply(turn, [{ content: content(text), index }]), ...usage(turn, 0) }),
  end: (turn) => [
    item(turn, {
      ...reply(
        turn,
        eachChoice(turn).map((index) => ({ content: content(''), finishReason: finishOf(turn), index })),
      ),
      ...usage(turn, turn.outputTokens),
    }),
    ...(turn.array ? ['\n]\n'] : []),
  ],
  fail: (turn) => [
    item(turn, { error: { code: 503, message: 'The model is overloaded (simulated).', status: 'UNAVAILABLE' } }),
    ...(turn.array ? [']'] : []),
  ],
};

function reply(turn: Turn, candidates: readonly unknown[]) {
  return { candidates, modelVersion: turn.model, responseId: `simulated-${turn.id}` };
}

function content(text: string) {
  return { parts: [{ text }], role: 'model' };
}

/** Counts that are 0 are left out, as on the real wire. Before the end, output is not counted yet. */
function usage(turn: Turn, output: number) {
  if (turn.noUsage) return {};
  const prompt = turn.plainInputTokens + turn.cacheReadTokens;
  const { cacheReadTokens: cached, reasoningTokens: thoughts = 0 } = turn;
  const candidates = Math.max(0, output - thoughts);
  return {
    usageMetadata: {
      promptTokenCount: prompt,
      ...(candidates > 0 ? { candidatesTokenCount: candidates } : {}),
      totalTokenCount: prompt + output,
      ...(cached > 0
        ? { cachedContentTokenCount: cached, cacheTokensDetails: [{ modality: 'TEXT', tokenCount: cached }] }
        : {}),
      promptTokensDetails: [{ modality: 'TEXT', tokenCount: prompt }],
      ...(thoughts > 0 && output > 0 ? { thoughtsTokenCount: thoughts } : {}),
    },
  };
}

function eachChoice(turn: Turn): readonly number[] {
  return Array.from({ length: turn.choices }, (_, index) => index);
}

function finishOf(turn: Turn): string {
  return turn.cut ? 'MAX_TOKENS' : 'STOP';
}
