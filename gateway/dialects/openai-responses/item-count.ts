import type { JsonObject } from '../dialect.ts';
import { byteLengthOf, isObject } from '../json/read-json.ts';
import { bytesOf, CALL_TOKENS, createVisibleCount, textsIn } from '../tokens/visible-count.ts';
import { createToolCallCount, isHostedShell } from './tool-calls.ts';
import type { ToolCallCount } from './tool-calls.ts';

const HOSTED_CALL = /^((web_search|file_search|code_interpreter|tool_search|image_generation|mcp)_call|program)$/;
/** Id and framing of an item, a tool call above all. */
const ITEM_TOKENS = CALL_TOKENS;
/** Items whose framing is next to nothing, and whose content all shows. */
const PLAIN_ITEMS = new Set<unknown>(['message']);
/** More items than a response has ever had: the memory for their places must end somewhere. Further ones count twice. */
const MOST_ITEMS = 10_000;
/** Fields of an item that hold text of the model. */
const GENERATED = ['text', 'refusal', 'name', 'namespace', 'arguments', 'input', 'code', 'query', 'patch'] as const;

/** Counts the output items of one response as its stream shows them. */
export interface ItemCount {
  see(type: string, payload: JsonObject): void;
  /** Calls of hosted tools that have ended, by kind. */
  readonly calls: ToolCallCount;
  /** Calls of hosted tools that have begun. */
  hostedCalls(): number;
  /** Pictures among them. */
  pictures(): number;
  outputBytes(): number;
  outputEvents(): number;
  /** Most tokens that were visibly made. */
  estimateVisible(): number;
}

export function createItemCount(): ItemCount {
  const calls = createToolCallCount();
  const visible = createVisibleCount();
  /** Places of items that have begun. */
  const begun = new Set<number>();
  /** Places of items whose text came piece by piece. */
  const streamed = new Set<number>();
  /** Places of calls of hosted tools that have begun. */
  const hosted = new Set<number>();
  /** Those of them that draw. */
  const drawn = new Set<number>();
  let outputBytes = 0;
  let outputEvents = 0;

  const seeDelta = (type: string, index: number, delta: unknown): void => {
    const bytes = byteLengthOf(delta);
    if (bytes === 0) return;
    outputBytes += bytes;
    if (streamed.size < MOST_ITEMS) streamed.add(index);
    // A summary is written by another model and billed to nobody: its events prove no tokens.
    if (type.startsWith('response.reasoning_summary')) return;
    outputEvents += 1;
    visible.see(typeof delta === 'string' ? [delta] : []);
  };

  const begin = (index: number, item: unknown): void => {
    if (isObject(item) && isHosted(item) && hosted.size < MOST_ITEMS) {
      hosted.add(index);
      if (item['type'] === 'image_generation_call') drawn.add(index);
    }
    if (begun.has(index)) return;
    if (begun.size < MOST_ITEMS) begun.add(index);
    outputBytes += ITEM_TOKENS;
    if (!isObject(item) || !PLAIN_ITEMS.has(item['type'])) visible.call();
  };

  const end = (index: number, item: unknown): void => {
    calls.see(item);
    // Some servers send items whole.
    const texts = streamed.delete(index) ? [] : textsIn(item, GENERATED);
    outputBytes += bytesOf(texts);
    visible.see(texts);
  };

  return {
    see(type, { output_index: place, item, delta }) {
      const index = typeof place === 'number' ? place : 0;
      if (type.endsWith('.delta')) seeDelta(type, index, delta);
      if (type.startsWith('response.output_item.')) begin(index, item);
      if (type === 'response.output_item.done') end(index, item);
    },
    calls,
    hostedCalls: () => hosted.size,
    pictures: () => drawn.size,
    outputBytes: () => outputBytes,
    outputEvents: () => outputEvents,
    estimateVisible: visible.tokens,
  };
}

/** A shell may be the client's own: then its calls have no container. */
function isHosted({ type, environment }: JsonObject): boolean {
  if (type === 'shell_call') return isHostedShell(environment);
  return HOSTED_CALL.test(String(type));
}
