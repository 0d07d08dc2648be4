import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { ModelPrice } from './price.ts';

/**
 * The price of a request that one of several models may serve: held at the dearest of them.
 * @param own the model that it names
 */
export function priceOfAny(own: ModelPrice, others: readonly ModelPrice[]): ModelPrice {
  if (others.length === 0) return own;
  const all = [own, ...others];
  const most = (amountOf: (price: ModelPrice) => Nanodollars): Nanodollars =>
    nanodollarsOf(Math.max(...all.map(amountOf)));
  const dearer = (side: 'input' | 'output'): number | undefined => {
    const rates = all.map(({ listed }) => listed?.[side]);
    return rates.every((rate) => rate !== undefined) ? Math.max(...rates) : undefined;
  };
  const windows = all.flatMap(({ contextWindow }) => (contextWindow === undefined ? [] : [contextWindow]));
  return {
    ...own,
    // The reply names the model that served it; where it does not, any of them may have.
    costOf: (usage) => (usage.model === undefined ? most((price) => price.costOf(usage)) : own.costOf(usage)),
    worstCost: (bound) => most((price) => price.worstCost(bound)),
    outputFor: (bound, money) => Math.min(...all.map((price) => price.outputFor(bound, money))),
    knowsTier: (tier) => all.every((price) => price.knowsTier(tier)),
    findUnpriced: (bound) => all.map((price) => price.findUnpriced(bound)).find((part) => part !== undefined),
    free: all.every(({ free }) => free),
    listed: { input: dearer('input'), output: dearer('output') },
    contextWindow: windows.length === all.length ? Math.max(...windows) : undefined,
  };
}
