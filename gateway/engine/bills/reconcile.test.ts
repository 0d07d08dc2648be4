import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { ONE_REQUEST, startBillServer } from '../../testing/start-bill-server.ts';
import type { BillServer } from '../../testing/start-bill-server.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const ADMIN_KEY = 'sk-admin-canary-0123456789abcdef';
const OWN_KEY = 'sk-own-canary-0123456789abcdef';
const HOUR_MS = 3_600_000;
const ACME = providerNameSchema.parse('acme');

let server: BillServer;
let test: TestGateway;
let now: number;
let subKey: string;
beforeEach(async () => {
  now = Date.parse('2026-11-10T10:00:00Z');
  server = await startBillServer({ adminKey: ADMIN_KEY, ownKey: OWN_KEY, now: () => now });
  test = await startTestGateway({ clock: { now: () => now } });
  const { providers } = test.client.gateway;
  // They would stand on the same bill: they are at the same host.
  for (const name of ['openai', 'anthropic'] as const) await providers.remove({ name: providerNameSchema.parse(name) });
  await providers.add({ kind: 'openai', name: ACME, baseUrl: server.openaiUrl, key: OWN_KEY, unchecked: true });
  subKey = (await test.issue('50/total')).key;
});
afterEach(async () => {
  await test.stop();
  await server.stop();
});

let sent = 0;
beforeEach(() => void (sent = 0));
async function spend(times = 1, path = 'acme/v1'): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const reply = await fetch(`${test.gateway.url}/${path}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${subKey}` },
      body: JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 400, messages: [{ role: 'user', content: 'Hi' }] }),
    });
    expect(reply.status).toBe(200);
    await reply.text();
  }
  sent += times;
  await test.settled(sent);
}
const at = (text: string): void => void (now = Date.parse(text));
const giveKey = () => test.client.gateway.reconcile.adminKey({ name: ACME, key: ADMIN_KEY });
async function read(since?: string) {
  const { bills } = await test.client.gateway.reconcile.read({ provider: ACME, ...(since !== undefined && { since }) });
  const [bill] = bills;
  if (!bill) throw new Error('a bill was read');
  return bill;
}

describe('a bill beside the ledger', () => {
  beforeEach(giveKey);

  it('agrees to the nano-dollar where all went through Purser', async () => {
    await spend(3);
    at('2026-11-11T23:30:00Z');
    await spend(2);
    at('2026-11-14T00:00:00Z');
    const { total, coverage, days, models, keys, candidates, unexplained } = await read();
    expect(total).toEqual({ billed: 5 * ONE_REQUEST, own: 5 * ONE_REQUEST, difference: 0, percent: 0 });
    expect([coverage, candidates, unexplained]).toEqual([100, [], 0]);
    expect(days.filter(({ billed }) => billed > 0).map(({ day, own }) => [day, own])).toEqual([
      ['2026-11-10', 3 * ONE_REQUEST],
      // In the time zone of this gateway it was the twelfth.
      ['2026-11-11', 2 * ONE_REQUEST],
    ]);
    expect(models.map(({ model, difference }) => [model, difference])).toEqual([['gpt-4o-mini', 0]]);
    expect(keys).toEqual([{ key: 'key_of_purser', billed: 5 * ONE_REQUEST }]);
  });

  it('says what went past Purser, and how much of the bill Purser has', async () => {
    await spend(1);
    server.charges.push({ at: now, model: 'o3', item: 'input', key: 'key_elsewhere', dollars: 0.000_63 });
    at('2026-11-20T00:00:00Z');
    const { total, coverage, candidates, keys } = await read();
    expect(total.difference).toBe(630_000);
    expect(coverage).toBe(25);
    expect(candidates).toEqual([{ cause: 'past-purser', amount: 630_000, names: ['o3'] }]);
    expect(keys.map(({ key }) => key)).toEqual(['key_elsewhere', 'key_of_purser']);
  });

  it('what is late is no difference, and comes in when it is there', async () => {
    await spend(1);
    const late = { at: now, model: 'gpt-4o-mini', item: 'input', key: 'key_of_purser', dollars: 0.000_21 };
    server.charges.push({ ...late, shownFrom: Date.parse('2026-11-11T20:00:00Z') });
    server.charges.splice(0, 2);
    at('2026-11-11T12:00:00Z');
    expect(await read()).toMatchObject({ total: { billed: 0, own: 0 }, candidates: [] });
    expect((await read()).days.filter(({ final }) => !final).map(({ day }) => day)).toEqual([
      '2026-11-10',
      '2026-11-11',
    ]);
    at('2026-11-12T00:00:00Z');
    expect((await read()).total).toMatchObject({ billed: ONE_REQUEST, own: ONE_REQUEST });
  });

  it('the last bill stays, and tells the month beside the ledger as it is now', async () => {
    await spend(2);
    at('2026-11-12T06:00:00Z');
    await read();
    const { last } = test.client.gateway.reconcile;
    const kept = {
      provider: 'acme',
      title: 'OpenAI',
      at: now,
      month: '2026-11',
      openDays: 2,
      tellsDays: true,
      failed: null,
    };
    const total = { billed: 2 * ONE_REQUEST, own: 2 * ONE_REQUEST, difference: 0, percent: 0 };
    expect(await last()).toEqual([{ ...kept, total }]);
    const again = await test.restart();
    test = again;
    expect(await again.client.gateway.reconcile.last()).toEqual([{ ...kept, total }]);
    await again.client.gateway.providers.remove({ name: ACME });
    expect(await again.client.gateway.reconcile.last()).toEqual([]);
  });

  it('two keys of one organisation stand on one bill', async () => {
    await test.client.gateway.providers.add({
      kind: 'openai',
      name: providerNameSchema.parse('second'),
      baseUrl: server.openaiUrl,
      key: OWN_KEY,
      unchecked: true,
    });
    await spend(1);
    await spend(1, 'second/v1');
    at('2026-11-12T00:00:00Z');
    expect(await read()).toMatchObject({
      providers: ['acme', 'second'],
      total: { difference: 0, own: 2 * ONE_REQUEST },
    });
  });

  it('a day that is to come, or too long ago, is refused with a reason', async () => {
    await expect(read('2026-11-11')).rejects.toMatchObject({ code: 'INVALID_INPUT', message: /still to come/ });
    await expect(read('2025-01-01')).rejects.toMatchObject({ code: 'INVALID_INPUT', message: /since 2026-05-14/ });
  });
});

describe('a day is settled from the bill', () => {
  const settle = () => test.client.gateway.reconcile.settle({ provider: ACME, day: '2026-11-10' });
  const capSpent = async (): Promise<number | undefined> => (await test.client.gateway.keys.list())[0]?.caps[0]?.spent;
  beforeEach(async () => {
    await giveKey();
    await spend(1);
    server.manners.hidesUsage = true;
    await spend(2);
  });

  it('estimates are lowered to it, in rows, sums and caps, each on record', async () => {
    const before = await capSpent();
    expect(before).toBeGreaterThan(3 * ONE_REQUEST);
    at('2026-11-14T00:00:00Z');
    const { candidates } = await read();
    expect(candidates[0]).toMatchObject({ cause: 'uncertain', amount: 3 * ONE_REQUEST - Number(before) });

    const settled = await settle();
    expect(settled).toEqual({
      provider: 'acme',
      day: '2026-11-10',
      requests: 2,
      before: Number(before) - ONE_REQUEST,
      after: 2 * ONE_REQUEST,
    });
    expect(await capSpent()).toBe(3 * ONE_REQUEST);
    expect((await read()).total).toMatchObject({ difference: 0 });
    const rows = await test.client.gateway.usage.recent({ limit: 10 });
    const told = rows.map(({ cost, basis, certainty }) => [cost, basis, certainty]);
    expect(told.toSorted((left, right) => String(left[1]).localeCompare(String(right[1])))).toEqual([
      [ONE_REQUEST, 'bill', 'estimated'],
      [ONE_REQUEST, 'bill', 'estimated'],
      [ONE_REQUEST, 'usage', 'exact'],
    ]);
    const { audit } = test.client.gateway;
    const kinds = (await audit.newest({ limit: 3 })).map(({ text }): unknown => JSON.parse(text));
    expect(kinds).toMatchObject([
      { kind: 'bill-settled', detail: { requests: 2, billed: 3 * ONE_REQUEST } },
      { kind: 'cost-corrected', detail: { to: ONE_REQUEST, by: 'bill' } },
      { kind: 'cost-corrected', detail: { to: ONE_REQUEST, by: 'bill' } },
    ]);
    expect((await audit.verify({})).brokenAt).toBeNull();
    await expect(settle()).rejects.toMatchObject({ code: 'INVALID_INPUT', message: /no lower cost of the 2/ });
    test = await test.restart();
    expect(await capSpent()).toBe(3 * ONE_REQUEST);
  });

  it('not before the bill can no longer grow, and not from one with rows that cannot be read', async () => {
    at('2026-11-13T23:00:00Z');
    await expect(settle()).rejects.toMatchObject({ code: 'INVALID_INPUT', message: /3 days after its end/ });
    at('2026-11-14T00:00:00Z');
    const broken = { at: Date.parse('2026-11-12T00:00:00Z'), model: null, item: 'x', key: 'k', dollars: 1 };
    server.charges.push({ ...broken, row: { amount: null } });
    await expect(settle()).rejects.toMatchObject({ code: 'INVALID_INPUT', message: /1 rows .* could not be read/ });
  });

  it('what went past Purser keeps the estimates as they are: the bill is no proof then', async () => {
    const before = await capSpent();
    server.charges.push({ at: now, model: 'o3', item: 'input', key: 'key_elsewhere', dollars: 1 });
    at('2026-11-14T00:00:00Z');
    await expect(settle()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await capSpent()).toBe(before);
  });
});

describe('the admin key', () => {
  it('is asked for the bill before it is kept, and is apart from the key of requests', async () => {
    const { adminKey } = test.client.gateway.reconcile;
    await expect(read()).rejects.toMatchObject({ code: 'INVALID_INPUT', message: /purser provider admin-key acme/ });
    for (const key of ['sk-wrong-0123456789', OWN_KEY, 'sk-purser-0123456789'])
      await expect(adminKey({ name: ACME, key })).rejects.toBeInstanceOf(Error);
    await expect(read()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await giveKey()).toEqual({ name: 'acme', kept: true });
    await spend(1);
    await read();
    const asked = server.seen.filter(({ path }) => path.startsWith('/v1/organization'));
    expect(new Set(asked.map(({ key }) => key))).toEqual(new Set(['sk-wrong-0123456789', ADMIN_KEY]));
    expect(server.seen.filter(({ path }) => path.includes('/chat/')).map(({ key }) => key)).toEqual([OWN_KEY]);
    expect(await adminKey({ name: ACME, key: null })).toEqual({ name: 'acme', kept: false });
    await expect(read()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is in no log, no answer and no record, whatever goes wrong', async () => {
    await giveKey();
    server.manners.failsWith = 500;
    const { reconcile, audit, providers, state } = test.client.gateway;
    const said: unknown[] = [await reconcile.read({}), await providers.list(), await state(), test.logged];
    await expect(read()).rejects.toMatchObject({ code: 'BILL_UNAVAILABLE' });
    said.push(await audit.newest({ limit: 50 }));
    expect(JSON.stringify(said)).toContain('admin-key-added');
    expect(JSON.stringify(said)).not.toContain(ADMIN_KEY);
  });

  it('a provider without a bill, and one that needs no such key, say so', async () => {
    const { providers, reconcile } = test.client.gateway;
    const name = providerNameSchema.parse('groq');
    await providers.add({ kind: 'groq', baseUrl: server.openaiUrl, key: OWN_KEY, unchecked: true });
    await expect(reconcile.read({ provider: name })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: 'Purser cannot read the bill of Groq. It reads these: OpenAI, Anthropic, OpenRouter.',
    });
    const router = providerNameSchema.parse('openrouter');
    await providers.add({ kind: 'openrouter', baseUrl: server.openrouterUrl, key: OWN_KEY, unchecked: true });
    await expect(reconcile.adminKey({ name: router, key: ADMIN_KEY })).rejects.toMatchObject({
      message: /purser reconcile openrouter/,
    });
  });
});

it('OpenRouter is asked with its own key, and compared by the running day, week and month', async () => {
  const name = providerNameSchema.parse('openrouter');
  await test.client.gateway.providers.add({
    kind: 'openrouter',
    baseUrl: server.openrouterUrl,
    key: OWN_KEY,
    unchecked: true,
  });
  const charge = { model: 'x', item: 'input', key: 'k' };
  server.charges.push(
    { ...charge, at: now - HOUR_MS, dollars: 0.25 },
    { ...charge, at: now - 5 * 24 * HOUR_MS, dollars: 1 },
  );
  const { bills, failures } = await test.client.gateway.reconcile.read({});
  expect(failures).toEqual([]);
  expect(bills).toMatchObject([
    {
      provider: name,
      days: [],
      sums: [
        { name: 'day', billed: 250_000_000, own: 0 },
        { name: 'week', billed: 250_000_000 },
        { name: 'month', billed: 1_250_000_000 },
      ],
      total: { billed: 1_250_000_000, own: 0, percent: 100 },
      coverage: 0,
      candidates: [{ cause: 'past-purser', amount: 1_250_000_000 }],
    },
  ]);
});
