/** Lets one caller at a time do some work, and refuses the others meanwhile. */
export interface Exclusive {
  /** @returns a function that ends the work; undefined while another caller is at it */
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
