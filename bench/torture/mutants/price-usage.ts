import { priceUsage as trulyPrice } from '../../../gateway/proxy/settle/price-usage.ts';

// All other exports as they are; the one below takes the place of its namesake.
export * from '../../../gateway/proxy/settle/price-usage.ts';

/** Takes every figure for a report, and a 0 for nothing. */
export const priceUsage: typeof trulyPrice = (heldRequest, { suspect: _suspect, ...reported }) =>
  trulyPrice(heldRequest, reported);
