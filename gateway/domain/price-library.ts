import { calcPrice } from '@pydantic/genai-prices';
import type { Provider } from '@pydantic/genai-prices';
import type { Rates } from './rates.ts';

export type { Provider as PricedProvider } from '@pydantic/genai-prices';

/** Published prices of many providers: the ones that came with this version of Purser, or newer ones. */
export interface PriceLibrary {
  /** @param at epoch milliseconds. @returns undefined for what it does not know */
  find(providerId: string, model: string, at: number): PublishedPrice | undefined;
}

export interface PublishedPrice {
  readonly rates: Rates;
  /** In tokens, as published: rounded. */
  readonly contextWindow: number | undefined;
  /** It depends neither on the date nor on the time of day. */
  readonly steady: boolean;
}

const NOTHING = { input_tokens: 0, output_tokens: 0 };

/** The prices that came with this version. */
export const builtInPrices: PriceLibrary = {
  find: (providerId, model, at) => read(calcPrice(NOTHING, model, { providerId, timestamp: new Date(at) })),
};

/** Prices from data of the same form as the library's own, which stays as it is. */
export function libraryOf(providers: readonly Provider[]): PriceLibrary {
  const known = new Map(providers.map((provider) => [provider.id, provider]));
  const findIn = (id: string, model: string, timestamp: Date): PublishedPrice | undefined => {
    const provider = known.get(id);
    // It would look for what this provider serves of others in the built-in data; those are looked up here.
    return provider && read(calcPrice(NOTHING, model, { provider: { ...provider, fallback_model_providers: [] }, timestamp }));
  };
  return {
    find(providerId, model, at) {
      const timestamp = new Date(at);
      const ids = [providerId, ...(known.get(providerId)?.fallback_model_providers ?? [])];
      return ids.map((id) => findIn(id, model, timestamp)).find((price) => price !== undefined);
    },
  };
}

function read(found: ReturnType<typeof calcPrice>): PublishedPrice | undefined {
  return found ? { rates: found.model_price, contextWindow: found.model.context_window, steady: !Array.isArray(found.model.prices) } : undefined;
}
