import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A module of the product and what stands in for it. The product has no switch for this. */
export interface Mutation {
  readonly original: string;
  readonly replacement: string;
}

/** @throws when the module has moved: a fault that is put in nowhere would look like one that was not found */
function instead(original: string, replacement: string): Mutation {
  const urls = { original: import.meta.resolve(original), replacement: import.meta.resolve(replacement) };
  for (const url of Object.values(urls))
    if (!existsSync(fileURLToPath(url))) throw new Error(`There is no ${url}: give the mutant the module's new place.`);
  return urls;
}

/** Faults put in on purpose: the torture has to find each of them, or it proves nothing. */
export const MUTANTS: ReadonlyMap<string, Mutation> = new Map([
  // What every rival does: check the budget, then spend.
  ['no-reservation', instead('../gateway/domain/caps/cap-book.ts', './mutant-cap-book.ts')],
  // What an agent that leaves early costs is forgotten.
  ['forgets-aborted', instead('../gateway/proxy/settle/settle-up.ts', './mutant-settle-up.ts')],
  // A stream that runs is never asked about again.
  ['no-extension', instead('../gateway/proxy/reserve/rolling-hold.ts', './mutant-rolling-hold.ts')],
  // What was thought and not shown costs nothing.
  ['forgets-hidden', instead('../gateway/domain/stream/stream-exposure.ts', './mutant-stream-exposure.ts')],
  // A provider that says it has read nothing has.
  ['believes-zero', instead('../gateway/proxy/settle/price-usage.ts', './mutant-price-usage.ts')],
  // What finishes what was begun is left, at what was seen of it.
  ['leaves-finishers', instead('../gateway/providers/published/stops.ts', './mutant-stops.ts')],
]);
