import { z } from 'zod';
import type { CurrentPriceView, RateView } from '../../shared/contract/price-views.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { ModelPrice } from '../domain/price/price.ts';
import type { ProviderRecord } from '../ledger/records.ts';

const tieredSchema = z.object({ base: z.number(), tiers: z.array(z.object({ start: z.number(), price: z.number() })) });
const ratesSchema = z.record(z.string(), z.union([z.number(), tieredSchema]));

/**
 * Describes the price that a request for this model would use now, rate by rate.
 * @param price undefined when nobody knows it
 */
export function describePrice(
  { name }: Pick<ProviderRecord, 'name'>,
  model: string,
  price: ModelPrice | undefined,
): CurrentPriceView {
  if (!price)
    return {
      provider: name,
      model,
      origin: 'none',
      rates: [],
      hostPercent: 100,
      reportsCost: false,
      contextWindow: null,
    };
  return {
    provider: name,
    model,
    origin: price.origin,
    rates: ratesOf(price.rates),
    hostPercent: price.hostPercent,
    reportsCost: price.believesCost,
    contextWindow: price.contextWindow ?? null,
  };
}

/** The rates that people look for first. */
const FIRST: readonly string[] = ['output_mtok', 'input_mtok'];

/** The rates that a row keeps, one by one. */
function ratesOf(text: string): RateView[] {
  const rates = ratesSchema.parse(JSON.parse(text));
  const ordered = Object.entries(rates).toSorted(([left], [right]) => FIRST.indexOf(right) - FIRST.indexOf(left));
  return ordered.flatMap(([rate, value]) =>
    typeof value === 'number'
      ? [rateOf(rate, 0, value)]
      : [rateOf(rate, 0, value.base), ...value.tiers.map(({ start, price }) => rateOf(rate, start, price))],
  );
}

function rateOf(rate: string, above: number, usd: number): RateView {
  return { rate, above, amount: nanodollarsOf(Math.round(usd * 1e9)) };
}
