import { settleAtBound as trulyAtBound, settleExact, settleSeen as trulySeen, settleUnused, tokensUnderWay } from '../gateway/proxy/settle-up.ts';

export { settleExact, settleUnused, tokensUnderWay };

/** Settles a request whose client left at nothing. */
export const settleAtBound: typeof trulyAtBound = (tab, ending) => (ending.outcome === 'client-gone' ? settleUnused(tab, ending) : trulyAtBound(tab, ending));

/** The same for streams. */
export const settleSeen: typeof trulySeen = (tab, meter, underWay, ending) =>
  ending.outcome === 'client-gone' ? settleUnused(tab, ending) : trulySeen(tab, meter, underWay, ending);
