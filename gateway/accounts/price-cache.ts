import type { ProviderName } from '../../shared/ids.ts';
import type { PriceLibrary } from '../domain/price/price-library.ts';
import { findPrice } from '../domain/price/price.ts';
import type { ModelPrice, PriceSource } from '../domain/price/price.ts';
import type { PriceOverride } from '../domain/price/price-override.ts';

/** A kind of provider, as far as prices are concerned. */
export interface PricedSpec {
  readonly kind: string;
  readonly prices: PriceSource;
}

/** A price that somebody asks for. */
interface WantedPrice {
  readonly provider: ProviderName;
  readonly spec: PricedSpec;
  readonly model: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The host of its base URL, without a port. */
  readonly host?: string | undefined;
}

/**
 * Prices by provider and model: the price book's matching is slower than a whole decision may be. What depends on the
 * time is looked up once a minute.
 */
export interface PriceCache {
  /** @returns undefined when nobody knows the price */
  find(wanted: WantedPrice): ModelPrice | undefined;
  /** The person's own prices, the published ones, or what a provider's name stands for have changed. */
  clear(): void;
}

const MINUTE_MS = 60_000;
/** An agent can name any model; the cache must not grow with what it makes up. */
const MOST_MODELS = 500;

export function createPriceCache(overrides: () => readonly PriceOverride[], library: () => PriceLibrary): PriceCache {
  const prices = new Map<string, { readonly price: ModelPrice | undefined; readonly minute: number }>();
  return {
    find({ provider, spec: { kind, prices: source }, model, now, host }) {
      const minute = Math.floor(now / MINUTE_MS);
      // With its kind: a request of a provider that was removed may still ask when its name stands for another one.
      const name = `${provider} ${kind} ${model}`;
      const known = prices.get(name);
      if (known && (known.price?.steady || known.minute === minute)) return known.price;
      if (prices.size > MOST_MODELS) prices.clear();
      const price = findPrice({
        source,
        provider,
        model,
        host,
        at: minute * MINUTE_MS,
        overrides: overrides(),
        library: library(),
      });
      prices.set(name, { price, minute });
      return price;
    },
    clear: () => prices.clear(),
  };
}
