import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, EventVerdict, JsonObject, StreamMeter } from '../dialect.ts';
import { byteLengthOf, isObject, parseObject } from '../json/read-json.ts';
import { createVisibleCount } from '../tokens/visible-count.ts';
import { servedModel } from '../usage/served-model.ts';
import { finishUsage } from './read-reply.ts';
import { readAnthropicUsage } from './read-usage.ts';
import { createShownCalls } from './server-tools/shown-calls.ts';
import { writeTruncation } from './truncation.ts';

const GENERATED = ['text', 'partial_json', 'thinking'] as const;
/** What a block may begin with. */
const BEGUN = ['text', 'thinking', 'name'] as const;
/** What is not written for a reader, and holds what was thought: the next round reads that again. */
const SEALED = ['signature', 'data', 'content', 'encrypted_content'] as const;
/** Id and framing of a block, a tool call above all. */
const BLOCK_TOKENS = 64;

/** Meters a message stream: input comes in `message_start`, the final count in the `message_delta` that ends it. */
export function createAnthropicMeter(ask: Partial<Ask> = {}): StreamMeter {
  const { tier, rounds = 1, cacheWrites } = ask;
  const shown = createShownCalls(ask);
  /** What the top-level figures say. */
  let usage: TokenUsage | undefined;
  const visible = createVisibleCount();
  /** What the first round has read. */
  let first: number | undefined;
  /** What the last report says alone, without what was said before it. */
  let said: TokenUsage | undefined;
  let iterations: unknown;
  /** As the beginning names it, and after the last handover. */
  let asked: string | undefined;
  let model: string | undefined;
  let id: string | undefined;
  let refused = false;
  let final = false;
  let outputBytes = 0;
  let outputEvents = 0;
  let failed = false;
  let block: number | undefined;
  /** Of thoughts, a summary shows, or nothing. */
  let thinks = false;
  let ended = false;
  /** Blocks but those that mark who declined. */
  let blocks = 0;
  let begun = false;

  const begin = (message: JsonObject): void => {
    usage = readAnthropicUsage(message['usage'], undefined, tier, cacheWrites);
    first = usage && usage.input > 0 ? usage.input : undefined;
    asked = servedModel(message['model']).model;
    id = typeof message['id'] === 'string' ? message['id'] : undefined;
    model = asked;
  };

  const beginBlock = (index: unknown, content: JsonObject, size: number): void => {
    block = typeof index === 'number' ? index : 0;
    thinks = String(content['type']).endsWith('thinking');
    const isMark = content['type'] === 'fallback';
    if (isMark && isObject(content['to'])) model = servedModel(content['to']['model']).model ?? model;
    if (!isMark) blocks += 1;
    shown.begin(content, size);
    outputBytes += BLOCK_TOKENS + countText(content, BEGUN);
    if (String(content['type']).endsWith('tool_use')) visible.call();
    visible.see(textsOf(content, BEGUN));
    shown.add(BLOCK_TOKENS + countText(content, [...BEGUN, ...SEALED]));
  };

  const report = (told: unknown, delta: unknown): void => {
    const reported = readAnthropicUsage(told, usage, tier, cacheWrites);
    if (!reported) return;
    usage = reported;
    const passes = isObject(told) ? (told['iterations'] ?? undefined) : undefined;
    // The list grows as the passes are made.
    if (lengthOf(passes) >= lengthOf(iterations)) iterations = passes ?? iterations;
    said = readAnthropicUsage(told, undefined, tier, cacheWrites);
    const reason = isObject(delta) ? delta['stop_reason'] : undefined;
    final = typeof reason === 'string';
    refused = reason === 'refusal';
  };

  const read = (type: unknown, payload: JsonObject, size: number): EventVerdict => {
    const { delta, content_block: content } = payload;
    if (type === 'message_start' && isObject(payload['message'])) begin(payload['message']);
    if (type === 'content_block_start') beginBlock(payload['index'], isObject(content) ? content : {}, size);
    if (type === 'content_block_stop') {
      block = undefined;
      thinks = false;
    }
    if (type === 'content_block_delta') {
      const bytes = countText(delta, GENERATED);
      outputBytes += bytes;
      visible.see(textsOf(delta, GENERATED));
      if (bytes > 0) outputEvents += 1;
      shown.add(bytes + countText(delta, SEALED));
    }
    if (type === 'message_delta') report(payload['usage'], delta);
    if (type === 'error') failed = true;
    begun ||= type === 'message_start';
    ended ||= type === 'message_stop';
    return type === 'message_stop' ? 'last' : 'relay';
  };

  return {
    see(event) {
      const payload = parseObject(event.data);
      return payload ? read(payload['type'], payload, Buffer.byteLength(event.data)) : 'relay';
    },
    usage() {
      if (!final || failed || !usage) return undefined;
      return finishUsage(usage, { said, iterations, model, refused, empty: blocks === 0, wrote: outputEvents > 0 });
    },
    inputSoFar() {
      // The beginning tells of the first round only, and the end of all of them. An input of 0 tells nothing.
      if (rounds > 1 || usage === undefined || usage.input === 0) return undefined;
      return { ...usage, ...servedModel(asked) };
    },
    boundSoFar(bound, more) {
      if (rounds === 1) return bound;
      const found = shown.boundSoFar(bound, first, more);
      return { ...found, input: Math.max(found.input, usage?.input ?? 0) };
    },
    othersSoFar: (more) => shown.othersSoFar(begun, more),
    outputBytes: () => outputBytes,
    estimateVisible: visible.tokens,
    outputEvents: () => outputEvents,
    hides: () => thinks,
    responseId: () => id,
    truncation() {
      const at = ended ? 'end' : final ? 'figures' : begun ? 'message' : 'nothing';
      const written = Math.max(outputEvents, usage?.output ?? 0);
      return writeTruncation({ model: ask.model ?? '', at, block, written });
    },
    failed: () => failed,
  };
}

function textsOf(part: unknown, fields: readonly string[]): readonly string[] {
  return isObject(part) ? fields.map((field) => part[field]).filter((text) => typeof text === 'string') : [];
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

function countText(part: unknown, fields: readonly string[]): number {
  return isObject(part) ? fields.reduce((sum, field) => sum + byteLengthOf(part[field]), 0) : 0;
}
