import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, EventVerdict, JsonObject, StreamMeter } from '../dialect.ts';
import { believedInput, growUsage } from '../usage/grow-usage.ts';
import { byteLengthOf, isObject, parseObject } from '../json/read-json.ts';
import { servedModel } from '../usage/served-model.ts';
import { bytesOf, CALL_TOKENS, createVisibleCount, textsIn } from '../tokens/visible-count.ts';
import { createPartialOutput } from './partial-output.ts';
import { readResponsesUsage } from './read-usage.ts';
import { createToolCallCount } from './tool-calls.ts';
import { writeTruncation } from './truncation.ts';

const HOSTED_CALL = /^(web_search|file_search|code_interpreter|tool_search)_call$/;
const TERMINAL = new Set(['response.completed', 'response.incomplete', 'response.failed']);
/** Id and framing of an item, a tool call above all. */
const ITEM_TOKENS = CALL_TOKENS;
/** Items whose framing is next to nothing, and that hide nothing: what is in them is what was made. */
const PLAIN_ITEMS = new Set<unknown>(['message']);
/**
 * More items than a response has ever had; the memory for their places must end somewhere. What is beyond counts twice.
 */
const MOST_ITEMS = 10_000;
/** Fields of an item that hold what the model wrote. */
const GENERATED = ['text', 'refusal', 'name', 'namespace', 'arguments', 'input', 'code', 'query', 'patch'] as const;

/** Meters a stream of response events: the final figure comes in the event that ends it, whichever it is. */
export function createResponsesMeter(ask: Ask): StreamMeter {
  const output = createPartialOutput();
  const calls = createToolCallCount();
  const visible = createVisibleCount();
  /** Places of items that have begun. */
  const items = new Set<number>();
  /** Places of items whose text came piece by piece. */
  const shown = new Set<number>();
  /** Places of calls of hosted tools that have begun. */
  const begun = new Set<number>();
  let response: JsonObject | undefined;
  let reported: TokenUsage | undefined;
  let served: Pick<TokenUsage, 'model'> = {};
  let final = false;
  let started = false;
  let ended = false;
  let failed = false;
  let outputBytes = 0;
  let outputEvents = 0;
  let sequence = 0;

  const goesOn = (): boolean => ask.outlivesStream === true || response?.['background'] === true;

  const begin = (index: number, item: unknown): void => {
    if (items.has(index)) return;
    if (items.size < MOST_ITEMS) items.add(index);
    outputBytes += ITEM_TOKENS;
    if (!isObject(item) || !PLAIN_ITEMS.has(item['type'])) visible.call();
  };

  const count = (type: string, payload: JsonObject): void => {
    const { output_index: place, item, delta } = payload;
    const index = typeof place === 'number' ? place : 0;
    if (type.endsWith('.delta')) {
      const bytes = byteLengthOf(delta);
      outputBytes += bytes;
      // A summary is written by somebody else and billed to nobody: its events prove no tokens.
      if (bytes > 0 && !type.startsWith('response.reasoning_summary')) {
        outputEvents += 1;
        visible.see(typeof delta === 'string' ? [delta] : []);
      }
      if (bytes > 0 && shown.size < MOST_ITEMS) shown.add(index);
    }
    if (
      type.startsWith('response.output_item.') &&
      isObject(item) &&
      HOSTED_CALL.test(String(item['type'])) &&
      begun.size < MOST_ITEMS
    )
      begun.add(index);
    if (type.startsWith('response.output_item.')) begin(index, item);
    if (type === 'response.output_item.done') {
      calls.see(item);
      // Some servers send items whole.
      const texts = shown.delete(index) ? [] : textsIn(item, GENERATED);
      outputBytes += bytesOf(texts);
      visible.see(texts);
    }
  };

  const see = (payload: JsonObject, size: number): EventVerdict => {
    const type = String(payload['type']);
    if (typeof payload['sequence_number'] === 'number') sequence = payload['sequence_number'];
    started = true;
    if (type === 'error') failed = true;
    if (isObject(payload['response'])) {
      response = payload['response'];
      served = { ...served, ...servedModel(response['model']) };
      const now = readResponsesUsage(response, ask, calls);
      reported = now ? growUsage(reported, { ...served, ...now }) : reported;
    } else {
      output.see(type, payload, size);
      count(type, payload);
    }
    if (!TERMINAL.has(type)) return 'relay';
    ended = true;
    final = isObject(payload['response']) && readResponsesUsage(payload['response'], ask) !== undefined;
    failed ||= type === 'response.failed' && (!final || isNothing(reported));
    return 'last';
  };

  return {
    see(event) {
      const payload = parseObject(event.data);
      return payload ? see(payload, event.data.length) : 'relay';
    },
    usage: () => (final ? reported : undefined),
    inputSoFar: () => believedInput(reported),
    boundSoFar(bound, more) {
      const held = (ask.rounds ?? 1) - 1;
      // As many as were held may have begun since, and no more; what was shown was made.
      const made = Math.max(begun.size, Math.min(held, begun.size + more));
      const used = ask.usedBy?.(made, bound.output);
      if (used === undefined || goesOn()) return bound;
      const { rounds = 1, extras } = used;
      // Where only the window bounds a round, each round is as large as any other.
      const byWindow = Math.ceil((bound.input * rounds) / (held + 1));
      const most = made > held ? Infinity : bound.input;
      const input = used.inputBound === undefined ? byWindow : Math.min(most, used.inputBound * rounds);
      return { ...bound, input, extras: { requests: 1, ...extras } };
    },
    hostedCalls: () => begun.size,
    // A response in the background goes on when its stream is left.
    outputBytes: () => (goesOn() && !final ? Infinity : outputBytes),
    estimateVisible: visible.tokens,
    outputEvents: () => outputEvents,
    truncation() {
      const outputTokens = outputEvents;
      const seen = { response, begun: started, ended, output, sequence, usage: reported, outputTokens };
      return writeTruncation({ model: ask.model, ...seen });
    },
    failed: () => failed,
    responseId: () => (typeof response?.['id'] === 'string' ? response['id'] : undefined),
  };
}

function isNothing(usage: TokenUsage | undefined): boolean {
  return usage === undefined || usage.input + usage.output === 0;
}
