import { hold as trulyHold } from '../../../gateway/accounts/spend/reservation.ts';

// All other exports as they are; the one below takes the place of its namesake.
export * from '../../../gateway/accounts/spend/reservation.ts';

/** Says that a reservation is on the disk, and waits for nothing. */
export const hold: typeof trulyHold = (deps, asked) =>
  trulyHold({ ...deps, ledger: { ...deps.ledger, sync: () => Promise.resolve() } }, asked);
