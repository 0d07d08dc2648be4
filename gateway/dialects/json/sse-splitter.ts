import type { StreamEvent } from '../dialect.ts';

/** One event with the bytes it came in; `parsed` is undefined for comments and for what was too large to read. */
export interface RawEvent {
  readonly raw: Buffer;
  readonly parsed: StreamEvent | undefined;
}

/** Cuts a byte stream into its events. Every byte that goes in comes out, in order. */
export interface StreamSplitter {
  push(chunk: Buffer): readonly RawEvent[];
  /** The bytes after the last blank line: an event that never ended. Empty when there is none. */
  rest(): Buffer;
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * Splits on blank lines with any of the three line ends of the standard (WHATWG HTML, 9.2.6), wherever the chunks
 * were cut. An event is held until it is whole, so a stream can be ended between two events at any time.
 * @param maxEventBytes an event above this is passed on unread, so that memory stays bounded
 */
export function createSseSplitter(maxEventBytes: number): StreamSplitter {
  let pending: Buffer = Buffer.alloc(0);
  let scanned = 0;
  let lineEmpty = true;
  let afterCr = false;
  let oversized = false;
  let first = true;

  const take = (end: number, parse: boolean): RawEvent => {
    const raw = pending.subarray(0, end);
    pending = pending.subarray(end);
    scanned = 0;
    lineEmpty = true;
    const text = parse ? raw.toString('utf8') : '';
    // The standard drops a byte order mark, at the start of the stream only.
    const parsed = parse ? parseEvent(first ? text.replace(/^\ufeff/, '') : text) : undefined;
    first = false;
    return { raw, parsed };
  };

  return {
    push(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const events: RawEvent[] = [];
      while (scanned < pending.length) {
        const byte = pending[scanned];
        scanned += 1;
        // The LF of a CRLF belongs to the line that the CR already ended.
        const secondHalf = byte === LF && afterCr;
        afterCr = byte === CR;
        if (secondHalf) continue;
        if (byte !== LF && byte !== CR) lineEmpty = false;
        else if (!lineEmpty) lineEmpty = true;
        else {
          if (byte === CR && pending[scanned] === LF) {
            scanned += 1;
            afterCr = false;
          }
          events.push(take(scanned, !oversized));
          oversized = false;
        }
      }
      if (pending.length > maxEventBytes) {
        oversized = true;
        const open = lineEmpty;
        events.push(take(pending.length, false));
        lineEmpty = open;
      }
      return events;
    },
    rest: () => pending,
  };
}

/** Reads the fields of one event. @returns undefined when it carries no data. */
function parseEvent(text: string): StreamEvent | undefined {
  let event = 'message';
  const data: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value === '' ? 'message' : value;
  }
  return data.length > 0 ? { event, data: data.join('\n') } : undefined;
}
