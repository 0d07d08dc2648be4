import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEgress } from '../egress/egress.ts';
import { startBillServer } from '../testing/start-bill-server.ts';
import type { BillServer, Charge } from '../testing/start-bill-server.ts';
import { askBill } from './ask-bill.ts';
import { BILL_READERS } from './readers.ts';

const ADMIN_KEY = 'sk-admin-canary-0123456789abcdef';
const OWN_KEY = 'sk-or-v1-canary-0123456789abcdef';
const NOW = Date.parse('2026-11-20T12:00:00Z');
const span = { from: '2026-11-10', to: '2026-11-21', now: NOW };

let server: BillServer;
const egress = createEgress();
beforeEach(async () => {
  server = await startBillServer({ adminKey: ADMIN_KEY, ownKey: OWN_KEY, now: () => NOW });
});
afterEach(() => server.stop());

type Kind = 'openai' | 'anthropic' | 'openrouter';
async function read(kind: Kind, key = kind === 'openrouter' ? OWN_KEY : ADMIN_KEY) {
  const reader = BILL_READERS[kind];
  if (!reader) throw new Error('it has a reader');
  const baseUrl = { openai: server.openaiUrl, anthropic: server.anthropicUrl, openrouter: server.openrouterUrl }[kind];
  return askBill(egress, { reader, title: 'Acme', baseUrl, key, span }, new AbortController().signal);
}
function charge(at: string, dollars: number, changes: Partial<Charge> = {}): void {
  const plain = { model: 'gpt-5-2025-08-07', item: 'input', key: 'key_1' };
  server.charges.push({ at: Date.parse(at), dollars, ...plain, ...changes });
}
const total = (items: readonly { readonly amount: number }[]): number =>
  items.reduce((sum, { amount }) => sum + amount, 0);

describe.each(['openai', 'anthropic'] as const)('the bill of %s', (kind) => {
  it('is read over all pages, by UTC day, to the nano-dollar', async () => {
    charge('2026-11-10T00:00:00Z', 0.1);
    charge('2026-11-10T23:59:59.999Z', 0.2);
    charge('2026-11-11T00:00:00Z', 0.000_000_7);
    charge('2026-11-20T11:00:00Z', 3);
    charge('2026-11-09T23:59:59Z', 99);
    const { items, unreadable } = await read(kind);
    expect(items.map(({ day, model, amount }) => [day, model, amount])).toEqual([
      ['2026-11-10', 'gpt-5', 300_000_000],
      ['2026-11-11', 'gpt-5', 700],
      ['2026-11-20', 'gpt-5', 3_000_000_000],
    ]);
    expect(unreadable).toBe(0);
    expect(server.seen).toHaveLength(4);
  });

  it('says which row cannot be read, and counts it in no figure', async () => {
    charge('2026-11-10T01:00:00Z', 1);
    charge('2026-11-10T02:00:00Z', 2, {
      item: 'euros',
      row: { currency: 'EUR', amount: { value: 2, currency: 'eur' } },
    });
    charge('2026-11-10T03:00:00Z', 3, { item: 'nonsense', row: { amount: 'much' } });
    charge('2026-11-10T04:00:00Z', 4, { item: 'nothing', row: { amount: null } });
    const { items, unreadable } = await read(kind);
    expect([total(items), unreadable]).toEqual([1_000_000_000, 3]);
  });

  it('a page that comes again and again ends as a failure', async () => {
    server.manners.repeatsPage = true;
    await expect(read(kind)).rejects.toMatchObject({ code: 'BILL_UNAVAILABLE', message: /does not end/ });
    expect(server.seen.length).toBeLessThan(5);
  });

  it('a key that may not read it is told where the right one is', async () => {
    const refused = read(kind, 'sk-plain-key-0123456789');
    await expect(refused).rejects.toMatchObject({ code: 'KEY_REFUSED', message: /no bill \(401\).*admin key.*https:/ });
    await expect(refused).rejects.not.toThrow(/sk-plain/);
  });
});

describe('failures', () => {
  it.each([
    [302, /does not send its bill \(302\)/],
    [404, /Check the base URL/],
    [429, /asked too often/],
    [500, /Try again later/],
  ])('a %i is a sentence without the key, and no redirect is followed', async (status, message) => {
    server.manners.failsWith = status;
    const failed = read('anthropic');
    await expect(failed).rejects.toMatchObject({ code: 'BILL_UNAVAILABLE', message });
    await expect(failed).rejects.not.toThrow(ADMIN_KEY);
    expect(server.seen).toHaveLength(1);
  });

  it.each(['<html>sign in</html>', '{"data":"none"}', '[]'])('%s is no bill', async (sends) => {
    server.manners.sends = sends;
    for (const kind of ['openai', 'openrouter'] as const)
      await expect(read(kind)).rejects.toMatchObject({ code: 'BILL_UNAVAILABLE', message: /is no bill/ });
  });

  it('a provider that is not there is said to be so', async () => {
    const reader = BILL_READERS.openai;
    if (!reader) throw new Error('it has a reader');
    const question = { reader, title: 'Acme', baseUrl: 'http://127.0.0.1:1/v1', key: ADMIN_KEY, span };
    await expect(askBill(egress, question, new AbortController().signal)).rejects.toMatchObject({
      code: 'BILL_UNAVAILABLE',
      message: /Acme did not answer \(ECONNREFUSED\)/,
    });
  });
});

describe('OpenAI', () => {
  it('tells real keys, where it groups by them, and is asked without where it refuses', async () => {
    charge('2026-11-10T01:00:00Z', 1, { key: 'key_a' });
    charge('2026-11-10T02:00:00Z', 2, { key: 'key_b' });
    expect((await read('openai')).items.map(({ key, amount }) => [key, amount])).toEqual([
      ['key_a', 1_000_000_000],
      ['key_b', 2_000_000_000],
    ]);
    server.manners.refusesKeyGroups = true;
    expect((await read('openai')).items.map(({ key, amount }) => [key, amount])).toEqual([[null, 3_000_000_000]]);
  });

  it('knows models, tools, credits and tiers by their line items', async () => {
    const at = '2026-11-10T01:00:00Z';
    charge(at, 1, { item: 'cached input' });
    charge(at, 1, { item: 'batch input' });
    charge(at, 1, { item: 'cache write' });
    charge(at, 1, { model: null, item: 'web search tool calls' });
    charge(at, 1, { model: null, item: 'file storage' });
    charge(at, -1, { model: null, item: 'credit' });
    expect((await read('openai')).items.map(({ model, tier, for: what }) => [model, what, tier])).toEqual([
      ['gpt-5', 'tokens', false],
      ['gpt-5', 'tokens', true],
      ['gpt-5', 'cache-write', false],
      [null, 'tool', false],
      [null, 'unknown', false],
      [null, 'credit', false],
    ]);
  });

  it('its words never hold the key that it was asked with', async () => {
    charge('2026-11-10T01:00:00Z', 1, { model: null, item: `storage of ${ADMIN_KEY}`, key: ADMIN_KEY });
    expect(JSON.stringify(await read('openai'))).not.toContain(ADMIN_KEY);
  });
});

it('Anthropic tells caches, tools, tiers and regions', async () => {
  const at = '2026-11-10T01:00:00Z';
  charge(at, 1, { model: 'claude-opus-4-5-20251101', item: 'cache_creation.ephemeral_1h_input_tokens' });
  charge(at, 1, { item: 'output_tokens', row: { service_tier: 'batch' } });
  charge(at, 1, { item: 'uncached_input_tokens', row: { inference_geo: 'us' } });
  charge(at, 1, { model: null, item: 'web_search' });
  expect((await read('anthropic')).items.map((item) => [item.model, item.for, item.tier, item.regional])).toEqual([
    ['claude-opus-4-5', 'cache-write', false, false],
    ['gpt-5', 'tokens', true, false],
    ['gpt-5', 'tokens', false, true],
    [null, 'tool', false, false],
  ]);
});

it('OpenRouter tells the running day, week from Monday and month in UTC', async () => {
  charge('2026-11-20T00:00:00Z', 1);
  charge('2026-11-16T00:00:00Z', 2);
  charge('2026-11-15T23:59:59Z', 4);
  charge('2026-11-01T00:00:00Z', 8);
  charge('2026-10-31T23:59:59Z', 16);
  const { sums, items } = await read('openrouter');
  expect(items).toEqual([]);
  expect(sums.map(({ name, from, amount }) => [name, new Date(from).toISOString(), amount])).toEqual([
    ['day', '2026-11-20T00:00:00.000Z', 1e9],
    ['week', '2026-11-16T00:00:00.000Z', 3e9],
    ['month', '2026-11-01T00:00:00.000Z', 15e9],
  ]);
});
