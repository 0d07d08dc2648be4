import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallLimit } from '../../../shared/cap.ts';
import { parseCap } from '../../../shared/cap.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { openSpendProcess } from '../../testing/spend-process.ts';
import type { SpendProcess } from '../../testing/spend-process.ts';
import { ownersOf } from './spend-book.ts';
import type { Reservation } from './reservation.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.parse('2026-11-21T12:00:00Z');
const AHEAD = Date.parse('2027-08-20T12:00:00Z');
const OPENAI = providerNameSchema.parse('openai');
const usd = (dollars: number) => nanodollarsOf(Math.round(dollars * 1e9));

let folder = '';
let now = NOON;
let diskFull = false;
let desk: SpendProcess;
let key: SubKeyRecord;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-clock-'));
  now = NOON;
  diskFull = false;
  await start();
  key = (await desk.directory.issue(await desk.directory.addAgent('Claude Code'), { caps: [] })).key;
});
afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  desk = await openSpendProcess(folder, { now: () => now }, 'UTC', (ledger) => ({
    ...ledger,
    redate: (step) => (diskFull ? Promise.reject(new Error('full')) : ledger.redate(step)),
  }));
}
async function restart(): Promise<void> {
  await desk.close();
  await start();
}
async function setCaps(caps: readonly string[], calls: readonly CallLimit[] = []): Promise<void> {
  const policy = { caps: caps.flatMap((text) => parseCap(text) ?? []), calls: [...calls] };
  await desk.limits.set(scopeOf('key', key.id), policy);
}
function reserve(dollars: number): Reservation {
  const wish = { provider: OPENAI, model: 'm', endpoint: 'e', stream: true, price: '{}', loweredOutput: false };
  const result = desk.spend.reserve(key, { ...wish, reserved: usd(dollars) }, 1);
  if (!result.reserved) throw new Error('refused');
  return result.reservation;
}
const END = { usage: NO_USAGE, certainty: 'exact', basis: 'usage', outcome: 'served', status: 200 } as const;
const settle = (of: Reservation, dollars: number): Promise<void> => of.settle({ ...END, cost: usd(dollars) });
const spend = (dollars: number): Promise<void> => settle(reserve(dollars), dollars);
const left = (): number => desk.spend.left(ownersOf(key, OPENAI)) / 1e9;
const steps = async (): Promise<readonly unknown[]> => {
  const links = await desk.ledger.auditLinks(0, 100);
  return links.filter(({ text }) => text.includes('clock-went-back')).map(({ text }): unknown => JSON.parse(text));
};
const rollups = async (): Promise<readonly unknown[]> =>
  (await desk.ledger.buckets(0, Number.MAX_SAFE_INTEGER)).map(({ bucket, cost }) => [bucket, cost]);

describe('a clock that was ahead and is set right', () => {
  it.each(['in one process', 'with a restart'])('moves its money to today, and to no other day: %s', async (how) => {
    await setCaps(['1/day']);
    await spend(0.25);
    now = AHEAD;
    await spend(0.5);
    now = NOON + HOUR;
    if (how === 'with a restart') await restart();
    expect(left()).toBe(0.25);
    expect(desk.spend.accounts(scopeOf('key', key.id))[0]?.span.end).toBe(NOON + DAY / 2);
    const tally = { spentToday: usd(0.75), spentTotal: usd(0.75), requestsToday: 2, lastRequestAt: NOON + HOUR };
    expect(desk.spend.tallyOf(key.agentId)).toEqual(tally);
    for (const day of [1, 2, 200]) {
      now = NOON + day * DAY;
      expect([day, left()]).toEqual([day, 1]);
    }
    now = AHEAD;
    expect(left()).toBe(1);
    now = NOON + DAY;
    await restart();
    expect(left()).toBe(1);
    expect(desk.spend.tallyOf(key.agentId)).toMatchObject({ spentToday: 0, spentTotal: usd(0.75) });
    const detail = { from: AHEAD, to: NOON + HOUR, requests: 1 };
    expect(await steps()).toEqual([{ at: NOON + HOUR, kind: 'clock-went-back', detail }]);
  });

  it('makes the chart of today show the same', async () => {
    await setCaps(['1/day']);
    now = AHEAD;
    await spend(0.5);
    now = NOON;
    expect(left()).toBe(0.5);
    await spend(0.25);
    const [today, later] = await desk.ledger.totals([NOON - DAY / 2, NOON + DAY / 2, AHEAD + DAY]);
    expect([today, later]).toEqual([
      { nanodollars: usd(0.75), requests: 2 },
      { nanodollars: 0, requests: 0 },
    ]);
  });

  it('reopens nothing: earlier spending, with the clock ahead or not, leaves no room', async () => {
    await setCaps(['1/day', '1/rolling-day', '3/total']);
    await spend(1);
    now = AHEAD;
    await spend(1);
    now = NOON;
    expect(() => reserve(0.01)).toThrow('refused');
    await restart();
    expect(() => reserve(0.01)).toThrow('refused');
    now = NOON + 2 * DAY;
    expect(left()).toBe(1);
  });

  it('redates running requests, and settles them at their new date', async () => {
    await setCaps(['1/day']);
    now = AHEAD;
    const runs = reserve(0.5);
    await runs.durable;
    now = NOON;
    expect(left()).toBe(0.5);
    now = NOON + DAY;
    await settle(runs, 0.4);
    expect(left()).toBe(1);
    expect((await desk.ledger.recent(1))[0]).toMatchObject({ startedAt: NOON, settledAt: NOON + DAY });
    expect(await rollups()).toEqual([[NOON, usd(0.4)]]);
  });

  it('redates what a crash left, at its bound', async () => {
    await setCaps(['1/day']);
    now = AHEAD;
    await reserve(0.5).durable;
    now = NOON;
    await restart();
    expect(left()).toBe(0.5);
    expect((await desk.ledger.recent(1))[0]).toMatchObject({ startedAt: NOON, certainty: 'assumed' });
    expect(await rollups()).toEqual([[NOON, usd(0.5)]]);
  });

  it('finds what was spent today, even if the clock was only read while it was ahead', async () => {
    await setCaps(['1/day']);
    await spend(0.75);
    now = AHEAD;
    expect(left()).toBe(1);
    now = NOON;
    expect(left()).toBe(0.25);
    expect(await steps()).toEqual([]);
  });

  it('counts requests only once, even for a scope that gets its limit later', async () => {
    await setCaps(['1/day'], [{ window: 'day', rolling: false, count: 3 }]);
    await spend(0.01);
    now = AHEAD;
    await spend(0.01);
    const runs = reserve(0.01);
    now = NOON;
    expect(() => reserve(0.01)).toThrow('refused');
    await settle(runs, 0);
    desk.spend.setCaps(EVERYTHING, [], [{ window: 'day', rolling: false, count: 3 }]);
    await setCaps(['1/day']);
    expect(() => reserve(0.01)).toThrow('refused');
    now = NOON + DAY;
    await spend(0.01);
  });

  it('corrects a cost at its new date', async () => {
    await setCaps(['1/day']);
    now = AHEAD;
    await spend(0.5);
    now = NOON;
    desk.spend.correct(
      { subKeyId: key.id, agentId: key.agentId, provider: OPENAI, model: 'm', session: null, startedAt: AHEAD },
      usd(0.25),
    );
    expect(left()).toBe(0.25);
    expect(desk.spend.tallyOf(key.agentId).spentToday).toBe(usd(0.75));
    now = NOON + DAY;
    expect(left()).toBe(1);
  });

  it('takes effect on a full disk: written when there is room, or at the next start', async () => {
    await setCaps(['1/day']);
    now = AHEAD;
    await spend(0.5);
    now = NOON;
    diskFull = true;
    expect(left()).toBe(0.5);
    expect(desk.spend.isStuck()).toBe(false);
    await expect.poll(() => desk.spend.isStuck()).toBe(true);
    await desk.close();
    diskFull = false;
    await start();
    expect(left()).toBe(0.5);
    expect(desk.spend.isStuck()).toBe(false);
    expect((await desk.ledger.recent(1))[0]).toMatchObject({ startedAt: NOON });
  });
});

describe('a clock that is moved by seconds', () => {
  it('changes nothing, not even at midnight', async () => {
    await setCaps(['1/day']);
    const midnight = NOON + DAY / 2;
    now = midnight + 5_000;
    await spend(0.5);
    now = midnight - 5_000;
    expect(left()).toBe(0.5);
    await restart();
    expect(left()).toBe(0.5);
    now = midnight + 60_000;
    expect(left()).toBe(0.5);
    expect(await steps()).toEqual([]);
  });
});

describe('a clock that shows a time before Purser existed', () => {
  it('is not believed: the history stays, and no day is reopened', async () => {
    await setCaps(['1/day']);
    await spend(0.75);
    now = 0;
    expect(left()).toBe(0.25);
    await restart();
    await spend(0.125);
    now = NOON + HOUR;
    expect(left()).toBe(0.25);
    await restart();
    expect(left()).toBe(0.25);
    expect(await steps()).toEqual([]);
  });
});
