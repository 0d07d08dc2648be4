import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findProvider, REMOTE_DATA_JSON_URL } from '@pydantic/genai-prices';
import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import type { PriceUpdateView } from '../../shared/contract/price-views.ts';
import { PurserError } from '../../shared/errors.ts';
import { builtInPrices, libraryOf } from '../domain/price-library.ts';
import type { PriceLibrary, PricedProvider } from '../domain/price-library.ts';
import type { Clock, Logger } from '../ports.ts';
import { PROVIDERS } from '../providers/providers.ts';
import { readIfThere, writeAtomically } from '../secrets/atomic-file.ts';
import { checkPrices } from './check-prices.ts';
import { readPriceData } from './price-data.ts';

/** The published prices in use: those that came with this version, or newer ones that the person asked for. */
export interface PriceBook {
  library(): PriceLibrary;
  /** Epoch milliseconds; null for the built-in ones. */
  fetchedAt(): number | null;
  /**
   * Fetches newer ones, and uses them if they can be believed. Requests are served meanwhile.
   * @throws PurserError `PRICES_UNAVAILABLE`: nothing was changed
   */
  update(): Promise<PriceUpdateView>;
  /** Back to the built-in ones. */
  reset(): Promise<void>;
}

interface PriceBookDeps {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly dispatcher: Dispatcher;
  /** Where newer prices are; left out: where the library publishes them. */
  readonly url?: string | undefined;
}

/** Twenty times what is published today. */
const MOST_BYTES = 32 * 2 ** 20;
const FETCH_MS = 60_000;
const fileSchema = z.object({ fetchedAt: z.int(), providers: z.unknown() });
/** Every provider here that has published prices. */
const IDS: ReadonlySet<string> = new Set(Object.values(PROVIDERS).flatMap(({ prices }) => (prices.id === undefined ? [] : [prices.id])));
/** When those that come with this version were published: `@pydantic/genai-prices` 0.1.8 on npm. */
export const BUILT_IN_SINCE = Date.parse('2026-09-23T00:00:00Z');
const BUILT_IN: readonly PricedProvider[] = [...IDS].flatMap((providerId) => findProvider({ providerId }) ?? []);

/** Opens it with what the data folder holds; data that cannot be believed any more is left alone and not used. */
export async function openPriceBook({ dataFolder, clock, log, dispatcher, url = REMOTE_DATA_JSON_URL }: PriceBookDeps): Promise<PriceBook> {
  const file = join(dataFolder, 'prices.json');
  let inUse: InUse = WITHOUT_UPDATE;
  try {
    const text = await readIfThere(file);
    const kept = text === undefined ? undefined : fileSchema.parse(JSON.parse(text));
    // They were compared with others when they came; that they can still be read is enough.
    const read = kept && readPriceData(kept.providers, IDS);
    if (kept && !read) throw new TypeError('no price data');
    // A newer Purser may have come with newer ones.
    if (kept && read && kept.fetchedAt >= BUILT_IN_SINCE) inUse = useOf(read.providers, kept.fetchedAt);
  } catch {
    log.log('warn', 'price-book-ignored');
  }
  return {
    library: () => inUse.library,
    fetchedAt: () => inUse.fetchedAt,
    async update() {
      const fetchedAt = clock.now();
      const { providers, changes, leftAlone } = believe(await fetchJson(dispatcher, url), inUse.providers, fetchedAt);
      try {
        await writeAtomically(file, JSON.stringify({ fetchedAt, providers }));
      } catch (error) {
        throw new PurserError('PRICES_UNAVAILABLE', `The new prices could not be written to ${file}. Nothing was changed.`, { cause: error });
      }
      inUse = useOf(providers, fetchedAt);
      return { fetchedAt, models: providers.reduce((sum, { models }) => sum + models.length, 0), changes: [...changes], leftAlone: [...leftAlone] };
    },
    async reset() {
      await rm(file, { force: true });
      inUse = WITHOUT_UPDATE;
    },
  };
}

interface InUse {
  readonly library: PriceLibrary;
  readonly providers: readonly PricedProvider[];
  readonly fetchedAt: number | null;
}

const WITHOUT_UPDATE: InUse = { library: builtInPrices, providers: BUILT_IN, fetchedAt: null };

function useOf(fetched: readonly PricedProvider[], fetchedAt: number): InUse {
  // Of a provider that an older Purser did not know, it has kept none.
  const providers = BUILT_IN.map((builtIn) => fetched.find(({ id }) => id === builtIn.id) ?? builtIn);
  return { library: libraryOf(providers), providers, fetchedAt };
}

function believe(data: unknown, providers: readonly PricedProvider[], at: number) {
  const read = readPriceData(data, IDS);
  if (!read) throw unbelievable('It does not have the form of published prices.');
  const check = checkPrices(read, { providers, builtIn: BUILT_IN }, at);
  if (!check.ok) throw unbelievable(check.because);
  return check;
}

function unbelievable(because: string): PurserError {
  return new PurserError('PRICES_UNAVAILABLE', `The published prices cannot be believed, so nothing was changed. ${because}`);
}

async function fetchJson(dispatcher: Dispatcher, url: string): Promise<unknown> {
  try {
    const { statusCode, body } = await request(url, { dispatcher, signal: AbortSignal.timeout(FETCH_MS), headers: { accept: 'application/json' } });
    const chunks: Buffer[] = [];
    let size = 0;
    const pieces: AsyncIterable<Buffer> = body;
    for await (const piece of pieces) {
      size += piece.length;
      if (size > MOST_BYTES) throw new RangeError('too large');
      chunks.push(piece);
    }
    if (statusCode !== 200) throw new Error(`status ${statusCode}`);
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw new PurserError('PRICES_UNAVAILABLE', `Newer prices could not be fetched from ${new URL(url).host}. Nothing was changed; try again when the network is there.`, { cause: error });
  }
}
