import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findProvider, REMOTE_DATA_JSON_URL } from '@pydantic/genai-prices';
import { z } from 'zod';
import type { PriceUpdateView } from '../../shared/contract/price-views.ts';
import { PurserError } from '../../shared/errors.ts';
import { builtInPrices, libraryOf } from '../domain/price/price-library.ts';
import type { PriceLibrary, PricedProvider } from '../domain/price/price-library.ts';
import type { WayOut } from '../egress/egress.ts';
import type { Clock, Logger } from '../platform/ports.ts';
import { PROVIDERS } from '../providers/providers.ts';
import { readIfThere, writeAtomically } from '../platform/atomic-file.ts';
import { checkPrices } from './check-prices.ts';
import { fetchJson } from './fetch-json.ts';
import { MODELS_DEV_URL, readModelsDev } from './models-dev.ts';
import type { SecondPrices } from './models-dev.ts';
import { readPriceData } from './price-data.ts';
import { believeSecond, countModels, SECOND_IDS, withSecond } from './second-prices.ts';

/** The published prices in use: those that came with this version, or newer ones that the person asked for. */
export interface PriceBook {
  library(): PriceLibrary;
  /** Epoch milliseconds; null for the built-in ones. */
  fetchedAt(): number | null;
  /** The time when those of the second publication were fetched; null where there are none. */
  secondFetchedAt(): number | null;
  /**
   * Fetches newer ones, and uses them if they can be believed. Requests are served meanwhile. Without the second
   * publication the first one is used, and the earlier data of the second stays.
   * @throws PurserError `PRICES_UNAVAILABLE`: nothing was changed
   */
  update(): Promise<Omit<PriceUpdateView, 'corrected'>>;
  /** Fetches the published prices without using them; undefined where they cannot be reached or believed. */
  look(): Promise<Published>;
  /** Back to the built-in ones. */
  reset(): Promise<void>;
}

export interface Published {
  readonly first: PriceLibrary | undefined;
  readonly second: SecondPrices | undefined;
}

interface PriceBookDeps {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly egress: WayOut;
  /** Where newer prices are; left out: where the library publishes them. */
  readonly url?: string | undefined;
  /** Where the second publication is; left out: models.dev, and nowhere where `url` is given. */
  readonly secondUrl?: string | undefined;
}

const fileSchema = z.object({
  fetchedAt: z.int(),
  providers: z.unknown(),
  second: z.object({ fetchedAt: z.int(), prices: z.unknown() }).optional(),
});
const rateSchema = z.union([
  z.number(),
  z.object({ base: z.number(), tiers: z.array(z.object({ start: z.number(), price: z.number() })) }),
]);
const secondSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      rates: z.record(z.string(), rateSchema),
      contextWindow: z.number().optional(),
      free: z.boolean().optional(),
    }),
  ),
);
/** Every provider here that has published prices. */
const IDS: ReadonlySet<string> = new Set(
  Object.values(PROVIDERS).flatMap(({ prices }) => (prices.id === undefined ? [] : [prices.id])),
);
/** When those that come with this version were published: `@pydantic/genai-prices` 0.1.8 on npm. */
export const BUILT_IN_SINCE = Date.parse('2026-09-23T00:00:00Z');
const BUILT_IN: readonly PricedProvider[] = [...IDS].flatMap((providerId) => findProvider({ providerId }) ?? []);

/** Opens it with the data in the data folder; data that cannot be believed any more is left alone and not used. */
export async function openPriceBook({
  dataFolder,
  clock,
  log,
  egress,
  url,
  secondUrl,
}: PriceBookDeps): Promise<PriceBook> {
  const file = join(dataFolder, 'prices.json');
  const firstUrl = url ?? REMOTE_DATA_JSON_URL;
  const otherUrl = secondUrl ?? (url === undefined ? MODELS_DEV_URL : undefined);
  let inUse: InUse = WITHOUT_UPDATE;
  try {
    const text = await readIfThere(file);
    if (text !== undefined) inUse = readKept(JSON.parse(text));
  } catch {
    log.log('warn', 'price-book-ignored');
  }
  const fetchFirst = async () => believe(await fetchJson(egress, firstUrl), inUse.providers, clock.now());
  const fetchSecond = async (): Promise<SecondPrices | undefined> => {
    const read = otherUrl === undefined ? undefined : readModelsDev(await fetchJson(egress, otherUrl), SECOND_IDS);
    return read && believeSecond(read, inUse.second?.prices);
  };
  const orNone = <Value>(wanted: Promise<Value>): Promise<Value | undefined> => wanted.catch(() => undefined);
  return {
    library: () => inUse.library,
    fetchedAt: () => inUse.fetchedAt,
    secondFetchedAt: () => inUse.second?.fetchedAt ?? null,
    async update() {
      const fetchedAt = clock.now();
      const [{ providers, changes, leftAlone }, prices] = await Promise.all([fetchFirst(), orNone(fetchSecond())]);
      const second = prices === undefined ? inUse.second : { fetchedAt, prices };
      try {
        await writeAtomically(file, JSON.stringify({ fetchedAt, providers, second }));
      } catch (error) {
        throw new PurserError(
          'PRICES_UNAVAILABLE',
          `The new prices could not be written to ${file}. Nothing was changed.`,
          { cause: error },
        );
      }
      inUse = useOf(providers, fetchedAt, second);
      return {
        fetchedAt,
        models: providers.reduce((sum, { models }) => sum + models.length, 0),
        secondModels: prices === undefined ? null : countModels(prices),
        changes: [...changes],
        leftAlone: [...leftAlone],
      };
    },
    async look() {
      const [first, second] = await Promise.all([orNone(fetchFirst()), orNone(fetchSecond())]);
      return { first: first && libraryOf(first.providers), second };
    },
    async reset() {
      await rm(file, { force: true });
      inUse = WITHOUT_UPDATE;
    },
  };
}

interface Second {
  readonly fetchedAt: number;
  readonly prices: SecondPrices;
}

interface InUse {
  readonly library: PriceLibrary;
  readonly providers: readonly PricedProvider[];
  readonly fetchedAt: number | null;
  readonly second: Second | undefined;
}

const WITHOUT_UPDATE: InUse = { library: builtInPrices, providers: BUILT_IN, fetchedAt: null, second: undefined };

/** Reads the prices in the data folder. @throws when they are not as they were written */
function readKept(data: unknown): InUse {
  const kept = fileSchema.parse(data);
  // They were compared with others when they came; that they can still be read is enough.
  const read = readPriceData(kept.providers, IDS);
  if (!read) throw new TypeError('no price data');
  const second = kept.second && { fetchedAt: kept.second.fetchedAt, prices: secondSchema.parse(kept.second.prices) };
  // A newer Purser may have come with newer ones.
  return kept.fetchedAt < BUILT_IN_SINCE ? WITHOUT_UPDATE : useOf(read.providers, kept.fetchedAt, second);
}

function useOf(fetched: readonly PricedProvider[], fetchedAt: number, second: Second | undefined): InUse {
  // An older Purser has kept no prices of a provider that it did not know.
  const providers = BUILT_IN.map((builtIn) => fetched.find(({ id }) => id === builtIn.id) ?? builtIn);
  return { library: withSecond(libraryOf(providers), second?.prices), providers, fetchedAt, second };
}

function believe(data: unknown, providers: readonly PricedProvider[], at: number) {
  const read = readPriceData(data, IDS);
  if (!read) throw unbelievable('It does not have the form of published prices.');
  const check = checkPrices(read, { providers, builtIn: BUILT_IN }, at);
  if (!check.ok) throw unbelievable(check.because);
  return check;
}

function unbelievable(because: string): PurserError {
  return new PurserError(
    'PRICES_UNAVAILABLE',
    `The published prices cannot be believed, so nothing was changed. ${because}`,
  );
}
