/** Money or a place that was given back: whoever waits for some tries again. */
export interface Release {
  /** Resolves when anything is given back next. */
  next(): Promise<void>;
  /** Wakes all that wait, in the order in which they came. */
  wake(): void;
}

/** @see Release */
export function createRelease(): Release {
  let waiting: (() => void)[] = [];
  return {
    next: () => new Promise((resolve) => void waiting.push(resolve)),
    wake() {
      const waiters = waiting;
      waiting = [];
      for (const resolve of waiters) resolve();
    },
  };
}
