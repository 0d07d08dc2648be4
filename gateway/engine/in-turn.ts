/** The last change of what settled requests cost that was begun in each ledger. */
const last = new WeakMap<object, Promise<unknown>>();

/**
 * Does one change after the other of what settled requests cost: each reads a row, and what it adds to the caps is the
 * difference to what it has read.
 * @param ledger whose rows they are
 */
export function inTurn<Result>(ledger: object, change: () => Promise<Result>): Promise<Result> {
  const turn = (last.get(ledger) ?? Promise.resolve()).then(change);
  last.set(
    ledger,
    turn.catch(() => undefined),
  );
  return turn;
}
