import { namesOf } from '../domain/policy/model-name.ts';
import { libraryOf } from '../domain/price/price-library.ts';
import type { PricedModel, PricedProvider, PriceLibrary } from '../domain/price/price-library.ts';
import type { Rates } from '../domain/price/rates.ts';
import type { LeftPrice, PriceChange } from '../../shared/contract/price-views.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { PriceData } from './price-data.ts';

/** Prices fall, but to less than a tenth at once only by mistake: it would let an agent spend ten times its cap. */
const LARGEST_FALL = 10;

/** The prices of one provider, of different dates. */
export interface PriceVersions {
  /** In use now. */
  readonly was: PricedProvider;
  readonly next: PricedProvider;
  /** Came with Purser. */
  readonly builtIn: PricedProvider;
  /** Entries of the newer data that could not be read. */
  readonly unreadable: PriceData['unreadable'];
}

export interface ComparedProvider {
  /** The prices to be used from now on. */
  readonly provider: PricedProvider;
  /** Names that had a price, and those of them that still have one. */
  readonly before: number;
  readonly kept: number;
  readonly changes: readonly PriceChange[];
  readonly leftAlone: readonly LeftPrice[];
}

/** Compares one provider's models by name: a model may have several, and newer data may sort them anew. */
export function compareProvider(versions: PriceVersions, at: number): ComparedProvider {
  const { was, next, builtIn } = versions;
  const libraries = { id: was.id, old: alone(was), newer: alone(next), first: alone(builtIn) };
  const names = new Set([...was.models, ...next.models].flatMap(namesOf));
  const models = [...names].map((model) => compareModel(libraries, model, at));
  const known = models.filter(({ oldRates }) => oldRates !== undefined);
  const unread = versions.unreadable.filter(({ provider }) => provider === was.id);
  const replaced = replacedIn(models);
  return {
    provider: {
      ...next,
      models: [
        ...next.models.flatMap((entry) => believedOf(entry, replaced)),
        ...was.models.filter(({ id }) => unread.some(({ model }) => model === id)),
      ],
    },
    before: known.length,
    kept: known.filter(({ newRates }) => newRates !== undefined).length,
    changes: changesIn(was.id, models).filter(({ model }) => !unread.some((left) => left.model === model)),
    leftAlone: [
      ...[...replaced].map(([{ id }, { because }]): LeftPrice => ({ provider: was.id, model: id, because })),
      ...unread.map(({ provider, model }): LeftPrice => ({ provider, model: model ?? null, because: 'unreadable' })),
    ],
  };
}

interface Libraries {
  /** The provider's. */
  readonly id: string;
  readonly old: PriceLibrary;
  readonly newer: PriceLibrary;
  readonly first: PriceLibrary;
}

/** One name in the price data of different dates. */
interface ComparedModel {
  readonly model: string;
  /** The entry that it means in the newer data, and in the older. */
  readonly entry: PricedModel | undefined;
  readonly oldEntry: PricedModel | undefined;
  /** The entry whose prices stay when the newer one cannot be believed. */
  readonly standIn: PricedModel | undefined;
  readonly oldRates: Rates | undefined;
  /** The rates now, and from each announced date on; undefined where they cannot be computed. */
  readonly newRates: readonly Rates[] | undefined;
  /** Why the newer entry cannot be believed. */
  readonly fault: LeftPrice['because'] | undefined;
}

function compareModel({ id, old, newer, first }: Libraries, model: string, at: number): ComparedModel {
  const ratesIn = (library: PriceLibrary, time = at): Rates | undefined => library.find(id, model, time)?.rates;
  const entry = newer.match(id, model);
  const oldEntry = old.match(id, model);
  const oldRates = ratesIn(old);
  const newRates = entry && findSafely(() => [at, ...changesOf(entry, at)].map((time) => ratesIn(newer, time) ?? {}));
  const standards = [oldRates, ratesIn(first)].filter((rates) => rates !== undefined);
  const falls = standards.some((rates) => newRates?.some((ahead) => hasFallen(rates, ahead)));
  const isUnreadable = entry !== undefined && newRates === undefined;
  return {
    model,
    entry,
    oldEntry,
    standIn: oldEntry ?? first.match(id, model),
    oldRates,
    newRates,
    fault: falls ? 'nearly-free' : isUnreadable ? 'unreadable' : undefined,
  };
}

type Replaced = ReadonlyMap<
  PricedModel,
  { readonly standIn: PricedModel | undefined; readonly because: LeftPrice['because'] }
>;

/** Entries of the newer data that cannot be believed, each with the one whose prices stay. */
function replacedIn(models: readonly ComparedModel[]): Replaced {
  const replaced = new Map<PricedModel, { standIn: PricedModel | undefined; because: LeftPrice['because'] }>();
  for (const { entry, standIn, fault } of models)
    if (entry && fault !== undefined && !replaced.has(entry)) replaced.set(entry, { standIn, because: fault });
  return replaced;
}

function believedOf(entry: PricedModel, replaced: Replaced): readonly PricedModel[] {
  const found = replaced.get(entry);
  if (!found) return [entry];
  return found.standIn ? [{ ...entry, prices: found.standIn.prices }] : [];
}

/** Changed prices. A model that has several names changes once. */
function changesIn(provider: PriceChange['provider'], models: readonly ComparedModel[]): readonly PriceChange[] {
  const seen = new Set<string>();
  return models.flatMap(({ model, entry, oldEntry, oldRates, newRates, fault }): readonly PriceChange[] => {
    const [was, now] = [pick(oldRates), pick(newRates?.[0])];
    const both = `${oldEntry?.id ?? ''} ${entry?.id ?? ''}`;
    if (fault !== undefined || seen.has(both) || isSame(was, now)) return [];
    seen.add(both);
    return [{ provider, model, was: was ?? null, now: now ?? null }];
  });
}

/** A library of one provider, without models of other providers that it serves: those are compared there. */
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

function isSame(one: Pair | undefined, other: Pair | undefined): boolean {
  return one?.input === other?.input && one?.output === other?.output;
}
