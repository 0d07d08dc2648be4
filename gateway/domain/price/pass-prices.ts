import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { ModelPrice } from './price.ts';
import type { TokenBound } from '../usage.ts';

/** The most that a pass over a request by another model can use. */
export interface PricedPass extends TokenBound {
  readonly model: string;
}

/**
 * The most that passes by other models can cost together.
 * @param priceOf undefined where nobody knows it
 * @returns the name of a model that has no price, instead of a sum
 */
export function worstOfPasses(
  passes: readonly PricedPass[],
  priceOf: (model: string) => ModelPrice | undefined,
): Nanodollars | string {
  let sum = ZERO;
  // There may be a pass for each call of a hosted tool, and looking a price up takes a while.
  const known = new Map<string, ModelPrice>();
  for (const { model, ...bound } of passes) {
    const price = known.get(model) ?? priceOf(model);
    if (!price) return model;
    known.set(model, price);
    sum = addMoney(sum, price.worstCost({ ...bound, extras: { requests: 1, ...bound.extras } }));
  }
  return sum;
}

/** A price with the cost of other passes on top of the most that the request itself can cost. */
export function withPassCost(price: ModelPrice, passCost: Nanodollars): ModelPrice {
  if (passCost === 0) return price;
  return {
    ...price,
    worstCost: (bound) => addMoney(price.worstCost(bound), passCost),
    outputFor: (bound, money) => (money < passCost ? -1 : price.outputFor(bound, nanodollarsOf(money - passCost))),
  };
}
