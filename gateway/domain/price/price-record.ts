import { withoutDate } from '../policy/model-name.ts';
import type { Rates } from './rates.ts';

/** Purser's own record of a model's price, with where and when it was read. */
export type PriceRecord = {
  /** The page it is from. */
  readonly source: string;
  /** The day on which it was read, as `2026-11-27`. */
  readonly asOf: string;
  /** The published price is wrong. This one counts instead, until the publication says something else. */
  readonly corrects?: true;
  /** In tokens. */
  readonly contextWindow?: number;
} & (
  | { readonly prices: Rates | readonly TimedRates[] }
  | {
      /** Names of models that it stands for: the dearest of them counts. */
      readonly as: readonly string[];
      /** Rates on top of theirs. */
      readonly adds?: Rates;
    }
);

/** Rates, in USD, that do not always apply. Where several do, the last one counts. */
export interface TimedRates {
  readonly rates: Rates;
  /** The instant from which they do, as `2026-12-01T00:00:00Z`. */
  readonly from?: string;
  /** The hours of the day in UTC: from the first one, up to the second. */
  readonly hours?: readonly [from: number, to: number];
}

/** Records by the exact names of models. */
export type PriceRecords = Readonly<Record<string, PriceRecord>>;

/**
 * The record of a model: by its name, or by that of which it is a dated snapshot.
 * @param datedApart only by its name
 */
export function recordOf(records: PriceRecords, model: string, datedApart = false): PriceRecord | undefined {
  return [model, ...(datedApart ? [] : [withoutDate(model)])]
    .filter((name) => Object.hasOwn(records, name))
    .map((name) => records[name])[0];
}

/** The rates that apply at an instant. @param at epoch milliseconds. @returns undefined when none do yet */
export function ratesAt(prices: Rates | readonly TimedRates[], at: number): Rates | undefined {
  if (!isTimed(prices)) return prices;
  const hour = new Date(at).getUTCHours();
  return prices.findLast(
    ({ from, hours }) =>
      (from === undefined || at >= Date.parse(from)) && (hours === undefined || (hour >= hours[0] && hour < hours[1])),
  )?.rates;
}

/** True for rates that do not depend on the time. */
export function isSteady(prices: Rates | readonly TimedRates[]): boolean {
  return !isTimed(prices);
}

function isTimed(prices: Rates | readonly TimedRates[]): prices is readonly TimedRates[] {
  return Array.isArray(prices);
}
