import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, EventVerdict, JsonObject, StreamMeter } from '../dialect.ts';
import { isObject, parseObject } from '../json/read-json.ts';
import { believedInput, growUsage } from '../usage/grow-usage.ts';
import { servedModel } from '../usage/served-model.ts';
import { createChoiceCount } from './choice-count.ts';
import { writeTruncation } from './truncation.ts';

/**
 * Meters a stream of chat or legacy completions: usage comes in one chunk without choices just before `[DONE]`.
 * @param readUsage reads it from a chunk
 * @param object the name that its chunks give themselves
 */
export function createOpenAiMeter(
  ask: Ask,
  readUsage: (chunk: JsonObject, ask: Ask) => TokenUsage | undefined,
  object: 'chat.completion.chunk' | 'text_completion' = 'chat.completion.chunk',
): StreamMeter {
  const count = createChoiceCount();
  let usage: TokenUsage | undefined;
  let served: Pick<TokenUsage, 'model'> = {};
  /** The fields that a last chunk repeats: id, object, created, model. */
  let frame: JsonObject = {};
  let failed = false;
  let failureCode: unknown;
  let ended = false;
  let done = false;

  const seeUsage = (chunk: JsonObject, isLast: boolean): EventVerdict => {
    const reported = readUsage(chunk, ask);
    if (!reported) return 'relay';
    usage = growUsage(usage, { ...served, ...reported });
    // Some servers report with every chunk; the report is complete only after the last word.
    ended ||= isLast || (count.open.size === 0 && count.closed.size >= ask.choices);
    return ask.hideUsage && isLast ? 'hide' : 'relay';
  };

  const see = (data: string): EventVerdict => {
    if (data === '[DONE]') {
      done = true;
      ended = usage !== undefined;
      return 'last';
    }
    const chunk = parseObject(data);
    if (!chunk) return 'relay';
    const { error, id, object, created, model } = chunk;
    if (isObject(error)) {
      failed = true;
      failureCode = error['status_code'] ?? error['code'];
    }
    frame = { id, object, created, model };
    served = { ...served, ...servedModel(model) };
    const choices = Array.isArray(chunk['choices']) ? chunk['choices'] : [];
    for (const choice of choices) count.see(choice);
    return seeUsage(chunk, choices.length === 0);
  };

  return {
    see: (event) => see(event.data),
    usage: () => (ended && !failed ? usage : undefined),
    inputSoFar: () => believedInput(usage),
    outputBytes: count.outputBytes,
    estimateVisible: count.estimateVisible,
    outputEvents: count.outputEvents,
    truncation: () =>
      writeTruncation({
        model: ask.model,
        object,
        frame,
        choices: ask.choices,
        open: count.open,
        closed: count.closed,
        done,
      }),
    served: () => served.model,
    failed: () => failed,
    failureCode: () => failureCode,
    responseId: () => (typeof frame['id'] === 'string' ? frame['id'] : undefined),
  };
}
