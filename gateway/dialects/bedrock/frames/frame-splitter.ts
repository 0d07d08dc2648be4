import type { RawEvent, StreamSplitter } from '../../json/sse-splitter.ts';
import { PRELUDE_BYTES, readFrame, readPrelude } from './read-frame.ts';

/**
 * Cuts a stream of `application/vnd.amazon.eventstream` into its frames, wherever the chunks were cut. A damaged frame
 * passes unread, and so does everything after bytes that begin no frame: nothing tells where the next one begins.
 * @param maxFrameBytes a frame above this is passed on unread, so that memory stays bounded
 */
export function createFrameSplitter(maxFrameBytes: number): StreamSplitter {
  let pending: Buffer = Buffer.alloc(0);
  /** Bytes that pass unread: the rest of a frame that is too large. */
  let unread = 0;

  const take = (size: number): Buffer => {
    const raw = pending.subarray(0, size);
    pending = pending.subarray(size);
    return raw;
  };

  /** @returns undefined when more has to come first */
  const next = (): RawEvent | undefined => {
    if (unread > 0 && pending.length > 0) {
      const raw = take(Math.min(unread, pending.length));
      unread -= raw.length;
      return { raw, parsed: undefined };
    }
    if (pending.length < PRELUDE_BYTES) return undefined;
    const prelude = readPrelude(pending);
    if (!prelude || prelude.total > maxFrameBytes) {
      unread = prelude?.total ?? Infinity;
      return next();
    }
    if (pending.length < prelude.total) return undefined;
    const raw = take(prelude.total);
    return { raw, parsed: readFrame(raw, prelude) };
  };

  return {
    push(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const events: RawEvent[] = [];
      for (let event = next(); event; event = next()) events.push(event);
      return events;
    },
    rest: () => pending,
  };
}
