import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Policy } from '../../../shared/policy.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { breakLedger } from '../../testing/break-ledger.ts';
import { capsOf, openMoneyPath, OPENAI } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { ownersOf } from './spend-book.ts';
import type { Reservation } from './reservation.ts';

const usd = (dollars: number) => nanodollarsOf(Math.round(dollars * 1e9));
const end = (dollars: number, tokens = 0): Parameters<Reservation['settle']>[0] => ({
  cost: usd(dollars),
  usage: { ...NO_USAGE, input: tokens },
  certainty: 'exact',
  basis: 'usage',
  outcome: 'served',
  status: 200,
});

let path: MoneyPath;
beforeEach(async () => {
  path = await openMoneyPath({ caps: capsOf('5/day') });
});
afterEach(() => path.remove());

const reserve = (dollars: number): Reservation => path.reserve('gpt-4o', usd(dollars));
const tryReserve = (dollars: number) => {
  const wish = { provider: OPENAI.name, model: 'm', endpoint: 'e', stream: true, price: '{}', loweredOutput: false };
  return path.spend.reserve(path.key, { ...wish, reserved: usd(dollars) }, 100);
};
const left = () => path.spend.left(ownersOf(path.key, OPENAI.name));
const limit = (policy: Policy) => path.limits.set(EVERYTHING, policy);

describe('a reservation', () => {
  it('is held in all of its scopes, or in none', async () => {
    await path.limits.set(scopeOf('agent', path.key.agentId), { caps: capsOf('3/day') });
    await limit({ calls: [{ window: 'day', rolling: false, count: 1 }] });
    const spentIn = (scope: Parameters<MoneyPath['spend']['accounts']>[0]) =>
      path.spend.accounts(scope).map(({ reserved }) => reserved);
    // The sub-key has room for it, its agent has not.
    expect(tryReserve(4)).toMatchObject({
      reserved: false,
      unit: 'money',
      account: { owner: scopeOf('agent', path.key.agentId), allowed: usd(3) },
    });
    expect([spentIn(scopeOf('key', path.key.id)), spentIn(scopeOf('agent', path.key.agentId))]).toEqual([[0], [0]]);
    // It took no place among the requests either.
    expect(tryReserve(2)).toMatchObject({ reserved: true });
    expect([spentIn(scopeOf('key', path.key.id)), spentIn(scopeOf('agent', path.key.agentId))]).toEqual([
      [usd(2)],
      [usd(2)],
    ]);
    expect(tryReserve(0.1)).toMatchObject({ reserved: false, unit: 'calls' });
    expect(left()).toBe(usd(1));
  });

  it('has an id of its own, and says of whom and when it is', () => {
    const [one, other] = [reserve(1), reserve(1)];
    expect(one.record).toMatchObject({
      subKeyId: path.key.id,
      agentId: path.key.agentId,
      session: null,
      reserved: usd(1),
    });
    expect([one.record.id === other.record.id, one.record.id.startsWith('req_')]).toEqual([false, true]);
    expect(other.record.startedAt).toBeGreaterThan(one.record.startedAt);
  });

  it('counts for rates what it used, once that is known', async () => {
    await limit({ tokensPerMinute: 150 });
    const levels = [
      { kind: 'everything', owner: EVERYTHING, whose: 'Everything together', policy: path.limits.policyOf(EVERYTHING) },
    ] as const;
    const mayUse = (tokens: number) => path.spend.checkRates(levels, tokens) === undefined;
    const reservation = reserve(1);
    expect([mayUse(50), mayUse(51)]).toEqual([true, false]);
    await reservation.settle(end(1, 20));
    expect([mayUse(130), mayUse(131)]).toEqual([true, false]);
  });
});

describe('holding another amount', () => {
  it('wakes those that wait for money only where some is given back', async () => {
    const reservation = reserve(2);
    let woken = 0;
    void path.spend.released().then(() => (woken += 1));
    reservation.resize(usd(3));
    await new Promise((resolve) => setImmediate(resolve));
    expect(woken).toBe(0);
    reservation.resize(usd(1));
    await new Promise((resolve) => setImmediate(resolve));
    expect([woken, left()]).toEqual([1, usd(4)]);
  });

  it('once it has ended changes nothing, and is as durable as its end', async () => {
    const reservation = reserve(2);
    await reservation.settle(end(0.5));
    const late = reservation.resize(usd(4));
    expect([late.resized, left()]).toEqual([true, usd(4.5)]);
    if (!late.resized) throw new Error('refused');
    await late.durable;
    expect(await path.settled()).toMatchObject({ cost: usd(0.5) });
  });

  it('while it ends changes nothing either, and is on disk when the end is', async () => {
    const reservation = reserve(2);
    await reservation.durable;
    const settled = reservation.settle(end(0.5));
    const late = reservation.resize(usd(4));
    if (!late.resized) throw new Error('refused');
    // Not written yet: what was held is held on.
    expect(left()).toBe(usd(3));
    await late.durable;
    expect([left(), (await path.settled())?.cost]).toEqual([usd(4.5), usd(0.5)]);
    await settled;
  });

  it('that could not be written is not held, though nobody else may have it', async () => {
    const reservation = reserve(1);
    await reservation.durable;
    const mend = await breakLedger(path.folder, 'UPDATE');
    const more = reservation.resize(usd(3));
    if (!more.resized) throw new Error('refused');
    await expect(more.durable).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect([reservation.held(), left()]).toEqual([usd(1), usd(2)]);
    await mend();
    const again = reservation.resize(usd(2));
    if (!again.resized) throw new Error('refused');
    await again.durable;
    expect([reservation.held(), left()]).toEqual([usd(2), usd(3)]);
  });

  it('that comes late to the disk does not raise what a smaller one has lowered since', async () => {
    const reservation = reserve(1);
    const [more, less] = [reservation.resize(usd(3)), reservation.resize(usd(2))];
    if (!more.resized || !less.resized) throw new Error('refused');
    await more.durable;
    expect(reservation.held()).toBe(usd(2));
    await less.durable;
    expect([reservation.held(), left()]).toEqual([usd(2), usd(3)]);
  });
});

describe('the end of a reservation', () => {
  it('that was never written costs nothing, makes no row, and takes no place among the requests', async () => {
    await limit({ calls: [{ window: 'day', rolling: false, count: 1 }] });
    const mend = await breakLedger(path.folder, 'INSERT');
    const reservation = reserve(2);
    await expect(reservation.durable).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    await reservation.settle(end(2));
    await mend();
    expect([left(), await path.settled(), path.spend.tallyOf(path.key.agentId).requestsToday]).toEqual([
      usd(5),
      undefined,
      0,
    ]);
    expect(tryReserve(1)).toMatchObject({ reserved: true });
  });

  it('by a cut is on record, and by nothing else', async () => {
    const cuts = async () =>
      (await path.ledger.auditLinks(0, 100))
        .filter(({ text }) => text.includes('"request-cut"'))
        .map(({ text }) => text);
    await reserve(1).settle(end(0.1));
    expect(await cuts()).toEqual([]);
    const reservation = reserve(1);
    await reservation.settle({ ...end(0.25), outcome: 'cut' });
    expect(await cuts()).toEqual([expect.stringContaining(reservation.record.id) as string]);
  });

  it('above what was held is counted whole', async () => {
    await reserve(1).settle(end(4.5));
    expect(left()).toBe(usd(0.5));
  });
});
