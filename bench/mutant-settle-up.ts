import { settleAtBound as trulyAtBound, settleExact, settleSeen as trulySeen, settleUnused } from '../gateway/proxy/settle-up.ts';

export { settleExact, settleUnused };

/** Settles a request whose client left at nothing. */
export const settleAtBound: typeof trulyAtBound = (tab, ending) => (ending.outcome === 'client-gone' ? settleUnused(tab, ending) : trulyAtBound(tab, ending));

/** The same for streams. */
export const settleSeen: typeof trulySeen = (tab, meter, unreadable, ending) =>
  ending.outcome === 'client-gone' ? settleUnused(tab, ending) : trulySeen(tab, meter, unreadable, ending);
