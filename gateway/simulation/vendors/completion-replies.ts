import { openAiReplies } from './openai-replies.ts';
import { isLimit, isObject } from '../reply-shape.ts';
import type { ReplyShape, Turn } from '../reply-shape.ts';

/** The provider's output limit for a request that sets none. */
const DEFAULT_LIMIT = 16;

const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;
const head = (turn: Turn) => ({
  id: `cmpl-simulated-${turn.id}`,
  object: 'text_completion',
  created: turn.created,
  model: turn.model,
});

/** OpenAI legacy completions. Source: OpenAI API reference, "The completion object". */
export const completionReplies: ReplyShape = {
  ...openAiReplies,
  readAsk(body) {
    const { model, prompt, stream, n, max_tokens: limit, stream_options: options } = body;
    if (typeof model !== 'string') return 'you must provide a model parameter';
    const prompts = Array.isArray(prompt) && typeof prompt[0] !== 'number' ? prompt.length : 1;
    return {
      model,
      stream: stream === true,
      outputLimit: isLimit(limit) ? limit : DEFAULT_LIMIT,
      choices: (isLimit(n) ? n : 1) * prompts,
      streamUsage: isObject(options) && options['include_usage'] === true,
    };
  },
  plain: (turn, text) => ({
    ...head(turn),
    choices: Array.from({ length: turn.choices }, (_, index) =>
      choice(index, text.filter((_word, token) => token % turn.choices === index).join(''), finishOf(turn)),
    ),
    usage: usageOf(turn),
  }),
  begin: () => [],
  token: (turn, text, index) => event({ ...head(turn), choices: [choice(index, text, null)] }),
  end: (turn) => [
    ...Array.from({ length: turn.choices }, (_, index) =>
      event({ ...head(turn), choices: [choice(index, '', finishOf(turn))] }),
    ),
    ...(turn.streamUsage ? [event({ ...head(turn), choices: [], usage: usageOf(turn) })] : []),
    'data: [DONE]\n\n',
  ],
};

function choice(index: number, text: string, finish: string | null) {
  return { text, index, logprobs: null, finish_reason: finish };
}

function usageOf({ plainInputTokens, cacheReadTokens, outputTokens }: Turn) {
  const prompt = plainInputTokens + cacheReadTokens;
  return { prompt_tokens: prompt, completion_tokens: outputTokens, total_tokens: prompt + outputTokens };
}

function finishOf({ cut }: Turn): string {
  return cut ? 'length' : 'stop';
}
