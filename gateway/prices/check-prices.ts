import { namesOf } from '../domain/policy/model-name.ts';
import { libraryOf } from '../domain/price/price-library.ts';
import type { PricedModel, PricedProvider, PriceLibrary } from '../domain/price/price-library.ts';
import type { Rates } from '../domain/price/rates.ts';
import type { LeftPrice, PriceChange } from '../../shared/contract/price-views.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { PriceData } from './price-data.ts';

/** Newer data with far fewer models than what is in use is not newer data. */
const LEAST_SHARE_OF_MODELS = 0.8;
/** Prices fall, but to less than a tenth at once only by mistake: it would let an agent spend ten times its cap. */
const LARGEST_FALL = 10;

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
  /** What came with Purser. Two falls in a row are one, so newer data is compared with both. */
  readonly builtIn: readonly PricedProvider[];
}

/**
 * May newer published prices replace those in use? A model that cannot be believed stays as it was; only data that is
 * odd as a whole is refused.
 */
export function checkPrices(newer: PriceData, { providers: inUse, builtIn }: InUse, at: number): PriceCheck {
  const compared = inUse.map((was) => {
    const next = newer.providers.find(({ id }) => id === was.id);
    return next
      ? compare(was, next, builtIn.find(({ id }) => id === was.id) ?? was, newer.unreadable, at)
      : missing(was);
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

interface Compared {
  /** What is to be used of it. */
  readonly provider: PricedProvider;
  /** Names that had a price, and those of them that still have one. */
  readonly before: number;
  readonly kept: number;
  readonly changes: readonly PriceChange[];
  readonly leftAlone: readonly LeftPrice[];
}

function missing(was: PricedProvider): Compared {
  return {
    provider: was,
    before: was.models.flatMap(namesOf).length,
    kept: 0,
    changes: [],
    leftAlone: [{ provider: was.id, model: null, because: 'missing' }],
  };
}

/** One provider's models, name by name: a model may be known by several, and newer data may sort them anew. */
function compare(
  was: PricedProvider,
  next: PricedProvider,
  builtIn: PricedProvider,
  unreadable: PriceData['unreadable'],
  at: number,
): Compared {
  const [old, newer, first] = [alone(was), alone(next), alone(builtIn)];
  const priceIn = (library: PriceLibrary, model: string, time = at): Rates | undefined =>
    library.find(was.id, model, time)?.rates;
  const changes: PriceChange[] = [];
  /** Entries of the newer data that cannot be believed, and what stands in their place. */
  const odd = new Map<
    PricedModel,
    { readonly instead: PricedModel | undefined; readonly because: LeftPrice['because'] }
  >();
  /** A model that has several names changes once. */
  const told = new Set<string>();
  let [before, kept] = [0, 0];
  for (const model of new Set([...was.models, ...next.models].flatMap(namesOf))) {
    const entry = newer.match(was.id, model);
    const oldRates = priceIn(old, model);
    const standards = [oldRates, priceIn(first, model)].filter((rates) => rates !== undefined);
    const newRates =
      entry && findSafely(() => [at, ...changesOf(entry, at)].map((time) => priceIn(newer, model, time) ?? {}));
    if (oldRates) before += 1;
    if (oldRates && newRates) kept += 1;
    const falls = standards.some((rates) => newRates?.some((ahead) => hasFallen(rates, ahead)));
    if (entry && (newRates === undefined || falls)) {
      const instead = old.match(was.id, model) ?? first.match(was.id, model);
      if (!odd.has(entry)) odd.set(entry, { instead, because: falls ? 'nearly-free' : 'unreadable' });
      continue;
    }
    const [wasPair, nowPair] = [pick(oldRates), pick(newRates?.[0])];
    const both = `${old.match(was.id, model)?.id ?? ''} ${entry?.id ?? ''}`;
    if (told.has(both) || (wasPair?.input === nowPair?.input && wasPair?.output === nowPair?.output)) continue;
    told.add(both);
    changes.push({ provider: was.id, model, was: wasPair ?? null, now: nowPair ?? null });
  }
  const unread = unreadable.filter(({ provider }) => provider === was.id);
  const believed = next.models.flatMap((entry) => {
    const found = odd.get(entry);
    if (!found) return [entry];
    return found.instead ? [{ ...entry, prices: found.instead.prices }] : [];
  });
  return {
    provider: {
      ...next,
      models: [...believed, ...was.models.filter(({ id }) => unread.some(({ model }) => model === id))],
    },
    before,
    kept,
    changes: changes.filter(({ model }) => !unread.some((left) => left.model === model)),
    leftAlone: [
      ...[...odd].map(([{ id }, { because }]): LeftPrice => ({ provider: was.id, model: id, because })),
      ...unread.map(({ provider, model }): LeftPrice => ({ provider, model: model ?? null, because: 'unreadable' })),
    ],
  };
}

/** Without what it serves of others, which is looked at where it is theirs. */
function alone(provider: PricedProvider): PriceLibrary {
  return libraryOf([{ ...provider, fallback_model_providers: [] }]);
}

/** The instants from which on another price is announced. */
function changesOf({ prices }: PricedModel, at: number): readonly number[] {
  if (!Array.isArray(prices)) return [];
  return prices
    .flatMap(({ constraint }) => (constraint && 'start_date' in constraint ? [Date.parse(constraint.start_date)] : []))
    .filter((time) => time > at);
}

/** Any rate that is there now, at its lowest tier, against the same rate before. */
export function hasFallen(was: Rates, now: Rates): boolean {
  return Object.keys(was).some(
    (name) => now[name] !== undefined && lowest(now[name]) * LARGEST_FALL < lowest(was[name]),
  );
}

function lowest(rate: Rates[string]): number {
  return typeof rate === 'object' ? Math.min(rate.base, ...rate.tiers.map(({ price }) => price)) : (rate ?? 0);
}

function findSafely<Found>(find: () => Found): Found | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}

interface Pair {
  readonly input: Nanodollars;
  readonly output: Nanodollars;
}

/** The two rates that people compare, per million tokens. */
function pick(rates: Rates | undefined): Pair | undefined {
  const amount = (rate: Rates[string]): Nanodollars =>
    nanodollarsOf(Math.round((typeof rate === 'object' ? rate.base : (rate ?? 0)) * 1e9));
  return rates && { input: amount(rates['input_mtok']), output: amount(rates['output_mtok']) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
