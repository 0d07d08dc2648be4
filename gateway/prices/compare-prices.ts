import type { PriceLibrary } from '../domain/price/price-library.ts';
import { lookUpPrice } from '../domain/price/look-up-price.ts';
import type { PriceSource } from '../domain/price/price-source.ts';
import type { Rates } from '../domain/price/rates.ts';
import { findSecond, withSecond } from './second-prices.ts';
import type { Published } from './price-book.ts';

/** A model that an agent uses, at the provider as the person calls it. */
export interface UsedModel {
  readonly provider: string;
  readonly source: PriceSource;
  readonly model: string;
}

/** News for the person about the price of a model in use. */
export interface PriceNews {
  readonly provider: string;
  readonly model: string;
  /** `changed`: from the price in use to the published one. `disagree`: the first publication and the second. */
  readonly kind: 'changed' | 'disagree';
  readonly one: Pair;
  readonly other: Pair;
}

/** USD per million tokens, for a short prompt. */
interface Pair {
  readonly input: number;
  readonly output: number;
}

/** Publications that differ by less agree: rounding, and discounts that one of them has. */
const AGREEMENT = 0.1;

/** Compares the prices in use with the newly published ones, and both publications with each other, by model. */
export function comparePrices(
  used: readonly UsedModel[],
  inUse: PriceLibrary,
  published: Published,
  at: number,
): readonly PriceNews[] {
  const newer = published.first && withSecond(published.first, published.second);
  return used.flatMap(({ provider, source, model }): PriceNews[] => {
    const news = (kind: PriceNews['kind'], one: Pair, other: Pair): PriceNews[] => [
      { provider, model, kind, one, other },
    ];
    const was = pairOf(lookUpPrice(inUse, source, model, at)?.rates);
    const now = newer && pairOf(lookUpPrice(newer, source, model, at)?.rates);
    if (was && now && (was.input !== now.input || was.output !== now.output)) return news('changed', was, now);
    const first = now ?? was;
    const second = secondPairOf(published, source, model);
    return first && second && disagree(first, second) ? news('disagree', first, second) : [];
  });
}

function secondPairOf({ second }: Published, { secondId }: PriceSource, model: string): Pair | undefined {
  const found = secondId === undefined || !second ? undefined : findSecond(second, secondId, model);
  return found?.free === true ? undefined : pairOf(found?.rates);
}

function disagree(one: Pair, other: Pair): boolean {
  return differ(one.input, other.input) || differ(one.output, other.output);
}

function differ(one: number, other: number): boolean {
  return Math.abs(one - other) > Math.max(one, other) * AGREEMENT;
}

function pairOf(rates: Rates | undefined): Pair | undefined {
  const base = (rate: Rates[string]): number | undefined => (typeof rate === 'object' ? rate.base : rate);
  const [input, output] = [base(rates?.['input_mtok']), base(rates?.['output_mtok'])];
  return input === undefined || output === undefined ? undefined : { input, output };
}
