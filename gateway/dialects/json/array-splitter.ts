import type { RawEvent, StreamSplitter } from './sse-splitter.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = [0x7b, 0x5b];
const CLOSE = [0x7d, 0x5d];
const BLANK = [0x20, 0x09, 0x0a, 0x0d];
const COMMA = 0x2c;

/**
 * Splits one JSON array into its items as they come, wherever the chunks were cut. The bytes before an item (the
 * opening bracket, a comma) come with it, so after any number of items the array can be ended by hand. A reply that is
 * one object and no array is one item.
 * @param maxItemBytes an item above this is passed on unread, so that memory stays bounded
 */
export function createArraySplitter(maxItemBytes: number): StreamSplitter {
  let pending: Buffer = Buffer.alloc(0);
  let scanned = 0;
  let depth = 0;
  /** The depth at which items stand: 1 in an array, 0 where the whole reply is one object. */
  let itemDepth: number | undefined;
  let itemStart = -1;
  let inString = false;
  let escaped = false;
  let oversized = false;

  const take = (end: number): RawEvent => {
    const raw = pending.subarray(0, end);
    const data = oversized ? undefined : pending.subarray(itemStart, end).toString('utf8');
    pending = pending.subarray(end);
    scanned = 0;
    itemStart = -1;
    oversized = false;
    return { raw, parsed: data === undefined ? undefined : { event: 'item', data } };
  };

  const stepInString = (byte: number): void => {
    if (escaped) escaped = false;
    else if (byte === BACKSLASH) escaped = true;
    else if (byte === QUOTE) inString = false;
  };

  /** @returns true when an item ends with this byte */
  const step = (byte: number): boolean => {
    if (inString) {
      stepInString(byte);
      return false;
    }
    if (BLANK.includes(byte)) return false;
    if (itemDepth === undefined && byte === 0x5b) {
      itemDepth = 1;
      depth = 1;
      return false;
    }
    itemDepth ??= 0;
    if (depth === itemDepth && itemStart < 0 && byte !== COMMA && !CLOSE.includes(byte)) itemStart = scanned - 1;
    if (byte === QUOTE) inString = true;
    if (OPEN.includes(byte)) depth += 1;
    if (!CLOSE.includes(byte)) return false;
    depth -= 1;
    return depth === itemDepth && itemStart >= 0;
  };

  return {
    push(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const events: RawEvent[] = [];
      while (scanned < pending.length) {
        scanned += 1;
        if (step(pending[scanned - 1] ?? 0)) events.push(take(scanned));
      }
      if (pending.length > maxItemBytes) {
        oversized = true;
        const inItem = itemStart >= 0;
        events.push(take(pending.length));
        // The rest of the item is not read either.
        oversized = inItem;
        itemStart = inItem ? 0 : -1;
      }
      return events;
    },
    rest: () => pending,
  };
}
