import { isUtf8 } from 'node:buffer';

/** Most bytes of a request, and of a reply, that are kept. */
export const MOST_BODY_BYTES = 2 ** 20;

/** A body as it is kept. */
export interface KeptBody {
  /** Its beginning, in UTF-8; null for pictures, sound and forms with files. */
  readonly text: Buffer | null;
  /** Its length in bytes, kept or not. */
  readonly size: number;
}

/** Takes down what passes, up to a limit. */
export interface Collector {
  add(bytes: Buffer): void;
  body(): KeptBody;
}

/** @param most bytes to be kept */
export function createCollector(most = MOST_BODY_BYTES): Collector {
  const parts: Buffer[] = [];
  let held = 0;
  let size = 0;
  return {
    add(bytes) {
      size += bytes.length;
      if (held >= most) return;
      // A copy: a slice would hold on to the whole read it is from.
      const part = Buffer.from(bytes.subarray(0, most - held));
      parts.push(part);
      held += part.length;
    },
    body() {
      const whole = wholeCharacters(Buffer.concat(parts));
      return { text: isUtf8(whole) ? whole : null, size };
    },
  };
}

/** The same without a last character that is not all there: a cut must not make text unreadable. */
export function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    const goesOn = (byte & 0xc0) === 0x80;
    if (goesOn) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? bytes.subarray(0, -back) : bytes;
  }
  return bytes;
}
