import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, EventVerdict, JsonObject, StreamMeter } from '../dialect.ts';
import { byteLengthOf, isObject, parseObject } from '../read-json.ts';
import { createVisibleCount } from '../visible-count.ts';
import { readAnthropicUsage } from './read-usage.ts';

const GENERATED = ['text', 'partial_json', 'thinking'] as const;
/** What a block may begin with. */
const BEGUN = ['text', 'thinking', 'name'] as const;
/** Id and framing of a block, a tool call above all. */
const BLOCK_TOKENS = 64;

/** Meters a message stream: input comes in `message_start`, the final count in the `message_delta` that has a stop reason. */
export function createAnthropicMeter({ tier, rounds = 1 }: Pick<Ask, 'tier' | 'rounds'> = {}): StreamMeter {
  let usage: TokenUsage | undefined;
  const visible = createVisibleCount();
  let final = false;
  let outputBytes = 0;
  let outputEvents = 0;
  let failed = false;
  let block: unknown;
  /** Calls of tools that run at the provider. */
  let calls = 0;

  const read = (type: unknown, payload: JsonObject): EventVerdict => {
    if (type === 'message_start' && isObject(payload['message'])) usage = readAnthropicUsage(payload['message']['usage'], undefined, tier);
    const delta = payload['delta'];
    if (type === 'content_block_start') {
      block = payload['index'];
      if (isObject(payload['content_block']) && payload['content_block']['type'] === 'server_tool_use') calls += 1;
      outputBytes += BLOCK_TOKENS + countText(payload['content_block'], BEGUN);
      const begun = payload['content_block'];
      if (isObject(begun) && String(begun['type']).endsWith('tool_use')) visible.call();
      visible.see(textsOf(begun, BEGUN));
    }
    if (type === 'content_block_stop') block = undefined;
    if (type === 'content_block_delta') {
      const bytes = countText(delta, GENERATED);
      outputBytes += bytes;
      visible.see(textsOf(delta, GENERATED));
      if (bytes > 0) outputEvents += 1;
    }
    if (type === 'message_delta') {
      const reported = readAnthropicUsage(payload['usage'], usage, tier);
      if (reported) {
        usage = reported;
        final = isObject(delta) && typeof delta['stop_reason'] === 'string';
      }
    }
    if (type === 'error') failed = true;
    return type === 'message_stop' ? 'last' : 'relay';
  };

  return {
    see(event) {
      const payload = parseObject(event.data);
      return payload ? read(payload['type'], payload) : 'relay';
    },
    usage: () => (final && !failed ? usage : undefined),
    // The beginning tells of the first round only, and the end of all of them and of their searches.
    inputSoFar: () => (rounds > 1 ? undefined : usage),
    boundSoFar(bound, more) {
      if (rounds === 1) return bound;
      const made = Math.min(rounds - 1, calls + more);
      const { webSearches = 0, ...extras } = bound.extras ?? {};
      return { ...bound, input: Math.ceil((bound.input * (made + 1)) / rounds), extras: { ...extras, webSearches: Math.min(webSearches, made) } };
    },
    outputBytes: () => outputBytes,
    estimateVisible: visible.tokens,
    outputEvents: () => outputEvents,
    truncation() {
      const end = [
        ...(block === undefined ? [] : [{ type: 'content_block_stop', index: block }]),
        { type: 'message_delta', delta: { stop_reason: 'max_tokens', stop_sequence: null }, usage: { output_tokens: Math.max(outputEvents, usage?.output ?? 0) } },
        { type: 'message_stop' },
      ];
      return end.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
    },
    failed: () => failed,
  };
}

function textsOf(part: unknown, fields: readonly string[]): readonly string[] {
  return isObject(part) ? fields.map((field) => part[field]).filter((text) => typeof text === 'string') : [];
}

function countText(part: unknown, fields: readonly string[]): number {
  return isObject(part) ? fields.reduce((sum, field) => sum + byteLengthOf(part[field]), 0) : 0;
}
