import type { Logger } from '../platform/ports.ts';
import { within } from '../platform/within.ts';

/** Closes everything that was opened, in reverse order. */
export interface Undo {
  /** @param name names the step in the log when it takes too long */
  add(name: string, step: () => Promise<void> | void): void;
  all(): Promise<void>;
}

/** @param stepMs how long each step may take before the next one begins @see Undo */
export function createUndo(stepMs: number, log: Logger): Undo {
  const steps: { readonly name: string; readonly run: () => Promise<void> | void }[] = [];
  return {
    add: (name, run) => void steps.push({ name, run }),
    async all() {
      for (const { name, run } of steps.splice(0).toReversed())
        await within(stepMs, run(), () => log.log('error', 'stop-was-late', { step: name }));
    },
  };
}
