import type { PriceLibrary } from '../domain/price-library.ts';
import { findPrice } from '../domain/price.ts';
import type { ModelPrice, PriceOverride, PriceSource } from '../domain/price.ts';

/** A kind of provider, as far as prices are concerned. */
export interface PricedSpec {
  readonly kind: string;
  readonly prices: PriceSource;
}

/** Prices by provider and model, looked up once a minute: the price book's matching is slower than a whole decision may be. */
export interface PriceCache {
  /** @returns undefined when nobody knows the price */
  find(spec: PricedSpec, model: string, now: number): ModelPrice | undefined;
  /** The person's own prices, or the published ones, have changed. */
  clear(): void;
}

const MINUTE_MS = 60_000;
/** An agent can name any model; the cache must not grow with what it makes up. */
const MOST_MODELS = 500;

export function createPriceCache(overrides: () => readonly PriceOverride[], library: () => PriceLibrary): PriceCache {
  let prices = new Map<string, ModelPrice | undefined>();
  let minute = 0;
  return {
    find({ kind, prices: source }, model, now) {
      const current = Math.floor(now / MINUTE_MS);
      if (current !== minute || prices.size > MOST_MODELS) prices = new Map();
      minute = current;
      const name = `${kind} ${model}`;
      if (!prices.has(name)) prices.set(name, findPrice({ source, model, at: current * MINUTE_MS, overrides: overrides(), library: library() }));
      return prices.get(name);
    },
    clear: () => prices.clear(),
  };
}
