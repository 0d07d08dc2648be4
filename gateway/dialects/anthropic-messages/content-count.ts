import type { JsonObject } from '../dialect.ts';
import { byteLengthOf, isObject } from '../json/read-json.ts';
import { createVisibleCount } from '../tokens/visible-count.ts';
import type { ShownCalls } from './server-tools/shown-calls.ts';

const GENERATED = ['text', 'partial_json', 'thinking'] as const;
/** Fields that a block may begin with. */
const BEGUN = ['text', 'thinking', 'name'] as const;
/** Fields that hold thoughts and no text for a reader: the next round reads them again. */
const SEALED = ['signature', 'data', 'content', 'encrypted_content'] as const;
const BEGUN_OR_SEALED = [...BEGUN, ...SEALED] as const;
/** Id and framing of a block, a tool call above all. */
const BLOCK_TOKENS = 64;

/** Counts the content blocks of one message stream as they come. */
export interface ContentCount {
  /** @param size of the event, in bytes */
  begin(index: unknown, block: JsonObject, size: number): void;
  add(delta: unknown): void;
  end(): void;
  /** The block that is open; undefined between two of them. */
  openBlock(): number | undefined;
  /** The open block holds thoughts, of which only a summary shows, or nothing. */
  thinks(): boolean;
  /** The message has no block but marks of the models that declined. */
  isEmpty(): boolean;
  outputBytes(): number;
  /** Events that carried output. */
  outputEvents(): number;
  /** Most tokens that were visibly made. */
  estimateVisible(): number;
}

/** @param shown gets to know everything that a later round may read again */
export function createContentCount(shown: ShownCalls): ContentCount {
  const visible = createVisibleCount();
  let outputBytes = 0;
  let outputEvents = 0;
  let open: number | undefined;
  let thinks = false;
  let isEmpty = true;

  return {
    begin(index, block, size) {
      const type = String(block['type']);
      open = typeof index === 'number' ? index : 0;
      thinks = type.endsWith('thinking');
      if (block['type'] !== 'fallback') isEmpty = false;
      shown.begin(block, size);
      outputBytes += BLOCK_TOKENS + countText(block, BEGUN);
      if (type.endsWith('tool_use')) visible.call();
      visible.see(textsOf(block, BEGUN));
      shown.add(BLOCK_TOKENS + countText(block, BEGUN_OR_SEALED));
    },
    add(delta) {
      const bytes = countText(delta, GENERATED);
      outputBytes += bytes;
      visible.see(textsOf(delta, GENERATED));
      if (bytes > 0) outputEvents += 1;
      shown.add(bytes + countText(delta, SEALED));
    },
    end() {
      open = undefined;
      thinks = false;
    },
    openBlock: () => open,
    thinks: () => thinks,
    isEmpty: () => isEmpty,
    outputBytes: () => outputBytes,
    outputEvents: () => outputEvents,
    estimateVisible: visible.tokens,
  };
}

function textsOf(part: unknown, fields: readonly string[]): readonly string[] {
  return isObject(part) ? fields.map((field) => part[field]).filter((text) => typeof text === 'string') : [];
}

function countText(part: unknown, fields: readonly string[]): number {
  return isObject(part) ? fields.reduce((sum, field) => sum + byteLengthOf(part[field]), 0) : 0;
}
