import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { openConnection } from '../../platform/connection.ts';
import { openLedger } from '../ledger.ts';
import { migrate } from '../migrations.ts';
import type { ReservationRecord, SettlementRecord } from '../records.ts';
import { BUCKET_MS, statements } from '../statements.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-saving-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const NOON = Date.parse('2026-11-21T12:00:00Z');
const agent = { id: agentIdSchema.parse('agt_abcdefghijkl'), name: 'Claude Code', createdAt: NOON, paused: false };
const subKeyId = subKeyIdSchema.parse('key_abcdefghijkl');
const key = {
  id: subKeyId,
  agentId: agent.id,
  hash: 'f'.repeat(64),
  hint: 'wxyz',
  createdAt: NOON,
  paused: false,
  revokedAt: null,
  rotatedAt: null,
  project: null,
};
/** The version of a ledger that did not add up savings. */
const BEFORE_SAVINGS = 10;
/** Plain input 3, read from cache 0.30, written to cache 3.75 dollars per million. */
const RATES =
  '{"input_mtok":{"base":3,"tiers":[{"start":200000,"price":6}]},"cache_read_mtok":0.3,"cache_write_mtok":3.75}';
const request = (number: number, more: Partial<ReservationRecord> = {}): ReservationRecord => ({
  id: requestIdSchema.parse(`req_${String(number).padStart(16, '0')}`),
  subKeyId,
  agentId: agent.id,
  provider: providerNameSchema.parse('anthropic'),
  model: 'claude-sonnet-5',
  endpoint: 'messages',
  session: null,
  stream: true,
  startedAt: NOON,
  reserved: nanodollarsOf(1_000),
  price: RATES,
  loweredOutput: false,
  ...more,
});
const end = (cacheRead: number, cacheWrite: number): SettlementRecord => ({
  settledAt: NOON + 5,
  cost: nanodollarsOf(750),
  usage: { ...NO_USAGE, input: 5_000, cacheRead, cacheWrite },
  certainty: 'exact',
  basis: 'usage',
  outcome: 'served',
  status: 200,
});
/** The same stretch twice: from what was added up, and, a millisecond longer, from the requests themselves. */
const saved = async (ledger: Awaited<ReturnType<typeof openLedger>>): Promise<readonly number[]> => [
  await ledger.cacheSaving(NOON, NOON + BUCKET_MS),
  await ledger.cacheSaving(NOON, NOON + BUCKET_MS - 1),
];

it('is added up as requests settle, once each, less what writing to caches cost more', async () => {
  const ledger = await openLedger(folder);
  await ledger.write([statements.addAgent(agent), statements.addSubKey(key)]);
  const settle = async (row: ReservationRecord, how: SettlementRecord): Promise<void> =>
    ledger.write([statements.reserve(row), ...statements.settle(row, how)]);
  await settle(request(1), end(1_000, 0));
  expect(await saved(ledger)).toEqual([2_700_000, 2_700_000]);
  await settle(request(2), end(0, 1_000));
  expect(await saved(ledger)).toEqual([1_950_000, 1_950_000]);
  // No price of its own for what is read from a cache: nothing was saved. Rates that nobody can read: neither.
  await settle(request(3, { price: '{"input_mtok":3}' }), end(1_000, 0));
  await settle(request(4, { price: 'no rates' }), end(1_000, 0));
  await ledger.write(statements.settle(request(1), end(1_000, 0)));
  expect(await saved(ledger)).toEqual([1_950_000, 1_950_000]);
  await settle(request(5, { startedAt: NOON + BUCKET_MS }), end(1_000, 0));
  expect(await saved(ledger)).toEqual([1_950_000, 1_950_000]);
  expect(await ledger.cacheSaving(NOON, NOON + 2 * BUCKET_MS)).toBe(4_650_000);
  // Whole quarters of an hour, and the ends beside them.
  expect(await ledger.cacheSaving(NOON - 1, NOON + BUCKET_MS + 1)).toBe(4_650_000);
  expect(await ledger.cacheSaving(NOON + 1, NOON + 2 * BUCKET_MS)).toBe(2_700_000);
  await ledger.close();
});

it('follows when requests are priced anew, but not when somebody else was quicker', async () => {
  const ledger = await openLedger(folder);
  await ledger.write([
    statements.addAgent(agent),
    statements.addSubKey(key),
    statements.reserve(request(1)),
    ...statements.settle(request(1), end(1_000, 0)),
  ]);
  const [row] = await ledger.billed(0, 0, 10);
  if (row === undefined) throw new Error('the request is billed');
  await ledger.write(statements.reprice(row, 700, '{"input_mtok":2,"cache_read_mtok":0.5}'));
  expect(await saved(ledger)).toEqual([1_500_000, 1_500_000]);
  await ledger.write(statements.reprice(row, 600, RATES));
  expect(await saved(ledger)).toEqual([1_500_000, 1_500_000]);
  await ledger.close();
});

it('is filled in for what a ledger of before has', async () => {
  const connection = await openConnection(join(folder, 'ledger.sqlite'), 'write');
  await migrate(connection, BEFORE_SAVINGS);
  await connection.run("INSERT INTO agents (id, name, created_at) VALUES (?, 'Claude Code', 0)", [agent.id]);
  await connection.run("INSERT INTO sub_keys (id, agent_id, hash, hint, created_at) VALUES (?, ?, 'f', 'wxyz', 0)", [
    subKeyId,
    agent.id,
  ]);
  for (const [number, read, written, price, settledAt] of [
    [1, 1_000, 0, RATES, NOON],
    [2, 400, 300, RATES, NOON],
    [3, 10, 0, '{}', NOON],
    [4, 10, 0, 'no rates', NOON],
  ] as const) {
    await connection.run(
      `INSERT INTO requests (id, sub_key_id, agent_id, provider, model, stream, started_at, reserved, ` +
        `lowered_output, cache_read_tokens, cache_write_tokens, price, settled_at)
       VALUES (?, ?, ?, 'anthropic', 'claude-sonnet-5', 1, ?, 1, 0, ?, ?, ?, ?)`,
      [`req_${number}`, subKeyId, agent.id, NOON + number, read, written, price, settledAt],
    );
  }
  await connection.close();
  const ledger = await openLedger(folder);
  expect(await saved(ledger)).toEqual([3_555_000, 3_555_000]);
  await ledger.close();
});
