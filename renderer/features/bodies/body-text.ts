import { numberText } from '../../state/time-and-money/number-text.ts';
import { say } from '../../strings/say.ts';
import { readStream } from './read-stream.ts';
import type { StreamPart } from './read-stream.ts';

/** A body made readable: as JSON with lines, as what a model said, or not otherwise than it came. */
export type Readable =
  | { readonly as: 'json'; readonly text: string }
  | { readonly as: 'stream'; readonly parts: readonly StreamPart[] }
  | { readonly as: 'raw' };

/** Finds out what a body is, by itself: what was cut in the middle is shown as it came. */
export function makeReadable(text: string): Readable {
  if (/^\s*[[{]/.test(text)) {
    try {
      const pretty = JSON.stringify(JSON.parse(text), null, 2);
      return pretty === text ? { as: 'raw' } : { as: 'json', text: pretty };
    } catch {
      // Several documents, a line each, or one that was cut.
    }
  }
  const parts = readStream(text);
  return parts.length > 0 ? { as: 'stream', parts } : { as: 'raw' };
}

const PIECE = 4_000;

/**
 * Parts a long text, so that a page draws only the pieces in sight. At ends of lines where there are any; never within
 * a character.
 */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + PIECE);
    const line = text.lastIndexOf('\n', to - 1);
    if (to < text.length && line > from + PIECE / 2) to = line + 1;
    else if (to < text.length && isHighSurrogate(text.charCodeAt(to - 1))) to += 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** `812 bytes`, `12.3 kB`, `1.1 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return say.bodies.bytes(bytes);
  if (bytes < 1_000_000) return say.bodies.kilobytes(numberText(bytes / 1_000, 1));
  return say.bodies.megabytes(numberText(bytes / 1_000_000, 1));
}
