/** The most that a model reads and writes in one request, all in tokens. Unpublished limits are left out. */
export interface ModelLimits {
  /** The window that input and output share. */
  readonly context?: number;
  /** The input's own limit, where it is another one than the window. */
  readonly input?: number;
  /** The longest answer, reasoning included. 0 for a model that writes none, such as one of embeddings. */
  readonly output?: number;
  /** Somebody else's list has them: a longer answer may be true, so the figures of a reply are not held against them. */
  readonly secondHand?: true;
}
