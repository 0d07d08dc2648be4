// Long because each case has its own sample.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { systemRandom } from '../../defaults.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { createWindowCalendar } from '../../domain/time/windows.ts';
import { openLedger } from '../../ledger/ledger.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { SettlementRecord, SubKeyRecord } from '../../ledger/records.ts';
import { openAccounts } from '../open-accounts.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { createSettlementRetry } from './settlement-retry.ts';
import { ownersOf } from './spend-book.ts';
import type { SpendBook } from './spend-book.ts';
import type { Reservation } from './reservation.ts';
import { stopsOf } from '../../testing/stops-of.ts';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-21T12:00:00Z');
let folder = '';
let now = NOON;
let opened: Ledger[] = [];
/** While true, everything that the spend book writes fails. */
let diskFull = false;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-spend-'));
  now = NOON;
  opened = [];
  diskFull = false;
});
afterEach(async () => {
  for (const ledger of opened) await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

interface Desk {
  readonly ledger: Ledger;
  readonly book: SpendBook;
  readonly retry: ReturnType<typeof createSettlementRetry>;
  readonly key: SubKeyRecord;
  readonly told: RequestView[];
  close(): Promise<void>;
}

/** Opens the data folder like a starting gateway; the first time with a sub-key with these caps. */
async function open(...caps: readonly string[]): Promise<Desk> {
  const file = await openLedger(folder);
  opened.push(file);
  const unlessFull =
    (write: Ledger['write']): Ledger['write'] =>
    (statements, entries) =>
      diskFull
        ? Promise.reject(new PurserError('LEDGER_UNAVAILABLE', 'The disk is full.'))
        : write(statements, entries);
  const ledger: Ledger = { ...file, write: unlessFull(file.write), commit: unlessFull(file.commit) };
  const clock = { now: () => now };
  const told: RequestView[] = [];
  const settled = createEmitter<RequestView>(() => undefined);
  settled.on((view) => told.push(view));
  const retry = createSettlementRetry(ledger, { log: () => undefined });
  const { directory, spend: book } = await openAccounts({
    ledger,
    stops: stopsOf(ledger),
    retry,
    clock,
    random: systemRandom,
    calendar: createWindowCalendar('UTC'),
    settled,
  });
  let [key] = directory.keys();
  if (!key) {
    ({ key } = await directory.issue(await directory.addAgent('Claude Code'), {
      caps: caps.flatMap((text) => parseCap(text) ?? []),
    }));
  }
  const close = async (): Promise<void> => {
    opened = opened.filter((other) => other !== file);
    await file.close();
  };
  return { ledger, book, retry, key, told, close };
}

const OPENAI = providerNameSchema.parse('openai');
const usd = (dollars: number) => nanodollarsOf(Math.round(dollars * 1e9));
const wish = (dollars: number) => ({
  provider: providerNameSchema.parse('openai'),
  model: 'gpt-4o-mini',
  endpoint: 'chat/completions',
  stream: true,
  reserved: usd(dollars),
  price: '{}',
  loweredOutput: false,
});
const end = (dollars: number): Omit<SettlementRecord, 'settledAt'> => ({
  cost: usd(dollars),
  usage: { ...NO_USAGE, input: 100, output: 10 },
  certainty: 'exact',
  basis: 'usage',
  outcome: 'served',
  status: 200,
});

function reserve({ book, key }: Desk, dollars: number): Reservation {
  const result = book.reserve(key, wish(dollars), 100);
  if (!result.reserved) throw new Error('refused');
  return result.reservation;
}
async function spend(desk: Desk, dollars: number): Promise<void> {
  await reserve(desk, dollars).settle(end(dollars));
}

describe('a reservation', () => {
  it('can grow and shrink while its request runs, on disk and in every cap', async () => {
    const desk = await open('5/day');
    const left = () => desk.book.left(ownersOf(desk.key, OPENAI));
    const reservation = reserve(desk, 1);
    await reservation.durable;
    const more = reservation.resize(usd(4));
    expect(left()).toBe(usd(1));
    expect(reservation.held(), 'it counts when it is on disk').toBe(usd(1));
    if (!more.resized) throw new Error('refused');
    await more.durable;
    expect(reservation.held()).toBe(usd(4));
    expect(reservation.resize(usd(5.5))).toMatchObject({ resized: false, account: { reserved: usd(4) } });
    const less = reservation.resize(usd(2));
    expect(reservation.held()).toBe(usd(2));
    expect(left()).toBe(usd(3));
    if (!less.resized) throw new Error('refused');
    await less.durable;
    await desk.close();
    const after = await open();
    expect((await after.ledger.recent(1))[0]).toMatchObject({ certainty: 'assumed', basis: 'crash', cost: usd(2) });
  });

  it('holds money, is durable, and is replaced by the true cost', async () => {
    const desk = await open('5/day', '20/total');
    const reservation = reserve(desk, 4);
    expect(desk.book.left(ownersOf(desk.key, OPENAI))).toBe(usd(1));
    await reservation.durable;
    await reservation.settle(end(1.5));
    expect(desk.book.left(ownersOf(desk.key, OPENAI))).toBe(usd(3.5));
    expect(desk.book.accounts(scopeOf('key', desk.key.id)).map(({ spent, reserved }) => [spent, reserved])).toEqual([
      [usd(1.5), 0],
      [usd(1.5), 0],
    ]);
    expect(desk.told).toEqual(await desk.ledger.recent(10));
    expect(desk.told[0]).toMatchObject({
      agent: 'Claude Code',
      cost: usd(1.5),
      inputTokens: 100,
      outputTokens: 10,
      certainty: 'exact',
      basis: 'usage',
      outcome: 'served',
      startedAt: NOON,
    });
    expect(desk.book.tallyOf(desk.key.agentId)).toMatchObject({
      spentToday: usd(1.5),
      spentTotal: usd(1.5),
      requestsToday: 1,
    });
  });

  it('settles once: a second settlement changes nothing, even if both run at once', async () => {
    const desk = await open('5/day');
    const reservation = reserve(desk, 4);
    await Promise.all([reservation.settle(end(1)), reservation.settle(end(4)), reservation.settle(end(0))]);
    await reservation.settle(end(4));
    expect(desk.book.left(ownersOf(desk.key, OPENAI))).toBe(usd(4));
    expect(desk.told.map(({ cost }) => cost)).toEqual([usd(1)]);
    expect(
      (await desk.ledger.buckets(0, Number.MAX_SAFE_INTEGER)).map(({ requests, cost }) => [requests, cost]),
    ).toEqual([[1, usd(1)]]);
    expect(desk.book.tallyOf(desk.key.agentId)).toMatchObject({ spentTotal: usd(1), requestsToday: 1 });
  });

  it('is refused to the last of a crowd and to nobody before', async () => {
    const desk = await open('1/day');
    const results = Array.from({ length: 50 }, () => desk.book.reserve(desk.key, wish(0.025), 100));
    expect(results.filter(({ reserved }) => reserved).length).toBe(40);
    expect(desk.book.left(ownersOf(desk.key, OPENAI))).toBe(0);
    await Promise.all(results.flatMap((result) => (result.reserved ? [result.reservation.settle(end(0.01))] : [])));
    expect(desk.book.left(ownersOf(desk.key, OPENAI))).toBe(usd(0.6));
  });

  it('wakes a request that waits for its money', async () => {
    const desk = await open('1/day');
    const reservation = reserve(desk, 1);
    const released = desk.book.released().then(() => desk.book.left(ownersOf(desk.key, OPENAI)));
    await reservation.settle(end(0.25));
    expect(await released).toBe(usd(0.75));
  });
});

describe('after a crash', () => {
  it('a running request is settled at its bound, marked as assumed, and only once', async () => {
    const before = await open('5/day', '20/total');
    await spend(before, 0.5);
    const lost = reserve(before, 2);
    await lost.durable;
    await before.close();

    for (const restart of [1, 2]) {
      now += 60_000;
      const after = await open();
      expect([restart, after.book.left(ownersOf(after.key, OPENAI))]).toEqual([restart, usd(2.5)]);
      expect(after.ledger.contents.open.length).toBe(restart === 1 ? 1 : 0);
      const [view] = await after.ledger.recent(10);
      expect(view).toMatchObject({
        id: lost.record.id,
        cost: usd(2),
        certainty: 'assumed',
        outcome: 'crashed',
        status: null,
        settledAt: NOON + 60_000,
        startedAt: NOON,
      });
      expect(after.book.tallyOf(after.key.agentId)).toMatchObject({
        spentToday: usd(2.5),
        spentTotal: usd(2.5),
        requestsToday: 2,
      });
      const crashes = (await after.ledger.auditLinks(0, 100)).filter(({ text }) => text.includes('crash-settled'));
      expect(crashes.map(({ text }) => text.includes(lost.record.id))).toEqual([true]);
      await after.close();
    }
  });

  it('counts a crash of yesterday for yesterday', async () => {
    const before = await open('5/day', '20/total');
    await reserve(before, 5).durable;
    await before.close();
    now += DAY;
    const after = await open();
    expect(after.book.accounts(scopeOf('key', after.key.id)).map(({ cap, spent }) => [cap.window, spent])).toEqual([
      ['day', 0],
      ['total', usd(5)],
    ]);
    expect(after.book.tallyOf(after.key.agentId)).toMatchObject({
      spentToday: 0,
      spentTotal: usd(5),
      requestsToday: 0,
    });
  });
});

describe('a restart', () => {
  it('knows what was spent today and in all', async () => {
    const first = await open('5/day', '20/total');
    await spend(first, 4);
    now += DAY;
    await spend(first, 3);
    await spend(first, 0.25);
    const expected = [first.book.accounts(scopeOf('key', first.key.id)), first.book.tallyOf(first.key.agentId)];
    await first.close();
    const second = await open();
    expect([second.book.accounts(scopeOf('key', second.key.id)), second.book.tallyOf(second.key.agentId)]).toEqual(
      expected,
    );
    expect(second.book.left(ownersOf(second.key, OPENAI))).toBe(usd(1.75));
    expect(second.book.tallyOf(second.key.agentId)).toMatchObject({
      spentToday: usd(3.25),
      spentTotal: usd(7.25),
      requestsToday: 2,
    });
  });
});

describe('a full disk', () => {
  it('at the reservation: what was never written was never forwarded, and frees its money', async () => {
    const desk = await open('5/day');
    diskFull = true;
    const unused = reserve(desk, 2);
    await expect(unused.durable).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(desk.book.left(ownersOf(desk.key, OPENAI))).toBe(usd(3));
    await unused.settle(end(0));
    expect(desk.book.left(ownersOf(desk.key, OPENAI))).toBe(usd(5));
    expect([desk.book.isStuck(), desk.told.length]).toEqual([false, 0]);
    diskFull = false;
    expect(await desk.ledger.recent(10)).toEqual([]);
  });

  it('at the settlement: the money stays held until there is space, then the true cost is written', async () => {
    const desk = await open('5/day');
    const reservation = reserve(desk, 4);
    await reservation.durable;
    diskFull = true;
    const settled = reservation.settle(end(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([desk.book.left(ownersOf(desk.key, OPENAI)), desk.told.length]).toEqual([usd(1), 0]);
    diskFull = false;
    await settled;
    expect([desk.book.left(ownersOf(desk.key, OPENAI)), desk.told.length]).toEqual([usd(4), 1]);
  });

  it('at the settlement, until the gateway stops: the next start settles at the bound', async () => {
    const desk = await open('5/day');
    const reservation = reserve(desk, 4);
    await reservation.durable;
    diskFull = true;
    const settled = reservation.settle(end(1));
    const outcome = expect(settled).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    desk.retry.stop();
    await outcome;
    await desk.close();
    diskFull = false;
    const after = await open();
    expect(after.book.left(ownersOf(after.key, OPENAI))).toBe(usd(1));
    expect((await after.ledger.recent(1))[0]).toMatchObject({ certainty: 'assumed', cost: usd(4) });
  });
});

describe('a scope without a cap', () => {
  it('has no money', async () => {
    const desk = await open('5/day');
    const stranger: SubKeyRecord = { ...desk.key, id: `key_${'0'.repeat(12)}` as SubKeyRecord['id'] };
    expect(desk.book.left(ownersOf(stranger, OPENAI))).toBe(0);
    expect(() => desk.book.reserve(stranger, wish(0), 100)).toThrow('no caps are kept');
  });
});
