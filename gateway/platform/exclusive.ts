/** Work that is done by one at a time, and refused to others meanwhile. */
export interface Exclusive {
  /** @returns what ends it; undefined while somebody is at it */
  begin(): (() => void) | undefined;
}

/** @see Exclusive */
export function createExclusive(): Exclusive {
  let isBusy = false;
  return {
    begin() {
      if (isBusy) return undefined;
      isBusy = true;
      return () => void (isBusy = false);
    },
  };
}
