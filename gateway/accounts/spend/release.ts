/** Wakes waiting requests when money or a place is given back, so that they try again. */
export interface Release {
  /** Resolves when anything is given back next. */
  next(): Promise<void>;
  /** Wakes all waiting requests, in the order of their arrival. */
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
