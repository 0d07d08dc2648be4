import { findPrice } from '../domain/price.ts';
import type { ModelPrice, PriceOverride } from '../domain/price.ts';

/** Prices by provider and model, looked up once a minute: the price book's matching is slower than a whole decision may be. */
export interface PriceCache {
  /** @param provider its id in the price library. @returns undefined when nobody knows the price */
  find(provider: string, model: string, now: number): ModelPrice | undefined;
  /** The person's own prices have changed. */
  clear(): void;
}

const MINUTE_MS = 60_000;
/** An agent can name any model; the cache must not grow with what it makes up. */
const MOST_MODELS = 500;

export function createPriceCache(overrides: () => readonly PriceOverride[]): PriceCache {
  let prices = new Map<string, ModelPrice | undefined>();
  let minute = 0;
  return {
    find(provider, model, now) {
      const current = Math.floor(now / MINUTE_MS);
      if (current !== minute || prices.size > MOST_MODELS) prices = new Map();
      minute = current;
      const name = `${provider} ${model}`;
      if (!prices.has(name)) prices.set(name, findPrice({ provider, model, at: current * MINUTE_MS, overrides: overrides() }));
      return prices.get(name);
    },
    clear: () => prices.clear(),
  };
}
