import { priceUsage as trulyPrice } from '../gateway/proxy/settle/price-usage.ts';

/** Takes every figure for a report, and a 0 for nothing. */
export const priceUsage: typeof trulyPrice = (tab, { suspect: _suspect, ...reported }) => trulyPrice(tab, reported);
