import type { ProviderName } from '../../../shared/ids.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { FoundPrice } from './look-up-price.ts';
import type { Rates } from './rates.ts';

/** The person's own price of one model, in nano-dollars per million tokens. Beats the price library. */
export interface PriceOverride {
  readonly model: string;
  /** The one provider it is for; null: every provider that has a model of that name. */
  readonly provider: ProviderName | null;
  readonly input: Nanodollars;
  readonly output: Nanodollars;
  readonly cacheRead: Nanodollars | null;
  readonly cacheWrite: Nanodollars | null;
  /** The true price is unknown: this is the dearest of its family, as a person has allowed it, until it is known. */
  readonly assumed?: boolean;
}

/** The person's own price of a model at a provider: one for this provider before one for all of them. */
export function findOverride(
  overrides: readonly PriceOverride[],
  model: string,
  provider: ProviderName | undefined,
): PriceOverride | undefined {
  const ofModel = overrides.filter((override) => override.model === model);
  return (
    ofModel.find((override) => override.provider !== null && override.provider === provider) ??
    ofModel.find((override) => override.provider === null)
  );
}

/** The price that a person has set, as a price book has it: rates in USD per million tokens. */
export function priceOfOverride(own: PriceOverride): FoundPrice {
  return {
    rates: ratesOf(own),
    contextWindow: undefined,
    origin: own.assumed === true ? 'assumed' : 'own',
    steady: true,
  };
}

function ratesOf(own: PriceOverride): Rates {
  const usd = (amount: Nanodollars): number => amount / 1e9;
  return {
    input_mtok: usd(own.input),
    output_mtok: usd(own.output),
    ...(own.cacheRead === null ? {} : { cache_read_mtok: usd(own.cacheRead) }),
    ...(own.cacheWrite === null ? {} : { cache_write_mtok: usd(own.cacheWrite) }),
  };
}
