// Long because each case has its own sample.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { NO_USAGE } from '../domain/usage.ts';
import { scopeOf } from '../../shared/policy.ts';
import type { Policy } from '../../shared/policy.ts';
import { openConnection } from '../platform/connection.ts';
import { openLedger } from './ledger.ts';
import { migrate } from './migrations.ts';
import type { ReservationRecord, SettlementRecord, SubKeyRecord } from './records.ts';
import { BUCKET_MS, statements } from './statements.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-ledger-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = (): string => join(folder, 'ledger.sqlite');
const NOON = Date.parse('2026-11-21T12:00:00Z');
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
const scope = scopeOf('key', key.id);
const policy: Policy = {
  caps: [
    { window: 'day', rolling: true, amount: nanodollarsOf(5_000_000_000) },
    { window: 'total', rolling: false, amount: nanodollarsOf(Number.MAX_SAFE_INTEGER) },
  ],
  maxOutput: 9,
};
const request = (number: number, more: Partial<ReservationRecord> = {}): ReservationRecord => ({
  id: requestIdSchema.parse(`req_${String(number).padStart(16, '0')}`),
  subKeyId: key.id,
  agentId: agent.id,
  provider: providerNameSchema.parse('openai'),
  model: 'gpt-4o-mini',
  endpoint: 'chat/completions',
  session: null,
  stream: true,
  startedAt: NOON,
  reserved: nanodollarsOf(1_000),
  price: '{"input_mtok":0.15}',
  loweredOutput: false,
  ...more,
});
const end = (more: Partial<SettlementRecord> = {}): SettlementRecord => ({
  settledAt: NOON + 5,
  cost: nanodollarsOf(750),
  usage: { ...NO_USAGE, input: 10, cacheRead: 4, output: 3 },
  certainty: 'exact',
  basis: 'usage',
  outcome: 'served',
  status: 200,
  ...more,
});
const base = [statements.addAgent(agent), statements.addSubKey(key), statements.setPolicy(scope, policy)];

describe('what is written', () => {
  it('is read back as it was, to the last nano-dollar', async () => {
    const most = nanodollarsOf(Number.MAX_SAFE_INTEGER);
    const price = {
      model: 'mine',
      provider: null,
      input: most,
      output: nanodollarsOf(2_147_483_648),
      cacheRead: null,
      cacheWrite: nanodollarsOf(0),
      assumed: true,
    };
    const provider = {
      name: providerNameSchema.parse('openai'),
      kind: 'openai' as const,
      baseUrl: 'http://127.0.0.1:1/v1',
      createdAt: NOON,
    };
    const first = await openLedger(folder);
    expect(first.contents).toEqual({
      owners: [],
      keySources: [],
      agents: [],
      mcpServers: [],
      mcpTools: [],
      mcpMoves: [],
      earlierNames: new Map(),
      merging: [],
      providers: [],
      keys: [],
      policies: new Map(),
      raises: [],
      prices: [],
      oldSecrets: [],
      connections: [],
      keepBodies: new Map(),
      tokens: new Map(),
      everythingPaused: false,
      everythingPausedAt: null,
      priceCheck: { on: true, introduced: false, at: null },
      settings: DEFAULT_SETTINGS,
      open: [],
    });
    await first.write([
      ...base,
      statements.setPrice(price),
      statements.addProvider(provider),
      statements.setSetting('everything-paused', '1'),
      statements.setSetting('everything-paused-at', String(NOON + 3)),
    ]);
    await first.write([
      statements.reserve(request(1, { reserved: most })),
      statements.pauseAgent(agent.id, true),
      statements.revokeSubKey(key.id, NOON + 9, 'revoked'),
    ]);
    await first.close();

    const second = await openLedger(folder);
    expect(second.contents).toMatchObject({
      agents: [{ ...agent, paused: true }],
      providers: [provider],
      prices: [price],
      everythingPaused: true,
      everythingPausedAt: NOON + 3,
      keys: [{ id: key.id, revokedAt: NOON + 9 }],
      policies: new Map([[scope, policy]]),
      open: [request(1, { reserved: most })],
    });
    await second.close();
  });

  it('adds up in the rollups, and is charged to the quarter of an hour it began in', async () => {
    const ledger = await openLedger(folder);
    await ledger.write(base);
    const big = nanodollarsOf(3_000_000_000_000_001);
    for (const [number, cost] of [
      [1, big],
      [2, nanodollarsOf(5)],
    ] as const) {
      await ledger.write([statements.reserve(request(number))]);
      // It settles an hour later, and still belongs to the quarter it began in.
      await ledger.write(statements.settle(request(number), end({ cost, settledAt: NOON + 3_600_000 })));
    }
    expect(await ledger.buckets(0, Number.MAX_SAFE_INTEGER)).toEqual([
      {
        bucket: NOON - (NOON % BUCKET_MS),
        agentId: agent.id,
        agent: agent.name,
        provider: 'openai',
        model: 'gpt-4o-mini',
        subKeyId: key.id,
        requests: 2,
        cost: big + 5,
        inputTokens: 20,
        outputTokens: 6,
      },
    ]);
    const seconds = [NOON - 1_000, NOON, NOON + 1_000];
    const quarters = [NOON - (NOON % BUCKET_MS), NOON - (NOON % BUCKET_MS) + BUCKET_MS];
    for (const [edges, at] of [
      [seconds, NOON],
      [quarters, quarters[0]],
    ] as const) {
      for (const [by, group] of [
        ['agent', agent.id],
        ['model', 'gpt-4o-mini'],
        ['provider', 'openai'],
      ] as const) {
        expect(await ledger.points(edges, by)).toEqual([{ at, group, nanodollars: big + 5 }]);
      }
      expect((await ledger.totals(edges)).at(-1)).toEqual({ nanodollars: big + 5, requests: 2 });
    }
    expect(await ledger.buckets(NOON + BUCKET_MS, Number.MAX_SAFE_INTEGER)).toEqual([]);
    await ledger.close();
  });

  it('is settled once: the same settlement again changes nothing, in the rollups neither', async () => {
    const ledger = await openLedger(folder);
    await ledger.write([...base, statements.reserve(request(1))]);
    for (const cost of [750, 750, 900])
      await ledger.write(statements.settle(request(1), end({ cost: nanodollarsOf(cost) })));
    expect((await ledger.buckets(0, Number.MAX_SAFE_INTEGER)).map(({ requests, cost }) => [requests, cost])).toEqual([
      [1, 750],
    ]);
    expect((await ledger.recent(10)).map(({ cost }) => cost)).toEqual([750]);
    // One that was never reserved is nobody's.
    await ledger.write(statements.settle(request(2), end()));
    expect((await ledger.buckets(0, Number.MAX_SAFE_INTEGER)).map(({ requests }) => requests)).toEqual([1]);
    await ledger.close();
  });

  it('must belong to somebody', async () => {
    const ledger = await openLedger(folder);
    await expect(ledger.write([statements.reserve(request(1))])).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
    await ledger.write(base);
    await expect(ledger.write([statements.reserve(request(1, { reserved: nanodollarsOf(-1) }))])).rejects.toMatchObject(
      { code: 'SQLITE_CONSTRAINT' },
    );
    await ledger.close();
  });

  it('shows the newest first, open ones not at all', async () => {
    const ledger = await openLedger(folder);
    await ledger.write([...base, ...[1, 2, 3, 4].map((number) => statements.reserve(request(number)))]);
    for (const [number, settledAt] of [
      [3, NOON + 1],
      [1, NOON + 2],
      [2, NOON + 2],
    ] as const)
      await ledger.write(statements.settle(request(number), end({ settledAt })));
    expect((await ledger.recent(10)).map(({ id }) => Number(id.slice(4)))).toEqual([2, 1, 3]);
    expect((await ledger.recent(1)).map(({ id }) => Number(id.slice(4)))).toEqual([2]);
    await ledger.close();
  });
});

describe('migrations', () => {
  it('bring a new file to the newest version, and leave it alone the next time', async () => {
    await (await openLedger(folder)).close();
    const connection = await openConnection(file(), 'write');
    const version = await connection.all('PRAGMA user_version');
    const tables = await connection.all('SELECT name, sql FROM sqlite_master ORDER BY name');
    await migrate(connection);
    expect(await connection.all('PRAGMA user_version')).toEqual(version);
    expect(await connection.all('SELECT name, sql FROM sqlite_master ORDER BY name')).toEqual(tables);
    expect(await connection.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(await connection.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    await connection.close();
  });

  it('refuse a ledger that a newer Purser wrote, and do not touch it', async () => {
    const ledger = await openLedger(folder);
    await ledger.write(base);
    await ledger.close();
    const connection = await openConnection(file(), 'write');
    await connection.exec('PRAGMA user_version = 999');
    await connection.close();
    await expect(openLedger(folder)).rejects.toMatchObject({
      code: 'DATABASE_TOO_NEW',
      message: expect.stringMatching(/newer Purser .*999.*Update Purser, or choose another folder with --data-dir\./),
    });
    const again = await openConnection(file(), 'write');
    expect(await again.all('SELECT name FROM agents')).toEqual([{ name: 'Claude Code' }]);
    expect(await again.all('PRAGMA user_version')).toEqual([{ user_version: 999 }]);
    await again.close();
  });

  it('leave nothing half done when one fails', async () => {
    const connection = await openConnection(file(), 'write');
    // A table that is in the way of a later statement of the first migration.
    await connection.exec('CREATE TABLE requests (other TEXT)');
    await connection.close();
    await expect(openLedger(folder)).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    const again = await openConnection(file(), 'write');
    expect(await again.all("SELECT name FROM sqlite_master WHERE type = 'table'")).toEqual([{ name: 'requests' }]);
    expect(await again.all('PRAGMA user_version')).toEqual([{ user_version: 0 }]);
    await again.close();
  });
});

describe('a ledger that cannot be had', () => {
  it('says so when the file is no database', async () => {
    await writeFile(file(), 'This is no database, but long enough to be looked at as one. '.repeat(100));
    await expect(openLedger(folder)).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  });
  it('says so when the folder is not there', async () => {
    await expect(openLedger(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
      message: expect.stringContaining('The data folder cannot be written.'),
    });
  });
});

describe('kill -9', () => {
  it('loses nothing that was promised', async () => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('./ledger-crasher.ts', import.meta.url)), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const promised: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      promised.push(line);
      // It does not finish its present work. Its earlier messages are still read.
      if (promised.length === 150) child.kill('SIGKILL');
    }
    expect(
      child.signalCode ?? (await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))),
    ).toBe('SIGKILL');

    const ledger = await openLedger(folder);
    const settled = new Map((await ledger.recent(1_000_000)).map(({ id, cost }) => [String(id), cost]));
    const known = new Set([...settled.keys(), ...ledger.contents.open.map(({ id }) => String(id))]);
    const said = (verb: string): string[] =>
      promised.filter((line) => line.startsWith(verb)).map((line) => line.slice(verb.length + 1));
    expect(said('reserved').filter((id) => !known.has(id))).toEqual([]);
    expect(said('settled').filter((id) => settled.get(id) !== Number(id.slice(4)))).toEqual([]);
    expect(said('settled').length).toBeGreaterThan(20);
    // Requests and rollups tell the same story.
    const [bucketsSum, requestsSum] = [
      (await ledger.buckets(0, Number.MAX_SAFE_INTEGER)).reduce((sum, { cost }) => sum + cost, 0),
      [...settled.values()].reduce((sum, cost) => sum + cost, 0),
    ];
    expect(bucketsSum).toBe(requestsSum);
    await ledger.close();
  });
});

describe('the write-ahead log', () => {
  it('is given back when the reader that held it has gone', async () => {
    const ledger = await openLedger(folder);
    await ledger.write(base);
    const reader = await openConnection(file(), 'read');
    await reader.exec('BEGIN');
    await reader.all('SELECT COUNT(*) FROM requests');
    const write = (number: number): Promise<void> =>
      ledger.write([statements.setSetting(`setting-${number % 9}`, 'x'.repeat(1_000_000))]);
    for (let number = 0; number < 9; number += 1) await write(number);
    const log = async (): Promise<number> => (await stat(`${file()}-wal`)).size;
    expect(await log()).toBeGreaterThan(9_000_000);
    await reader.exec('COMMIT');
    await reader.close();
    for (let number = 0; number < 3; number += 1) await write(number);
    expect(await log()).toBeLessThan(8_000_000);
    await ledger.close();
  });
});
