/** A module of the product and what stands in for it. The product has no switch for this. */
export interface Mutation {
  readonly original: string;
  readonly replacement: string;
}

/** Faults put in on purpose: the torture has to find each of them, or it proves nothing. */
export const MUTANTS: ReadonlyMap<string, Mutation> = new Map([
  // What every rival does: check the budget, then spend.
  ['no-reservation', { original: import.meta.resolve('../gateway/domain/cap-book.ts'), replacement: import.meta.resolve('./mutant-cap-book.ts') }],
  // What an agent that leaves early costs is forgotten.
  ['forgets-aborted', { original: import.meta.resolve('../gateway/proxy/settle-up.ts'), replacement: import.meta.resolve('./mutant-settle-up.ts') }],
]);
