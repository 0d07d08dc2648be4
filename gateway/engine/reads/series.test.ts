import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import type { SeriesQuery, SeriesView } from '../../../shared/contract/usage-views.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { createWindowCalendar } from '../../domain/time/windows.ts';
import { openLedger } from '../../ledger/ledger.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { statements } from '../../ledger/statements.ts';
import { readSeries } from './series.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-11-21T12:20:00+01:00');
const agent = { id: agentIdSchema.parse('agt_abcdefghijkl'), name: 'Claude Code', createdAt: 0, paused: false };
const subKeyId = subKeyIdSchema.parse('key_abcdefghijkl');
const key = {
  id: subKeyId,
  agentId: agent.id,
  hash: 'f'.repeat(64),
  hint: 'wxyz',
  createdAt: 0,
  paused: false,
  revokedAt: null,
  rotatedAt: null,
  project: null,
};

let folder = '';
let ledger: Ledger;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-series-'));
  ledger = await openLedger(folder);
  await ledger.write([statements.addAgent(agent), statements.addSubKey(key)]);
});
afterEach(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

let requests = 0;
/** Settles a request that began this many milliseconds before now. */
async function spend(before: number, cost: number): Promise<void> {
  requests += 1;
  const row = {
    id: requestIdSchema.parse(`req_${String(requests).padStart(16, '0')}`),
    subKeyId,
    agentId: agent.id,
    provider: providerNameSchema.parse('anthropic'),
    model: 'claude-sonnet-5',
    endpoint: 'messages',
    session: null,
    stream: true,
    startedAt: NOW - before,
    reserved: nanodollarsOf(1_000),
    price: '{"input_mtok":3,"cache_read_mtok":1}',
    loweredOutput: false,
  };
  const end = {
    settledAt: NOW,
    cost: nanodollarsOf(cost),
    usage: { ...NO_USAGE, input: 10, cacheRead: 10 },
    certainty: 'exact',
    basis: 'usage',
    outcome: 'served',
    status: 200,
  } as const;
  await ledger.write([statements.reserve(row), ...statements.settle(row, end)]);
}

const read = (query: Partial<SeriesQuery>): Promise<SeriesView> =>
  readSeries(
    {
      ledger,
      clock: { now: () => NOW },
      calendar: createWindowCalendar('Europe/Berlin'),
      directory: { projectOf: () => null },
    },
    { range: 'day', by: 'agent', ...query },
  );
const total = ({ points }: SeriesView): number => points.reduce((sum, { nanodollars }) => sum + nanodollars, 0);
const hours = (from: number, to: number): { readonly from: number; readonly to: number } => ({
  from: NOW - from * HOUR,
  to: NOW - to * HOUR,
});

it('a stretch has what began in it, the stretch before has what began in that, fine or coarse', async () => {
  for (const [before, cost] of [
    [1.5, 1],
    [2.5, 10],
    [3.5, 100],
    [4.5, 1_000],
  ] as const)
    await spend(before * HOUR, cost);
  const fine = await read({ span: hours(3, 1) });
  expect([total(fine), fine.previous.total, fine.previous.soFar]).toEqual([11, 1_100, 1_100]);
  const coarse = await read({ span: hours(24 + 3, 3) });
  expect([total(coarse), coarse.previous.total]).toEqual([1_100, 0]);
  // Each request has ten cached tokens, at two dollars less per million.
  expect([fine.cacheSaved, coarse.cacheSaved]).toEqual([40_000, 40_000]);
});

it('a stretch that includes now is compared with an equal share of the one before', async () => {
  await spend(10 * HOUR, 10);
  await spend(15 * HOUR, 100);
  await spend(20 * HOUR, 1_000);
  // This goes from twelve hours ago to twelve hours from now; the day before that, from 36 to twelve hours ago.
  const { previous, zoomed, edges } = await read({ span: hours(12, -12) });
  expect(zoomed).toBe(true);
  expect(edges[0]).toBeLessThanOrEqual(NOW - 12 * HOUR);
  expect([previous.total, previous.soFar]).toEqual([1_100, 0]);
  await spend(30 * HOUR, 7);
  expect((await read({ span: hours(12, -12) })).previous).toMatchObject({ total: 1_107, soFar: 7 });
});

it('a stretch in the future has nothing to be compared with', async () => {
  await spend(HOUR, 5);
  const { previous, points } = await read({ span: hours(-1, -25) });
  expect([points, previous.soFar]).toEqual([[], 0]);
});

it('a range ends with the bucket that runs, and has no zoom', async () => {
  await spend(MINUTE, 5);
  await spend(25 * HOUR, 50);
  const day = await read({});
  expect([total(day), day.previous.soFar, day.zoomed]).toEqual([5, 50, false]);
  expect(day.cacheSaved).toBe(20_000);
});
