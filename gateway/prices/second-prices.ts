import type { PriceLibrary, PublishedPrice } from '../domain/price/price-library.ts';
import { PROVIDERS } from '../providers/providers.ts';
import { hasFallen } from './compare-provider.ts';
import type { SecondPrice, SecondPrices } from './models-dev.ts';

/** Every provider here that the second publication has, by its ids. */
export const SECOND_IDS: ReadonlySet<string> = new Set(
  Object.values(PROVIDERS).flatMap(({ prices }) => (prices.secondId === undefined ? [] : [prices.secondId])),
);

/** The first publication, with the second one beside it. */
export function withSecond(library: PriceLibrary, second: SecondPrices | undefined): PriceLibrary {
  return second === undefined ? library : { ...library, findSecond: (id, model) => findSecond(second, id, model) };
}

/** The price of a model in the second publication, by its exact name there. */
export function findSecond(second: SecondPrices, id: string, model: string): PublishedPrice | undefined {
  const provider = Object.hasOwn(second, id) ? second[id] : undefined;
  const price = provider && Object.hasOwn(provider, model) ? provider[model] : undefined;
  return price && { rates: price.rates, contextWindow: price.contextWindow, steady: true, free: price.free === true };
}

/** Newer prices, but for those that would make a model nearly free: these stay as they were. */
export function believeSecond(newer: SecondPrices, inUse: SecondPrices | undefined): SecondPrices {
  const believed = (id: string, model: string, price: SecondPrice): SecondPrice => {
    const was = inUse && findSecond(inUse, id, model);
    return was && hasFallen(was.rates, price.rates) ? { rates: was.rates, contextWindow: was.contextWindow } : price;
  };
  return Object.fromEntries(
    Object.entries(newer).map(([id, models]) => [
      id,
      Object.fromEntries(Object.entries(models).map(([model, price]) => [model, believed(id, model, price)])),
    ]),
  );
}

export function countModels(second: SecondPrices): number {
  return Object.values(second).reduce(
    (sum, models) => sum + Object.values(models).filter(({ free }) => free !== true).length,
    0,
  );
}
