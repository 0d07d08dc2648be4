import { visibleLines } from '../../../shared/visible-text.ts';

/** The end of a text that may have no end. */
export interface Tail {
  readonly add: (piece: Buffer) => void;
  /** As a person may see it: what is hidden in it is written out. */
  readonly text: () => string;
}

const MOST_BYTES = 4_096;

/** @see Tail */
export function createTail(): Tail {
  let kept = Buffer.alloc(0);
  return {
    add(piece) {
      kept = Buffer.concat([kept, piece.subarray(-MOST_BYTES)]).subarray(-MOST_BYTES);
    },
    text: () => visibleLines(kept.toString('utf8').replaceAll('\r\n', '\n')).trim(),
  };
}
