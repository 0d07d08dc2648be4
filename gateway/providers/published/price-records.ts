import type { PriceRecord, PriceRecords, TimedRates } from '../../domain/price/price-record.ts';
import type { Rates } from '../../domain/price/rates.ts';

/** Where prices were read, and on which day. */
export type Origin = Pick<PriceRecord, 'source' | 'asOf' | 'corrects' | 'contextWindow'>;

/** One record for each name, all read at the same place. Rates are USD. */
export function recordsOf(
  origin: Origin,
  prices: Readonly<Record<string, Rates | readonly TimedRates[]>>,
): PriceRecords {
  return Object.fromEntries(Object.entries(prices).map(([model, rates]) => [model, { ...origin, prices: rates }]));
}

/** Names that move from model to model, or that stand for several: the dearest that they may mean. */
export function aliasesOf(origin: Origin, names: Readonly<Record<string, readonly string[]>>): PriceRecords {
  return Object.fromEntries(Object.entries(names).map(([name, as]) => [name, { ...origin, as }]));
}

/** The rates of text, in USD per million tokens. */
export function textRates(input: number, output: number, cacheRead?: number, cacheWrite?: number): Rates {
  return {
    input_mtok: input,
    output_mtok: output,
    ...(cacheRead !== undefined && { cache_read_mtok: cacheRead }),
    ...(cacheWrite !== undefined && { cache_write_mtok: cacheWrite }),
  };
}

/** Rates that are others for a request with more input than so many tokens, all of it. */
export function steppedRates(rates: Rates, above: number, longer: Rates): Rates {
  return Object.fromEntries(
    Object.entries(rates).map(([name, base]) => {
      const price = longer[name];
      return [
        name,
        typeof base === 'number' && typeof price === 'number' ? { base, tiers: [{ start: above, price }] } : base,
      ];
    }),
  );
}
