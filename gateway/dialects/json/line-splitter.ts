import type { RawEvent, StreamSplitter } from './sse-splitter.ts';

const LF = 0x0a;

/**
 * Splits a stream of JSON documents, one a line, wherever the chunks were cut.
 * @param maxLineBytes a line above this is passed on unread, so that memory stays bounded
 */
export function createLineSplitter(maxLineBytes: number): StreamSplitter {
  let pending: Buffer = Buffer.alloc(0);
  let scanned = 0;
  let oversized = false;

  const take = (end: number): RawEvent => {
    const raw = pending.subarray(0, end);
    pending = pending.subarray(end);
    scanned = 0;
    const data = oversized ? '' : raw.toString('utf8').trim();
    return { raw, parsed: data === '' ? undefined : { event: 'line', data } };
  };

  return {
    push(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const lines: RawEvent[] = [];
      for (let end = pending.indexOf(LF, scanned); end >= 0; end = pending.indexOf(LF, scanned)) {
        lines.push(take(end + 1));
        oversized = false;
      }
      scanned = pending.length;
      if (pending.length > maxLineBytes) {
        oversized = true;
        lines.push(take(pending.length));
      }
      return lines;
    },
    rest: () => pending,
  };
}
