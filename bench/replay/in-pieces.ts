import type { Seeded } from '../seeded.ts';

const MOST_PIECES = 40;

/** Cuts bytes at random places, in the middle of a letter too: what a network does to a stream. */
export function inPieces(bytes: Buffer, random: Seeded): readonly Buffer[] {
  const largest = Math.max(16, Math.ceil((2 * bytes.length) / MOST_PIECES));
  const pieces: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = from + random.between(1, largest);
    pieces.push(bytes.subarray(from, to));
    from = to;
  }
  return pieces;
}
