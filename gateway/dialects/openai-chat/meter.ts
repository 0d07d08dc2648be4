import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, EventVerdict, JsonObject, StreamMeter } from '../dialect.ts';
import { believedInput, growUsage } from '../usage/grow-usage.ts';
import { isObject, parseObject } from '../json/read-json.ts';
import { servedModel } from '../usage/served-model.ts';
import { bytesOf, CALL_TOKENS, createVisibleCount, textsIn } from '../tokens/visible-count.ts';
import { createCallCount } from './call-count.ts';
import { writeTruncation } from './truncation.ts';

/** Fields of a delta that hold generated text, tool call names and arguments included. */
const GENERATED = [
  'content',
  'text',
  'reasoning_content',
  'reasoning',
  'refusal',
  'name',
  'arguments',
  'transcript',
] as const;

/**
 * Meters a stream of chat or legacy completions: usage comes in one chunk without choices just before `[DONE]`.
 * @param readUsage reads it from a chunk
 * @param object what its chunks call themselves
 */
export function createOpenAiMeter(
  ask: Ask,
  readUsage: (chunk: JsonObject, ask: Ask) => TokenUsage | undefined,
  object: 'chat.completion.chunk' | 'text_completion' = 'chat.completion.chunk',
): StreamMeter {
  let usage: TokenUsage | undefined;
  let outputBytes = 0;
  let outputEvents = 0;
  let failed = false;
  let failure: unknown;
  let ended = false;
  let served: Pick<TokenUsage, 'model'> = {};
  let done = false;
  /** What a last chunk repeats: id, object, created, model. */
  let frame: JsonObject = {};
  const visible = createVisibleCount();
  const calls = createCallCount();
  const open = new Set<number>();
  const closed = new Set<number>();

  const see = (data: string): EventVerdict => {
    if (data === '[DONE]') {
      done = true;
      ended = usage !== undefined;
      return 'last';
    }
    const chunk = parseObject(data);
    if (!chunk) return 'relay';
    const { error } = chunk;
    if (isObject(error)) {
      failed = true;
      failure = error['status_code'] ?? error['code'];
    }
    const choices = Array.isArray(chunk['choices']) ? chunk['choices'] : [];
    const { id, object, created, model } = chunk;
    frame = { id, object, created, model };
    served = { ...served, ...servedModel(model) };
    for (const choice of choices) {
      if (!isObject(choice)) continue;
      const index = typeof choice['index'] === 'number' ? choice['index'] : 0;
      const begun = calls.see(index, choice['delta']);
      for (let call = 0; call < begun; call += 1) visible.call();
      const texts = textsIn(choice['delta'] ?? choice, GENERATED);
      const bytes = bytesOf(texts);
      visible.see(texts);
      outputBytes += bytes + begun * CALL_TOKENS;
      if (bytes > 0) outputEvents += 1;
      if (typeof choice['finish_reason'] === 'string') closed.add(index);
      else open.add(index);
      if (closed.has(index)) open.delete(index);
    }
    const reported = readUsage(chunk, ask);
    usage = reported ? growUsage(usage, { ...served, ...reported }) : usage;
    // Some servers report with every chunk; only what comes after the last word is the whole.
    ended ||= reported !== undefined && (choices.length === 0 || (open.size === 0 && closed.size >= ask.choices));
    return ask.hideUsage && reported && choices.length === 0 ? 'hide' : 'relay';
  };

  return {
    see: (event) => see(event.data),
    usage: () => (ended && !failed ? usage : undefined),
    inputSoFar: () => believedInput(usage),
    outputBytes: () => outputBytes,
    estimateVisible: visible.tokens,
    outputEvents: () => outputEvents,
    truncation: () => writeTruncation({ model: ask.model, object, frame, choices: ask.choices, open, closed, done }),
    failed: () => failed,
    failureCode: () => failure,
    responseId: () => (typeof frame['id'] === 'string' ? frame['id'] : undefined),
  };
}
