import { findUnboundedFeature } from '../usage/unbounded-feature.ts';
import { countByTokenizer } from '../tokens/count-tokens.ts';
import type { Ask, AskFault, Call, Operation } from '../dialect.ts';
import { FRAME_TOKENS } from '../openai-models.ts';
import { isObject } from '../json/read-json.ts';
import { countOf, isLimit, isSwitch, malformed, modelOf, NO_MODEL, NO_STREAM, unbounded } from './body-fields.ts';
import { readChatUsage } from './chat.ts';
import { createOpenAiMeter } from './meter.ts';

/** Legacy completions: text in, text out. Source: OpenAI API reference, "Completions". */
export const completions: Operation = {
  readAsk,
  rewrite(body, ask, outputLimitPerChoice) {
    const options = isObject(body['stream_options']) ? body['stream_options'] : {};
    return {
      ...(ask.hideUsage ? { stream_options: { ...options, include_usage: true } } : {}),
      ...(outputLimitPerChoice === undefined ? {} : { max_tokens: outputLimitPerChoice }),
    };
  },
  readUsage: readChatUsage,
  createMeter: (ask) => createOpenAiMeter(ask, readChatUsage, 'text_completion'),
  countInput: (call, _askProvider, countTokens) => countByTokenizer(readAsk, call, countTokens),
  // A search that is switched off is so deeper down.
  nestedLimits: true,
};

function readAsk({ body, byteLength }: Call): Ask | AskFault {
  const { prompt, stream, max_tokens: limit, stream_options: options } = body;
  const model = modelOf(body);
  if (model === undefined) return malformed(NO_MODEL);
  const feature = findUnboundedFeature(model, body);
  if (feature !== undefined) return unbounded(feature);
  if (!isSwitch(stream)) return malformed(NO_STREAM);
  const [answers, tried] = [countOf(body['n']), countOf(body['best_of'])];
  if (answers === undefined || tried === undefined)
    return malformed('The fields "n" and "best_of" must be whole numbers from 1 up.');
  if (limit !== undefined && limit !== null && !isLimit(limit))
    return malformed('The field "max_tokens" must be a whole number from 1 up.');
  const prompts = countTexts(prompt);
  // Every try is generated and billed, not only the best ones.
  const choices = prompts * Math.max(answers, tried);
  return {
    model,
    stream: stream === true,
    inputBound: byteLength + FRAME_TOKENS,
    windows: prompts,
    cacheWrites: 'hour',
    outputLimit: isLimit(limit) ? limit * choices : undefined,
    choices,
    smallestOutputLimit: 1,
    hiddenOutput: tried > answers,
    hideUsage: stream === true && !(isObject(options) && options['include_usage'] === true),
  };
}

/** Counts the texts of a prompt: one, a list of texts, one as token numbers, or a list of such. */
export function countTexts(prompt: unknown): number {
  return Array.isArray(prompt) && prompt.some((part) => typeof part !== 'number') ? prompt.length : 1;
}
