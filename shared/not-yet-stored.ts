import { z } from 'zod';

/**
 * There while a stop holds and is not on disk: the disk is full, or the folder cannot be written. It is written as soon
 * as that is mended; a gateway that is killed before has forgotten it.
 */
export const notYetStoredShape = { notYetStored: z.literal(true).exactOptional() } as const;

export interface NotYetStored {
  readonly notYetStored?: true;
}

interface Stoppable {
  readonly everything: NotYetStored;
  readonly providers: readonly NotYetStored[];
  readonly agents: readonly NotYetStored[];
  readonly keys: readonly NotYetStored[];
}

/** True while any stop of a gateway is not on disk. */
export function hasNotYetStored({ everything, providers, agents, keys }: Stoppable): boolean {
  return [everything, ...providers, ...agents, ...keys].some((one) => one.notYetStored === true);
}

const TEXT =
  'This already holds, but it is not saved on disk yet, because the ledger cannot be written: free some space, or ' +
  'check the data folder. Purser saves it as soon as it can; if Purser ends first, it forgets it.';

/** The result of a stop, with what a person must know while it is not on disk. */
export function stopText(text: string, { notYetStored }: NotYetStored): string {
  return notYetStored === true ? `${text} ${TEXT}` : text;
}
