import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A module of the product and what stands in for it. The product has no switch for this. */
export interface Mutation {
  readonly original: string;
  readonly replacement: string;
}

/** @throws Error when there is no such module (any more): a mutant that replaces nothing would prove nothing */
function instead(path: string, replacement: string): Mutation {
  const original = import.meta.resolve(`../../gateway/${path}`);
  if (!existsSync(fileURLToPath(original))) throw new Error(`A mutant names gateway/${path}, which is not there.`);
  return { original, replacement };
}

/** Faults put in on purpose: the torture has to find each of them, or it proves nothing. */
export const MUTANTS: ReadonlyMap<string, Mutation> = new Map([
  // As every rival does it: check the budget, then spend.
  ['no-reservation', instead('domain/caps/cap-book.ts', import.meta.resolve('./mutants/cap-book.ts'))],
  // The cost of an agent that leaves early is forgotten.
  ['forgets-aborted', instead('proxy/settle/settle-up.ts', import.meta.resolve('./mutants/settle-up.ts'))],
  // A stream that runs is never asked about again.
  ['no-extension', instead('proxy/reserve/rolling-hold.ts', import.meta.resolve('./mutants/rolling-hold.ts'))],
  // Hidden thoughts cost nothing.
  ['forgets-hidden', instead('domain/stream/stream-exposure.ts', import.meta.resolve('./mutants/stream-exposure.ts'))],
  // A provider that says it has read nothing has.
  ['believes-zero', instead('proxy/settle/price-usage.ts', import.meta.resolve('./mutants/price-usage.ts'))],
  // A provider that finishes what was begun is left, at what was seen of it.
  ['leaves-finishers', instead('providers/published/stops.ts', import.meta.resolve('./mutants/stops.ts'))],
  // Replies are relayed before the disk has what they cost; only a power cut shows it.
  ['no-sync', instead('accounts/spend/reservation.ts', import.meta.resolve('./mutants/reservation.ts'))],
]);

/** No fault: notes what is on the disk, so that a power cut can be played. */
export const POWER_WATCH = instead('ledger/wal-sync.ts', import.meta.resolve('./power/wal-sync.ts'));
