import { calcPrice, findProvider } from '@pydantic/genai-prices';
import type { ModelInfo, Provider } from '@pydantic/genai-prices';
import { meansModel } from '../policy/model-name.ts';
import type { Rates } from './rates.ts';

export type { ModelInfo as PricedModel, Provider as PricedProvider } from '@pydantic/genai-prices';

/** Published prices of many providers: the ones that came with this version of Purser, or newer ones. */
export interface PriceLibrary {
  /** @param at epoch milliseconds. @returns undefined for an unknown model */
  find(providerId: string, model: string, at: number): PublishedPrice | undefined;
  /** The entry that a name means: itself, or a snapshot of it. */
  match(providerId: string, model: string): ModelInfo | undefined;
  /** Every model that it has for a provider, by its id. */
  names(providerId: string): readonly string[];
  /** The price in a second publication, which has names of its own; left out where there is none. */
  findSecond?(secondId: string, model: string): PublishedPrice | undefined;
}

/** The price of one model as a publication has it. */
export interface PublishedPrice {
  readonly rates: Rates;
  /** In tokens, as published: rounded. */
  readonly contextWindow: number | undefined;
  /** It depends neither on the date nor on the time of day. */
  readonly steady: boolean;
  /** It is listed at 0, which may as well mean that nobody knows it. */
  readonly free?: boolean;
  /** It is the dearest of several that may apply; left out: where hosts have prices of their own. */
  readonly assumed?: boolean;
}

const NOTHING = { input_tokens: 0, output_tokens: 0 };

/** The prices that came with this version. */
export const builtInPrices: PriceLibrary = libraryFrom((providerId) => {
  const provider = findProvider({ providerId });
  return provider?.id === providerId ? provider : undefined;
});

/** Prices from data of the same form as the library's own, which stays as it is. */
export function libraryOf(providers: readonly Provider[]): PriceLibrary {
  const known = new Map(providers.map((provider) => [provider.id, provider]));
  return libraryFrom((id) => known.get(id));
}

function libraryFrom(providerOf: (id: string) => Provider | undefined): PriceLibrary {
  // Models of other providers that it serves are in their own lists.
  const idsOf = (providerId: string): readonly string[] => [
    providerId,
    ...(providerOf(providerId)?.fallback_model_providers ?? []),
  ];
  const lookUp = (providerId: string, model: string) => {
    for (const id of idsOf(providerId)) {
      const provider = providerOf(id);
      const entry = provider?.models.find((candidate) => meansModel(candidate, model));
      if (provider && entry) return { provider, entry };
    }
    return undefined;
  };
  return {
    match: (providerId, model) => lookUp(providerId, model)?.entry,
    names: (providerId) => idsOf(providerId).flatMap((id) => providerOf(id)?.models.map((entry) => entry.id) ?? []),
    find(providerId, model, at) {
      const found = lookUp(providerId, model);
      if (!found) return undefined;
      const { provider, entry } = found;
      const price = calcPrice(NOTHING, entry.id, {
        provider: { ...provider, fallback_model_providers: [], models: [{ ...entry, match: { equals: entry.id } }] },
        timestamp: new Date(at),
      });
      return price
        ? { rates: price.model_price, contextWindow: entry.context_window, steady: !Array.isArray(entry.prices) }
        : undefined;
    },
  };
}
