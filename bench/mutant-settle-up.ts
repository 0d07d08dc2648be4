import { settleAtBound as trulyAtBound, settleExact, settleStream as trulyStream, settleUnused, tokensUnderWay } from '../gateway/proxy/settle-up.ts';

export { settleExact, settleUnused, tokensUnderWay };

/** Settles a request whose client left at nothing. */
export const settleAtBound: typeof trulyAtBound = (tab, ending) => (ending.outcome === 'client-gone' ? settleUnused(tab, ending) : trulyAtBound(tab, ending));

/** The same for streams. */
export const settleStream: typeof trulyStream = (tab, meter, underWay, ending) =>
  ending.endedBy === 'client-gone' && meter.usage() === undefined ? settleUnused(tab, { outcome: 'client-gone', status: ending.status }) : trulyStream(tab, meter, underWay, ending);
