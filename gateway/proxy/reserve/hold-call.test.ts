import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Nanodollars } from '../../../shared/money.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import { ownersOf } from '../../accounts/spend/spend-book.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { capsOf, openMoneyPath } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { holdCall } from './hold-call.ts';
import type { PricedCall } from './hold-call.ts';

const PRICE = nanodollarsOf(5_000_000);
const SEARCH = providerNameSchema.parse('search');

let path: MoneyPath;
/** Whom the caps refused. */
const refused = vi.fn<(key: SubKeyRecord) => void>();
beforeEach(async () => {
  refused.mockClear();
  path = await openMoneyPath({ caps: capsOf('0.012/day') });
});
afterEach(() => path.remove());

const hold = ({ price = PRICE, ...more }: Partial<PricedCall> & { readonly price?: Nanodollars } = {}) => {
  const http = { credential: { in: 'header', name: 'x-token', prefix: '' }, pricePerCall: price } as const;
  const watch = { refused, sent: () => Promise.resolve(), told: () => undefined, learned: () => undefined };
  return holdCall(
    { ...path, watch },
    {
      key: path.key,
      provider: { name: SEARCH, kind: 'http', baseUrl: 'https://search.example', createdAt: 1, http },
      http,
      endpoint: 'POST web/search',
      target: { url: new URL('https://search.example/web/search'), method: 'POST', headers: {}, key: undefined },
      body: Buffer.from('{"q":"purser"}'),
      ...more,
    },
  );
};
const left = () => path.spend.left(ownersOf(path.key, SEARCH));
const limit = (policy: Policy) => path.limits.set(scopeOf('agent', path.key.agentId), policy);
const codeOf = (held: Awaited<ReturnType<typeof hold>>) => (held.ok ? 'held' : held.refusal.code);

describe('a call of an HTTP API', () => {
  it('is held at its fixed price, and is in the ledger as what it is', async () => {
    const held = await hold();
    if (!held.ok) throw new Error('refused');
    expect(left()).toBe(12_000_000 - PRICE);
    expect(held.reservation.record).toMatchObject({
      provider: 'search',
      model: 'http',
      endpoint: 'POST web/search',
      stream: false,
      reserved: PRICE,
      price: '{"call":0.005}',
    });
    await held.reservation.durable;
  });

  it('that costs nothing is counted all the same', async () => {
    await limit({ calls: [{ window: 'day', rolling: false, count: 1 }] });
    expect(codeOf(await hold({ price: nanodollarsOf(0) }))).toBe('held');
    expect(codeOf(await hold({ price: nanodollarsOf(0) }))).toBe('calls');
    expect(refused).not.toHaveBeenCalled();
  });

  it('with a long path is kept with its beginning', async () => {
    const held = await hold({ endpoint: `GET ${'a'.repeat(500)}` });
    expect(held).toMatchObject({ reservation: { record: { endpoint: `GET ${'a'.repeat(196)}` } } });
  });

  it('is refused by the cap that has no room, with its price, and waits for nothing', async () => {
    await hold();
    await hold();
    expect(await hold()).toMatchObject({
      ok: false,
      refusal: {
        code: 'cap',
        message: expect.stringContaining('holds $0.01 for running requests; this request could cost $0.005') as string,
      },
    });
    expect([left(), refused.mock.calls.map(([key]) => key.id)]).toEqual([2_000_000, [path.key.id]]);
  });

  it('is refused above what one request may cost, and held at just that', async () => {
    await limit({ maxCost: PRICE });
    expect(codeOf(await hold())).toBe('held');
    const dear = await hold({ price: nanodollarsOf(PRICE + 1_000_000) });
    expect(dear).toMatchObject({
      refusal: {
        code: 'max-cost',
        message: 'A call of search costs $0.006, more than Claude Code may spend on one request.',
      },
    });
  });

  it('is refused where it comes too fast', async () => {
    await limit({ requestsPerMinute: 1 });
    await hold();
    expect(await hold()).toMatchObject({ refusal: { kind: 'rate-limited', code: 'requests-per-minute' } });
  });
});

describe('before any money is looked at', () => {
  it('a sub-key that was stopped since is refused', async () => {
    await path.directory.pauseKey(path.key.id, true);
    expect(codeOf(await hold())).toBe('sub-key-paused');
    await path.directory.revoke(path.key.id);
    expect(codeOf(await hold())).toBe('sub-key-revoked');
    expect(left()).toBe(12_000_000);
  });

  it('a ledger that cannot be written refuses', async () => {
    path = { ...path, spend: { ...path.spend, isStuck: () => true } };
    expect(await hold()).toMatchObject({ refusal: { kind: 'purser-fault', code: 'ledger' } });
  });

  it('a field that makes another call of it is refused where policies name calls, and nowhere else', async () => {
    const body = Buffer.from('_method=DELETE&q=purser');
    expect(codeOf(await hold({ body }))).toBe('held');
    await limit({ endpoints: ['POST web/*'] });
    expect(codeOf(await hold())).toBe('held');
    expect(await hold({ body })).toMatchObject({
      refusal: { code: 'endpoints', message: expect.stringContaining('a field "_method"') as string },
    });
  });
});
