import type { StreamEvent, StreamMeter } from '../dialect.ts';
import { createSseSplitter } from '../json/sse-splitter.ts';
import { parseObject } from '../json/read-json.ts';
import { EXCEPTION } from './frames/read-frame.ts';
import { asLetters, writeFrame } from './frames/write-frame.ts';

/** A vendor's events are far below that. In bytes. */
const MOST_BYTES = 2 ** 20;

/**
 * Meters a stream of InvokeModelWithResponseStream: each frame is a `chunk` that holds one event of the vendor's own
 * stream, which that vendor's meter reads.
 */
export function createChunkMeter(inner: StreamMeter): StreamMeter {
  let failed = false;
  return {
    ...inner,
    see({ event, data }) {
      if (event === EXCEPTION) failed = true;
      const text = eventIn(parseObject(data)?.['bytes']);
      return text === undefined ? 'relay' : inner.see(text);
    },
    usage: () => (failed ? undefined : inner.usage()),
    truncation() {
      const end = inner.truncation();
      const events = createSseSplitter(MOST_BYTES).push(Buffer.from(end));
      return asLetters(Buffer.concat(events.flatMap(({ parsed }) => (parsed ? [chunkOf(parsed.data)] : []))));
    },
    failed: () => failed || inner.failed(),
  };
}

function eventIn(bytes: unknown): StreamEvent | undefined {
  if (typeof bytes !== 'string') return undefined;
  const data = Buffer.from(bytes, 'base64').toString('utf8');
  const type = parseObject(data)?.['type'];
  return { event: typeof type === 'string' ? type : 'message', data };
}

function chunkOf(data: string): Buffer {
  return writeFrame('chunk', { bytes: Buffer.from(data).toString('base64') });
}
