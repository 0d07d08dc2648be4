/** A module of the product and what stands in for it. The product has no switch for this. */
export interface Mutation {
  readonly original: string;
  readonly replacement: string;
}

const instead = (original: string, replacement: string): Mutation => ({
  original: import.meta.resolve(`../gateway/${original}`),
  replacement,
});

/** Faults put in on purpose: the torture has to find each of them, or it proves nothing. */
export const MUTANTS: ReadonlyMap<string, Mutation> = new Map([
  // What every rival does: check the budget, then spend.
  ['no-reservation', instead('domain/cap-book.ts', import.meta.resolve('./mutant-cap-book.ts'))],
  // What an agent that leaves early costs is forgotten.
  ['forgets-aborted', instead('proxy/settle-up.ts', import.meta.resolve('./mutant-settle-up.ts'))],
  // A stream that runs is never asked about again.
  ['no-extension', instead('proxy/rolling-hold.ts', import.meta.resolve('./mutant-rolling-hold.ts'))],
  // What was thought and not shown costs nothing.
  ['forgets-hidden', instead('domain/stream-exposure.ts', import.meta.resolve('./mutant-stream-exposure.ts'))],
  // A provider that says it has read nothing has.
  ['believes-zero', instead('proxy/price-usage.ts', import.meta.resolve('./mutant-price-usage.ts'))],
  // What finishes what was begun is left, at what was seen of it.
  ['leaves-finishers', instead('providers/stops.ts', import.meta.resolve('./mutant-stops.ts'))],
]);
