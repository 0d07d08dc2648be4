// Long because each case has its own sample.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProvider } from '@pydantic/genai-prices';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEgress } from '../egress/egress.ts';
import { findPrice } from '../domain/price/price.ts';
import type { PricedProvider } from '../domain/price/price-library.ts';
import { systemClock } from '../defaults.ts';
import { PROVIDERS } from '../providers/providers.ts';
import { BUILT_IN_SINCE, openPriceBook } from './price-book.ts';
import type { PriceBook } from './price-book.ts';
import { readPriceData } from './price-data.ts';

const IDS = new Set(Object.values(PROVIDERS).flatMap(({ prices }) => (prices.id === undefined ? [] : [prices.id])));
/** Everybody whose prices are published, in 2026-11. Source: pydantic/genai-prices, `prices/new_data/v2/data.json`. */
const PUBLISHED = [
  'anthropic',
  'avian',
  'aws',
  'azure',
  'cerebras',
  'cohere',
  'deepseek',
  'doubleword',
  'fireworks',
  'google',
  'groq',
  'huggingface_cerebras',
  'huggingface_fireworks-ai',
  'huggingface_groq',
  'huggingface_hyperbolic',
  'huggingface_nebius',
  'huggingface_novita',
  'huggingface_nscale',
  'huggingface_ovhcloud',
  'huggingface_publicai',
  'huggingface_sambanova',
  'huggingface_together',
  'minimax',
  'mistral',
  'modal',
  'moonshotai',
  'novita',
  'openai',
  'openrouter',
  'ovhcloud',
  'perplexity',
  'together',
  'voyageai',
  'x-ai',
  'zai',
  'zhipuai',
];
/** The data that came with the library, of everybody and in every part, in the form in which it is published. */
const published = (): PricedProvider[] =>
  JSON.parse(
    JSON.stringify(
      PUBLISHED.map((providerId) => findProvider({ providerId })),
      asPublished,
    ),
  );

/** The fields of a constraint identify it there: the package adds the kind. */
function asPublished(key: string, value: unknown): unknown {
  return key === 'constraint' && typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'type'))
    : value;
}

let folder: string;
let answer: { readonly status: number; readonly body: string };
const egress = createEgress();
/** The answer of the second publication; undefined: it is not asked. */
let second: { readonly status: number; readonly body: string } | undefined;
const server = createServer(({ url }, response) => {
  const { status, body } = url === '/second.json' && second ? second : answer;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
});
const logged: string[] = [];

async function open(): Promise<PriceBook> {
  const address = server.address();
  const home = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return openPriceBook({
    dataFolder: folder,
    clock: systemClock,
    log: { log: (_level, event) => void logged.push(event) },
    egress,
    url: `${home}/data.json`,
    ...(second && { secondUrl: `${home}/second.json` }),
  });
}

function inputRate(book: PriceBook, model = 'gpt-4o'): unknown {
  const price = findPrice({
    source: PROVIDERS.openai.prices,
    model,
    at: Date.now(),
    overrides: [],
    library: book.library(),
  });
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

/** The published data with prices of gpt-4o in any form. */
function withPrices(prices: unknown): object[] {
  return published().map((provider) => ({
    ...provider,
    models: provider.models.map((model) =>
      provider.id === 'openai' && model.id === 'gpt-4o' ? { ...model, prices } : model,
    ),
  }));
}

function withMatch(match: PricedProvider['models'][number]['match']): PricedProvider[] {
  return published().map((provider) => ({
    ...provider,
    models: provider.models.map((model) => ({ ...model, match })),
  }));
}

function anthropicDoubled(): readonly object[] {
  const models = published().find(({ id }) => id === 'anthropic')?.models ?? [];
  return models.map((model) =>
    model.id === 'claude-v1' ? { ...model, prices: { input_mtok: 16, output_mtok: 48 } } : model,
  );
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-prices-'));
  logged.length = 0;
  second = undefined;
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
    expect(update.changes).toEqual([
      { provider: 'openai', model: 'gpt-4o', was: { input: 2.5e9, output: 1e10 }, now: { input: 2e9, output: 1e10 } },
    ]);
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
    const price = findPrice({
      source: PROVIDERS.azure.prices,
      model: 'gpt-4o',
      at: Date.now(),
      overrides: [],
      library: book.library(),
    });
    expect(price && JSON.parse(price.rates).input_mtok).toBe(2.5);
  });

  it.each<readonly [what: string, status: number, body: () => string, because: string]>([
    ['an error', 500, () => '[]', 'could not be fetched'],
    ['no JSON', 200, () => '<html>', 'could not be fetched'],
    ['something else', 200, () => '{"openai":{"gpt-4o":1}}', 'form of published prices'],
    ['nothing', 200, () => '[]', 'form of published prices'],
    [
      'of nobody that matters',
      200,
      () => JSON.stringify(published().filter(({ id }) => !IDS.has(id))),
      'form of published prices',
    ],
    [
      'of a few only',
      200,
      () => JSON.stringify(published().filter(({ id }) => id !== 'openrouter')),
      'models that are in use now',
    ],
    [
      'half of it',
      200,
      () =>
        JSON.stringify(
          published().map((provider) => ({
            ...provider,
            models: provider.models.slice(0, provider.models.length / 2),
          })),
        ),
      'models that are in use now',
    ],
    [
      'patterns that may take for ever',
      200,
      () => JSON.stringify(withMatch({ regex: '^(a+)+$' })),
      'models that are in use now',
    ],
    [
      'patterns with many repeats in a row',
      200,
      () => JSON.stringify(withMatch({ regex: '.*.*.*.*.*.*.*.*x$' })),
      'models that are in use now',
    ],
  ])('are refused when they are %s', async (_what, status, body, because) => {
    answer = { status, body: body() };
    const book = await open();
    await expect(book.update()).rejects.toMatchObject({
      code: 'PRICES_UNAVAILABLE',
      message: expect.stringContaining(because),
    });
    expect([inputRate(book), book.fetchedAt()]).toEqual([2.5, null]);
    await expect(readFile(join(folder, 'prices.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.each<readonly [what: string, data: () => readonly object[], left: object]>([
    ['is nearly free all at once', () => withPrice(0.1), { model: 'gpt-4o', because: 'nearly-free' }],
    [
      'is free from some length on',
      () => withPrice(2.5, { output_mtok: { base: 10, tiers: [{ start: 0, price: 0 }] } }),
      { model: 'gpt-4o', because: 'nearly-free' },
    ],
    [
      'has a cache that is free all at once',
      () => withPrice(2.5, { cache_read_mtok: 0 }),
      { model: 'gpt-4o', because: 'nearly-free' },
    ],
    ['is free all at once', () => withPrice(0), { model: 'gpt-4o', because: 'nearly-free' }],
    [
      'will be free soon',
      () =>
        withPrices([
          { prices: { input_mtok: 2.5, output_mtok: 10 } },
          { constraint: { start_date: '2999-01-01' }, prices: { input_mtok: 0, output_mtok: 0 } },
        ]),
      { model: 'gpt-4o', because: 'nearly-free' },
    ],
    ['has a price below nothing', () => withPrice(-1), { model: 'gpt-4o', because: 'unreadable' }],
    [
      'has a price of a kind that nobody knows',
      () => withPrices([{ constraint: { moon: 'full' }, prices: { input_mtok: 1 } }]),
      { model: 'gpt-4o', because: 'unreadable' },
    ],
    ['has no price', () => withPrices(null), { model: 'gpt-4o', because: 'unreadable' }],
    [
      'is no model',
      () =>
        published().map((provider) =>
          provider.id === 'openai' ? { ...provider, models: ['?', ...provider.models] } : provider,
        ),
      { model: null, because: 'unreadable' },
    ],
  ])('leave a model as it was that %s, and take the rest', async (_what, data, left) => {
    const doubled = data().map((provider) =>
      'id' in provider && provider.id === 'anthropic' ? { ...provider, models: anthropicDoubled() } : provider,
    );
    answer = { status: 200, body: JSON.stringify(doubled) };
    const book = await open();
    const update = await book.update();
    expect(update.leftAlone).toEqual([{ provider: 'openai', ...left }]);
    expect(update.changes).toEqual([expect.objectContaining({ provider: 'anthropic', model: 'claude-v1' })]);
    expect([inputRate(book), inputRate(await open())]).toEqual([2.5, 2.5]);
  });

  it('leave a provider as it was that is missing', async () => {
    answer = { status: 200, body: JSON.stringify(published().filter(({ id }) => id !== 'openai')) };
    const book = await open();
    expect((await book.update()).leftAlone).toEqual([{ provider: 'openai', model: null, because: 'missing' }]);
    expect(inputRate(book)).toBe(2.5);
  });

  it('do not keep a gateway from starting when their file is damaged', async () => {
    await writeFile(join(folder, 'prices.json'), '{"fetchedAt":1,"providers":[{"id":"openai"}]}');
    const book = await open();
    expect([inputRate(book), book.fetchedAt(), logged]).toEqual([2.5, null, ['price-book-ignored']]);
  });
});

describe('the second publication', () => {
  const secondly = (input: number) => ({
    status: 200,
    body: JSON.stringify({
      openai: { models: { 'gpt-4o': { cost: { input: 9, output: 9 } }, 'gpt-9': { cost: { input, output: 20 } } } },
    }),
  });
  const found = (book: PriceBook, model: string) => {
    const price = findPrice({
      source: PROVIDERS.openai.prices,
      model,
      at: Date.now(),
      overrides: [],
      library: book.library(),
    });
    return price && [JSON.parse(price.rates).input_mtok, price.origin];
  };

  it('counts only where the first one knows nothing, and is kept over a restart', async () => {
    answer = { status: 200, body: JSON.stringify(published()) };
    second = secondly(4);
    const book = await open();
    expect([found(book, 'gpt-9'), book.secondFetchedAt()]).toEqual([undefined, null]);
    const update = await book.update();
    expect([update.secondModels, found(book, 'gpt-9'), found(book, 'gpt-4o')]).toEqual([
      2,
      [4, 'models-dev'],
      [2.5, 'library'],
    ]);
    const again = await open();
    expect([found(again, 'gpt-9'), again.secondFetchedAt()]).toEqual([[4, 'models-dev'], update.fetchedAt]);
    await again.reset();
    expect([found(again, 'gpt-9'), again.secondFetchedAt()]).toEqual([undefined, null]);
  });

  it('stays as it was when it cannot be reached, or would make a model nearly free', async () => {
    answer = { status: 200, body: JSON.stringify(published()) };
    second = secondly(4);
    const book = await open();
    await book.update();
    second = { status: 500, body: '' };
    expect([(await book.update()).secondModels, found(book, 'gpt-9')]).toEqual([null, [4, 'models-dev']]);
    second = secondly(0.1);
    await book.update();
    expect(found(book, 'gpt-9')).toEqual([4, 'models-dev']);
  });

  it('can be looked at without being used', async () => {
    answer = { status: 200, body: JSON.stringify(withPrice(2)) };
    second = { status: 500, body: '' };
    const book = await open();
    const seen = await book.look();
    expect([
      seen.first?.find('openai', 'gpt-4o', Date.now())?.rates['input_mtok'],
      seen.second,
      inputRate(book),
      book.fetchedAt(),
    ]).toEqual([2, undefined, 2.5, null]);
  });
});

it('of the whole publication, nothing that matters is lost', () => {
  const data = published();
  expect(data.map(({ id }) => id).toSorted()).toEqual(PUBLISHED.toSorted());
  const read = readPriceData(data, IDS);
  expect(read?.unreadable).toEqual([]);
  expect(read?.providers.map(({ id, models }) => [id, models.length])).toEqual(
    data.filter(({ id }) => IDS.has(id)).map(({ id, models }) => [id, models.length]),
  );
});

it('those that came with Purser are of the day that is said', async () => {
  const installed: unknown = JSON.parse(
    await readFile(new URL('../../node_modules/@pydantic/genai-prices/package.json', import.meta.url), 'utf8'),
  );
  expect([installed, new Date(BUILT_IN_SINCE).toISOString()]).toEqual([
    expect.objectContaining({ version: '0.1.8' }),
    '2026-09-23T00:00:00.000Z',
  ]);
});
