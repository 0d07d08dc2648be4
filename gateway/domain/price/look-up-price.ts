import { builtInPrices } from './price-library.ts';
import type { PriceLibrary, PublishedPrice } from './price-library.ts';
import { isSteady, ratesAt, recordOf } from './price-record.ts';
import type { PriceOrigin, PriceSource } from './price-source.ts';
import { sumWorstTokens, withCacheShares } from './rates.ts';
import type { Rates } from './rates.ts';
import type { TokenBound } from '../usage.ts';

/** A known price. */
export interface FoundPrice {
  readonly rates: Rates;
  /** In tokens. */
  readonly contextWindow: number | undefined;
  readonly origin: PriceOrigin;
  /** It depends neither on the date nor on the time of day. */
  readonly steady: boolean;
  /** It is the dearest of several that may be meant. */
  readonly assumed?: boolean;
}

/** The price of a free model: a price of 0 is known, a missing one is not. */
const NOTHING: Rates = { input_mtok: 0, output_mtok: 0 };
/** The window that the header `anthropic-beta: context-1m-...` opens, in tokens. */
const LARGER_WINDOW = 1_000_000;

/**
 * Looks up the price of a model: as published, with the additions and corrections of its provider's record; else as
 * that record has it; else as the second publication has it.
 * @param at epoch milliseconds.
 * @returns undefined when nobody knows it
 */
export function lookUpPrice(
  library: PriceLibrary,
  source: PriceSource,
  model: string,
  at: number,
): FoundPrice | undefined {
  if (source.freeModels?.test(model))
    return {
      rates: NOTHING,
      contextWindow: library.match(source.id ?? '', model)?.context_window,
      origin: 'record',
      steady: true,
    };
  const other = source.alsoNamed?.(model);
  const found =
    combine(library, source, model, at) ?? (other === undefined ? undefined : combine(library, source, other, at));
  const shares = { read: source.cacheReadPercent, writeHour: source.cacheHourPercent };
  return found && { ...found, rates: withCacheShares(found.rates, shares) };
}

function combine(library: PriceLibrary, source: PriceSource, model: string, at: number): FoundPrice | undefined {
  const time = source.pricedAs?.(at) ?? at;
  const record = recorded(library, source, model, at);
  const published = findPublished(library, source.id, model, time);
  if (!published) return withoutPublished(library, source, model, record);
  const corrects =
    record?.corrects === true &&
    // The record corrects a publication only while that still says what it said when the record was written.
    (library === builtInPrices || hasSameRates(findPublished(builtInPrices, source.id, model, time), published));
  const rates = corrects ? { ...published.rates, ...record.rates } : { ...record?.rates, ...published.rates };
  return {
    rates,
    contextWindow: windowOf(rates, published, record),
    origin: corrects ? 'record' : 'library',
    ...(corrects && record.assumed === true && { assumed: true }),
    steady: published.steady && record?.steady !== false,
  };
}

/**
 * The dearer of the record and the second publication, for a model that the first one does not know; where neither
 * knows it, as the second one had it when this version was made.
 */
function withoutPublished(
  library: PriceLibrary,
  { secondId, catalogue, freeAsListed = false, variesByHost = false }: PriceSource,
  model: string,
  record: FoundPrice | undefined,
): FoundPrice | undefined {
  const second = secondId === undefined ? undefined : library.findSecond?.(secondId, model);
  const both = [second, record ? undefined : catalogue?.find(model)].flatMap((price) =>
    price !== undefined && (freeAsListed || price.free !== true) ? [price] : [],
  );
  const listed = variesByHost ? dearest(both) : both[0];
  return dearest([
    ...(record ? [record] : []),
    ...(listed ? [{ ...listed, assumed: listed.assumed ?? variesByHost, origin: 'models-dev' as const }] : []),
  ]);
}

function hasSameRates(one: PublishedPrice | undefined, other: PublishedPrice): boolean {
  return JSON.stringify(one?.rates) === JSON.stringify(other.rates);
}

/** The context window; a tier that begins at the window or above shows that a header can ask for a larger one. */
function windowOf(rates: Rates, published: PublishedPrice, record: FoundPrice | undefined): number | undefined {
  const window = published.contextWindow ?? record?.contextWindow;
  const exceeded = Object.values(rates).some(
    (rate) => typeof rate === 'object' && rate.tiers.some((tier) => tier.start >= (window ?? Infinity)),
  );
  return exceeded ? LARGER_WINDOW : window;
}

/** As published; without a single rate it says nothing, least of all that it is free. */
function findPublished(library: PriceLibrary, id: string | undefined, model: string, at: number) {
  const published = id === undefined ? undefined : library.find(id, model, at);
  return published && Object.keys(published.rates).length > 0 ? published : undefined;
}

function recorded(
  library: PriceLibrary,
  source: PriceSource,
  model: string,
  at: number,
): (FoundPrice & { readonly corrects: boolean }) | undefined {
  const record = recordOf(source.modelRates ?? {}, model, source.datedApart);
  if (!record) return undefined;
  const corrects = record.corrects === true;
  if ('as' in record) {
    // A name never stands for itself, nor for one that stands for it.
    const { modelRates: { [model]: _self, ...others } = {}, ...rest } = source;
    const meant = dearest(
      record.as.flatMap((name) => combine(library, { ...rest, modelRates: others }, name, at) ?? []),
    );
    return (
      meant && {
        ...meant,
        rates: { ...meant.rates, ...record.adds },
        contextWindow: record.contextWindow ?? meant.contextWindow,
        origin: 'record',
        assumed: record.as.length > 1,
        corrects,
      }
    );
  }
  const rates = ratesAt(record.prices, source.pricedAs?.(at) ?? at);
  return (
    rates && { rates, contextWindow: record.contextWindow, origin: 'record', steady: isSteady(record.prices), corrects }
  );
}

const ONE_OF_EACH: TokenBound = { input: 1, output: 1 };

/** The dearest of prices that may apply: a cheaper price list is cheaper in every rate. */
export function dearest<Price extends { readonly rates: Rates }>(prices: readonly Price[]): Price | undefined {
  const [first, ...others] = prices;
  return (
    first &&
    others.reduce(
      (most, next) => (sumWorstTokens(next.rates, ONE_OF_EACH) > sumWorstTokens(most.rates, ONE_OF_EACH) ? next : most),
      first,
    )
  );
}
