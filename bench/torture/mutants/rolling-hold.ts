import { keepHolding as trulyKeep } from '../../../gateway/proxy/reserve/rolling-hold.ts';

// All other exports as they are; the one below takes the place of its namesake.
export * from '../../../gateway/proxy/reserve/rolling-hold.ts';

/** Holds the first slice of a stream and lets it run. */
export const keepHolding: typeof trulyKeep = (heldRequest, refused) =>
  trulyKeep({ ...heldRequest, rolls: false }, refused);
