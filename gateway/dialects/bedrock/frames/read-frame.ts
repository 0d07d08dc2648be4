import { crc32 } from 'node:zlib';
import type { StreamEvent } from '../../dialect.ts';

/** The lengths of a frame as its first twelve bytes give them. */
export interface Prelude {
  /** Of the whole frame, in bytes. */
  readonly total: number;
  readonly headers: number;
}

/** Two lengths and their checksum. Source: smithy.io, "Amazon Event Stream specification"; 2026-11-30. */
export const PRELUDE_BYTES = 12;
const CHECKSUM_BYTES = 4;
/** The bytes of a frame without headers or payload. */
const LEAST_BYTES = PRELUDE_BYTES + CHECKSUM_BYTES;

/** Reads the lengths of a frame. @returns undefined for bytes that begin no frame */
export function readPrelude(bytes: Buffer): Prelude | undefined {
  const [total, headers] = [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
  if (total < LEAST_BYTES || headers > total - LEAST_BYTES) return undefined;
  return crc32(bytes.subarray(0, 8)) === bytes.readUInt32BE(8) ? { total, headers } : undefined;
}

/**
 * Reads a whole frame: its type as the event, its payload as the data. A frame that says that something failed is an
 * `exception`. @returns undefined for one that is damaged
 */
export function readFrame(frame: Buffer, { total, headers: length }: Prelude): StreamEvent | undefined {
  const end = total - CHECKSUM_BYTES;
  if (crc32(frame.subarray(0, end)) !== frame.readUInt32BE(end)) return undefined;
  const headers = readHeaders(frame.subarray(PRELUDE_BYTES, PRELUDE_BYTES + length));
  if (!headers) return undefined;
  const payload = frame.subarray(PRELUDE_BYTES + length, end).toString('utf8');
  const kind = headers.get(':message-type');
  if (kind === 'exception') return { event: EXCEPTION, data: payload };
  if (kind === 'error') return { event: EXCEPTION, data: JSON.stringify({ message: headers.get(':error-message') }) };
  return { event: headers.get(':event-type') ?? '', data: payload };
}

/** The event of a frame that says that something failed. */
export const EXCEPTION = 'exception';

const TEXT = 7;
/** The sizes of values by their types, in bytes; those of bytes and texts stand before them. */
const SIZES: readonly (number | undefined)[] = [0, 0, 1, 2, 4, 8, undefined, undefined, 8, 16];

/** Reads the headers that are texts; the others say nothing that matters here. */
function readHeaders(bytes: Buffer): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  try {
    for (let at = 0; at < bytes.length;) {
      const nameEnd = at + 1 + bytes.readUInt8(at);
      const name = bytes.toString('utf8', at + 1, nameEnd);
      const type = bytes.readUInt8(nameEnd);
      if (type >= SIZES.length) return undefined;
      const fixed = SIZES[type];
      const start = nameEnd + (fixed === undefined ? 3 : 1);
      at = start + (fixed ?? bytes.readUInt16BE(nameEnd + 1));
      if (at > bytes.length) return undefined;
      if (type === TEXT) found.set(name, bytes.toString('utf8', start, at));
    }
    return found;
  } catch {
    // It ends in the middle of a header.
    return undefined;
  }
}
