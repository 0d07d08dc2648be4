/** Decides which of several changes is the newest: a change that is still being written must not undo a later one. */
export interface Turns {
  /** @returns a function that tells whether this is still the newest turn at it */
  take(what: string): () => boolean;
}

/** @see Turns */
export function createTurns(): Turns {
  const newest = new Map<string, number>();
  return {
    take(what) {
      const turn = (newest.get(what) ?? 0) + 1;
      newest.set(what, turn);
      return () => newest.get(what) === turn;
    },
  };
}
