import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProvider } from '@pydantic/genai-prices';
import { Agent } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPrice } from '../domain/price.ts';
import type { PricedProvider } from '../domain/price-library.ts';
import { systemClock } from '../defaults.ts';
import { PROVIDERS } from '../providers/providers.ts';
import { openPriceBook } from './price-book.ts';
import type { PriceBook } from './price-book.ts';
import { priceDataSchema } from './price-data.ts';

const IDS = [...new Set(Object.values(PROVIDERS).flatMap(({ prices }) => (prices.id === undefined ? [] : [prices.id])))];
/** The data that came with the library, as it is published: JSON. */
const published = (): PricedProvider[] => JSON.parse(JSON.stringify(IDS.map((providerId) => findProvider({ providerId }))));

let folder: string;
let answer: { readonly status: number; readonly body: string };
const dispatcher = new Agent();
const server = createServer((_request, response) => {
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(answer.body);
});
const logged: string[] = [];

async function open(): Promise<PriceBook> {
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/data.json`;
  return openPriceBook({ dataFolder: folder, clock: systemClock, log: { log: (_level, event) => void logged.push(event) }, dispatcher, url });
}

function inputRate(book: PriceBook, model = 'gpt-4o'): unknown {
  const price = findPrice({ source: PROVIDERS.openai.prices, model, at: Date.now(), overrides: [], library: book.library() });
  return price && JSON.parse(price.rates).input_mtok;
}

interface TieredPrice {
  readonly base: number;
  readonly tiers: readonly { readonly start: number; readonly price: number }[];
}

/** The published data with another price of gpt-4o. */
function withPrice(input: number, more: Readonly<Record<string, number | TieredPrice>> = {}): PricedProvider[] {
  const data = published();
  const model = data.find(({ id }) => id === 'openai')?.models.find(({ id }) => id === 'gpt-4o');
  if (!model) throw new Error('no gpt-4o');
  model.prices = { ...(Array.isArray(model.prices) ? {} : model.prices), input_mtok: input, ...more };
  return data;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-prices-'));
  logged.length = 0;
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

describe('newer published prices', () => {
  it('are used from then on, kept over a restart, and taken back', async () => {
    answer = { status: 200, body: JSON.stringify(withPrice(2)) };
    const book = await open();
    expect([inputRate(book), book.fetchedAt()]).toEqual([2.5, null]);
    const update = await book.update();
    expect(update.changes).toEqual([{ provider: 'openai', model: 'gpt-4o', was: { input: 2.5e9, output: 1e10 }, now: { input: 2e9, output: 1e10 } }]);
    expect(update.models).toBeGreaterThan(900);
    expect([inputRate(book), book.fetchedAt()]).toEqual([2, update.fetchedAt]);
    const again = await open();
    expect([inputRate(again), again.fetchedAt()]).toEqual([2, update.fetchedAt]);
    await again.reset();
    expect([inputRate(again), inputRate(await open())]).toEqual([2.5, 2.5]);
  });

  it('find every model by the same names, through other providers too', async () => {
    answer = { status: 200, body: JSON.stringify(published()) };
    const book = await open();
    expect((await book.update()).changes).toEqual([]);
    const price = findPrice({ source: PROVIDERS.azure.prices, model: 'gpt-4o', at: Date.now(), overrides: [], library: book.library() });
    expect(price && JSON.parse(price.rates).input_mtok).toBe(2.5);
  });

  it.each<readonly [what: string, status: number, body: () => string, because: string]>([
    ['an error', 500, () => '[]', 'could not be fetched'],
    ['no JSON', 200, () => '<html>', 'could not be fetched'],
    ['something else', 200, () => '{"openai":{"gpt-4o":1}}', 'form of published prices'],
    ['nothing', 200, () => '[]', 'form of published prices'],
    ['no OpenAI', 200, () => JSON.stringify(published().filter(({ id }) => id !== 'openai')), 'no prices of openai'],
    ['a model that is nearly free all at once', 200, () => JSON.stringify(withPrice(0.1)), 'less than a tenth'],
    ['a model that is free from some length on', 200, () => JSON.stringify(withPrice(2.5, { output_mtok: { base: 10, tiers: [{ start: 0, price: 0 }] } })), 'less than a tenth'],
    ['a model whose cache is free all at once', 200, () => JSON.stringify(withPrice(2.5, { cache_read_mtok: 0 })), 'less than a tenth'],
    ['a model that is free all at once', 200, () => JSON.stringify(withPrice(0)), 'less than a tenth'],
    ['a price below nothing', 200, () => JSON.stringify(withPrice(-1)), 'form of published prices'],
    ['half of it', 200, () => JSON.stringify(published().map((provider) => ({ ...provider, models: provider.models.slice(0, provider.models.length / 2) }))), 'models that are in use now'],
    ['a pattern that may take for ever', 200, () => JSON.stringify(published().map((provider) => ({ ...provider, models: provider.models.map((model) => ({ ...model, match: { regex: '^(a+)+$' } })) }))), 'form of published prices'],
    ['a pattern with many repeats in a row', 200, () => JSON.stringify(published().map((provider) => ({ ...provider, models: provider.models.map((model) => ({ ...model, match: { regex: '.*.*.*.*.*.*.*.*x$' } })) }))), 'form of published prices'],
  ])('are refused when they are %s', async (_what, status, body, because) => {
    answer = { status, body: body() };
    const book = await open();
    await expect(book.update()).rejects.toMatchObject({ code: 'PRICES_UNAVAILABLE', message: expect.stringContaining(because) });
    expect([inputRate(book), book.fetchedAt()]).toEqual([2.5, null]);
    await expect(readFile(join(folder, 'prices.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('do not keep a gateway from starting when their file is damaged', async () => {
    await writeFile(join(folder, 'prices.json'), '{"fetchedAt":1,"providers":[{"id":"openai"}]}');
    const book = await open();
    expect([inputRate(book), book.fetchedAt(), logged]).toEqual([2.5, null, ['price-book-ignored']]);
  });
});

it('the form is that of the data which came with the library, nothing lost', () => {
  const data = published();
  const read = priceDataSchema.parse(data);
  expect(read.map(({ id, models }) => [id, models.length])).toEqual(data.map(({ id, models }) => [id, models.length]));
});
