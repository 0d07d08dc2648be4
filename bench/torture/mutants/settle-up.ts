import {
  settleAtBound as trulyAtBound,
  settleStream as trulyStream,
  settleUnused,
} from '../../../gateway/proxy/settle/settle-up.ts';

// All other exports as they are; the one below takes the place of its namesake.
export * from '../../../gateway/proxy/settle/settle-up.ts';

/** Settles a request whose client left at nothing. */
export const settleAtBound: typeof trulyAtBound = (heldRequest, ending) =>
  ending.outcome === 'client-gone' ? settleUnused(heldRequest, ending) : trulyAtBound(heldRequest, ending);

/** The same for streams. */
export const settleStream: typeof trulyStream = (heldRequest, meter, ending) =>
  ending.endedBy === 'client-gone' && meter.usage() === undefined
    ? settleUnused(heldRequest, { outcome: 'client-gone', status: ending.status })
    : trulyStream(heldRequest, meter, ending);
