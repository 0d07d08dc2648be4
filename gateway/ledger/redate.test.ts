import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { EVERYTHING } from '../../shared/policy.ts';
import { NO_USAGE } from '../domain/usage.ts';
import { openLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import type { ReservationRecord, SettlementRecord, SubKeyRecord } from './records.ts';
import { BUCKET_MS, statements } from './statements.ts';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-21T12:00:00Z');
const NOW = NOON + 7.5 * 60_000;
const MIDNIGHT = NOON + DAY / 2;
const AHEAD = NOON + 300 * DAY;

let folder = '';
let ledger: Ledger;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-redate-'));
  ledger = await openLedger(folder);
  await ledger.write([statements.addAgent(agent), statements.addSubKey(key)]);
});
afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

const agent = { id: agentIdSchema.parse('agt_abcdefghijkl'), name: 'Claude Code', createdAt: NOON, paused: false };
const key: SubKeyRecord = {
  id: subKeyIdSchema.parse('key_abcdefghijkl'),
  agentId: agent.id,
  hash: 'f'.repeat(64),
  hint: 'wxyz',
  createdAt: NOON,
  paused: false,
  revokedAt: null,
  rotatedAt: null,
  endReason: null,
  name: null,
  project: null,
};
const ONE = nanodollarsOf(1);
const RATES = '{"input_mtok":1,"cache_read_mtok":0.1}';
const request = (number: number, startedAt: number, model = 'gpt-4o-mini'): ReservationRecord => ({
  id: requestIdSchema.parse(`req_${String(number).padStart(16, '0')}`),
  subKeyId: key.id,
  agentId: agent.id,
  provider: providerNameSchema.parse('openai'),
  model,
  endpoint: 'e',
  session: null,
  stream: true,
  startedAt,
  reserved: nanodollarsOf(1_000),
  price: RATES,
  loweredOutput: false,
});
const end = (settledAt: number): SettlementRecord => ({
  settledAt,
  cost: nanodollarsOf(750),
  usage: { ...NO_USAGE, input: 1_000, cacheRead: 1_000, output: 3 },
  certainty: 'exact',
  basis: 'usage',
  outcome: 'served',
  status: 200,
});
const spend = (number: number, at: number, model?: string): Promise<void> => {
  const row = request(number, at, model);
  return ledger.write([statements.reserve(row), ...statements.settle(row, end(at + 5))]);
};
const goBack = (seen = true): Promise<boolean> => ledger.redate({ now: NOW, endOfDay: MIDNIGHT, seen });
const steps = async (): Promise<readonly unknown[]> => {
  const links = await ledger.auditLinks(0, 100);
  return links.filter(({ text }) => text.includes('clock-went-back')).map(({ text }): unknown => JSON.parse(text));
};

it('dates at now what is dated later: requests, rollups and savings of one piece, and on record', async () => {
  await spend(1, NOON);
  await spend(2, AHEAD);
  await spend(3, AHEAD + BUCKET_MS);
  await spend(4, AHEAD, 'other');
  await ledger.write([statements.reserve(request(5, AHEAD))]);
  expect(await goBack()).toBe(true);
  const times = (await ledger.recent(10)).map(({ startedAt, settledAt }) => [startedAt, settledAt]);
  expect(times).toEqual([
    [NOW, NOW],
    [NOW, NOW],
    [NOW, NOW],
    [NOON, NOON + 5],
  ]);
  expect(await ledger.buckets(0, Number.MAX_SAFE_INTEGER)).toMatchObject([
    { bucket: NOON, model: 'gpt-4o-mini', requests: 3, cost: 2_250, inputTokens: 3_000 },
    { bucket: NOON, model: 'other', requests: 1, cost: 750, inputTokens: 1_000 },
  ]);
  expect(await ledger.cacheSaving(NOON, NOON + BUCKET_MS)).toBe(3_600_000);
  expect(await ledger.cacheSaving(NOON + BUCKET_MS, AHEAD + DAY)).toBe(0);
  const detail = { from: AHEAD + BUCKET_MS + 5, to: NOW, requests: 4 };
  expect(await steps()).toEqual([{ at: NOW, kind: 'clock-went-back', detail }]);
  expect((await ledger.verifyAudit()).brokenAt).toBeNull();

  // A running request settles where its row stands by now, and later corrections find it there.
  await ledger.write(statements.settle(request(5, AHEAD), end(NOW + 9)));
  const billed = await ledger.billedOne(request(5, AHEAD).id);
  if (!billed) throw new Error('not settled');
  await ledger.write(statements.reprice({ ...billed, startedAt: AHEAD }, 1_000, RATES));
  const after = await ledger.buckets(0, Number.MAX_SAFE_INTEGER);
  expect(after).toMatchObject([
    { bucket: NOON, cost: 3_250 },
    { bucket: NOON, cost: 750 },
  ]);
  expect(await ledger.cacheSaving(NOON, NOON + BUCKET_MS)).toBe(4_500_000);
  expect(await goBack()).toBe(false);
  expect(await steps()).toHaveLength(1);
});

it('comes behind whatever was written before it, and before what is written after it', async () => {
  const before = spend(1, AHEAD);
  const moved = goBack();
  const after = spend(2, NOW + 60_000);
  await Promise.all([before, moved, after]);
  expect((await ledger.recent(10)).map(({ startedAt }) => startedAt)).toEqual([NOW + 60_000, NOW]);
});

it('leaves seconds alone where nobody saw the clock go back', async () => {
  await spend(1, NOW + 59_000);
  expect(await goBack(false)).toBe(false);
  expect((await ledger.recent(10)).map(({ startedAt }) => startedAt)).toEqual([NOW + 59_000]);
  await spend(2, NOW + 60_000);
  expect(await goBack(false)).toBe(true);
  expect((await ledger.recent(10)).map(({ startedAt }) => startedAt)).toEqual([NOW, NOW]);
});

it('never puts a year of history into the year 1970 because a battery was empty', async () => {
  await spend(1, NOON);
  expect(await ledger.redate({ now: 60_000, endOfDay: DAY, seen: false })).toBe(false);
  expect((await ledger.recent(10)).map(({ startedAt }) => startedAt)).toEqual([NOON]);
});

it('ends with the day a raise that was given on a later one, and none of today from another time zone', async () => {
  const raise = (until: number): Promise<void> =>
    ledger.write([statements.raiseCap({ owner: EVERYTHING, window: 'day', rolling: false, extra: ONE, until })]);
  const untilOf = async (): Promise<readonly number[]> => {
    await ledger.close();
    ledger = await openLedger(folder);
    return ledger.contents.raises.map(({ until }) => until);
  };
  await raise(MIDNIGHT + DAY);
  expect(await goBack(false)).toBe(false);
  expect(await untilOf()).toEqual([MIDNIGHT + DAY]);
  await raise(AHEAD);
  expect(await goBack(false)).toBe(true);
  expect(await untilOf()).toEqual([MIDNIGHT]);
  expect(await steps()).toEqual([]);
});
