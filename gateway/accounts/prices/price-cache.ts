import type { ProviderName } from '../../../shared/ids.ts';
import type { PriceLibrary } from '../../domain/price/price-library.ts';
import { findPrice } from '../../domain/price/price.ts';
import type { ModelPrice, PriceSource } from '../../domain/price/price.ts';
import type { PriceOverride } from '../../domain/price/price-override.ts';

/** The facts about a kind of provider that its prices depend on. */
export interface PricedSpec {
  readonly kind: string;
  readonly prices: PriceSource;
}

/** The price to look up. */
interface WantedPrice {
  readonly provider: ProviderName;
  readonly spec: PricedSpec;
  readonly model: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The host of the provider's base URL, without a port. */
  readonly host?: string | undefined;
  /** A person says that nothing is added to its prices there. */
  readonly withoutSurcharge?: boolean;
}

/**
 * Prices by provider and model: matching in the price book takes longer than a whole decision may. Prices that depend
 * on the time are looked up again every minute.
 */
export interface PriceCache {
  /** @returns undefined when nobody knows the price */
  find(wanted: WantedPrice): ModelPrice | undefined;
  /**
   * Forgets every price: the person's own ones, the published ones, or the meaning of a provider's name may have
   * changed.
   */
  clear(): void;
}

const MINUTE_MS = 60_000;
/** An agent can name any model; the cache must not grow with invented names. */
const MOST_MODELS = 500;

export function createPriceCache(overrides: () => readonly PriceOverride[], library: () => PriceLibrary): PriceCache {
  const prices = new Map<string, { readonly price: ModelPrice | undefined; readonly minute: number }>();
  return {
    find({ provider, spec: { kind, prices: source }, model, now, host, withoutSurcharge }) {
      const minute = Math.floor(now / MINUTE_MS);
      // Includes the kind: a request of a removed provider may still ask when its name already means another one.
      const name = `${provider} ${kind} ${model}`;
      const known = prices.get(name);
      if (known && (known.price?.steady || known.minute === minute)) return known.price;
      if (prices.size > MOST_MODELS) prices.clear();
      const price = findPrice({
        source,
        provider,
        model,
        host,
        withoutSurcharge,
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
