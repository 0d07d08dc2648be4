/** Whose change of a thing is the newest: one that is still being written must not undo one that came after it. */
export interface Turns {
  /** @returns tells whether nobody has taken a turn at it since */
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
