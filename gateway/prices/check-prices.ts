import { namesOf } from '../domain/policy/model-name.ts';
import type { PricedProvider } from '../domain/price/price-library.ts';
import type { LeftPrice, PriceChange } from '../../shared/contract/price-views.ts';
import { compareProvider } from './compare-provider.ts';
import type { ComparedProvider } from './compare-provider.ts';
import type { PriceData } from './price-data.ts';

/** Newer data must know this share of the models in use: data with far fewer is broken. */
const LEAST_SHARE_OF_MODELS = 0.8;

/** Data to be used from now on, or why not. */
export type PriceCheck =
  | {
      readonly ok: true;
      readonly providers: readonly PricedProvider[];
      readonly changes: readonly PriceChange[];
      readonly leftAlone: readonly LeftPrice[];
    }
  | { readonly ok: false; readonly because: string };

interface InUse {
  readonly providers: readonly PricedProvider[];
  /** The prices that came with Purser. Two falls in a row are one, so newer data is compared with both. */
  readonly builtIn: readonly PricedProvider[];
}

/**
 * Checks whether newer published prices may replace those in use. A model that cannot be believed keeps its prices;
 * only data that is odd as a whole is refused.
 */
export function checkPrices(newer: PriceData, { providers: inUse, builtIn }: InUse, at: number): PriceCheck {
  const compared = inUse.map((was) => {
    const next = newer.providers.find(({ id }) => id === was.id);
    if (!next) return missing(was);
    const first = builtIn.find(({ id }) => id === was.id) ?? was;
    return compareProvider({ was, next, builtIn: first, unreadable: newer.unreadable }, at);
  });
  const [before, kept] = [sum(compared.map((one) => one.before)), sum(compared.map((one) => one.kept))];
  if (kept < before * LEAST_SHARE_OF_MODELS)
    return { ok: false, because: `It knows ${kept} of the ${before} models that are in use now.` };
  return {
    ok: true,
    providers: compared.map(({ provider }) => provider),
    changes: compared.flatMap(({ changes }) => changes),
    leftAlone: compared.flatMap(({ leftAlone }) => leftAlone),
  };
}

function missing(was: PricedProvider): ComparedProvider {
  return {
    provider: was,
    before: was.models.flatMap(namesOf).length,
    kept: 0,
    changes: [],
    leftAlone: [{ provider: was.id, model: null, because: 'missing' }],
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
