import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHead, sealEntries, verifyChain } from '../audit/audit-log.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { openConnection } from '../platform/connection.ts';
import type { Connection } from '../platform/connection.ts';
import { migrate } from './migrations.ts';
import { createWriteQueue } from './write-queue.ts';
import type { WriteQueue } from './write-queue.ts';
import type { Statement } from '../platform/connection.ts';

let folder = '';
let connection: Connection;
let queue: WriteQueue;
let executed: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-queue-'));
  connection = await openConnection(join(folder, 'ledger.sqlite'), 'write');
  await connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  await migrate(connection);
  executed = [];
  const counting: Connection = {
    ...connection,
    exec: (sql) => {
      executed.push(sql);
      return connection.exec(sql);
    },
  };
  queue = createWriteQueue(counting, { head: await readHead(connection), seal: sealEntries });
});
afterEach(async () => {
  await queue.idle();
  await connection.close();
  await rm(folder, { recursive: true, force: true });
});

const add = (name: string): Statement => ({
  sql: 'INSERT INTO settings (name, value) VALUES (?, ?)',
  params: [name, 'x'],
});
const fill = (name: string): Statement => ({
  sql: 'INSERT INTO settings (name, value) VALUES (?, ?)',
  params: [name, 'x'.repeat(200_000)],
});
const names = async (): Promise<unknown[]> =>
  (await connection.all('SELECT name FROM settings ORDER BY rowid')).map((row) => row['name']);
const commits = (): number => executed.filter((sql) => sql === 'COMMIT').length;
const entry = (number: number): AuditEntry => ({ at: 1, kind: 'price-set', detail: { number } });

describe('writes that arrive together', () => {
  it('share one commit', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, index) => queue.write([add(`n${index}`)])));
    expect(commits()).toBe(1);
    expect(await names()).toEqual(Array.from({ length: 200 }, (_, index) => `n${index}`));
  });

  it('share the next one when one is under way', async () => {
    const order: string[] = [];
    const first = queue.write([add('first')]).then(() => order.push('first'));
    await new Promise((resolve) => setImmediate(resolve));
    const later = Array.from({ length: 50 }, (_, index) =>
      queue.write([add(`later ${index}`)]).then(() => order.push('later')),
    );
    await Promise.all([first, ...later]);
    expect(commits()).toBe(2);
    expect(order[0]).toBe('first');
    expect((await names()).length).toBe(51);
  });

  it('are all there once idle says so, and idle says so at once when nothing is', async () => {
    await queue.idle();
    const writes = [queue.write([add('a')]), queue.write([add('b')])];
    await queue.idle();
    expect(await names()).toEqual(['a', 'b']);
    await Promise.all(writes);
  });
});

describe('a bad write', () => {
  it('does not take its neighbours along, and does nothing by halves', async () => {
    const results = await Promise.allSettled([
      queue.write([add('a')], [entry(1)]),
      queue.write([add('half'), add('half')], [entry(2)]),
      queue.write([add('b')], [entry(3)]),
      queue.write([{ sql: 'NONSENSE', params: [] }], [entry(4)]),
      queue.write([add('c')], [entry(5)]),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await names()).toEqual(['a', 'b', 'c']);
    // The audit chain goes on over what did not happen.
    expect(await verifyChain(connection)).toMatchObject({ entries: 3, brokenAt: null });
    await queue.write([add('d')], [entry(6)]);
    expect(await verifyChain(connection)).toMatchObject({ entries: 4, brokenAt: null });
  });

  it('keeps the reason: a taken name stays a constraint, a fault of the file becomes a sentence', async () => {
    await queue.write([add('a')]);
    await expect(queue.write([add('a')])).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
    await expect(queue.write([{ sql: 'NONSENSE', params: [] }])).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  });
});

describe('a full disk', () => {
  const limitPages = async (extra: number): Promise<void> => {
    const [row] = await connection.all('PRAGMA page_count');
    await connection.exec(`PRAGMA max_page_count = ${Number(row?.['page_count']) + extra}`);
  };

  it('is a sentence, keeps what was there, and writing goes on when there is space again', async () => {
    await queue.write([add('before')]);
    await limitPages(2);
    const full = {
      code: 'LEDGER_UNAVAILABLE',
      message:
        'Purser could not write or read its ledger. The disk is full. Free some space; nothing that was promised is ' +
        'lost.',
    };
    await expect(queue.write([fill('too much')], [entry(1)])).rejects.toMatchObject(full);
    await expect(queue.write([fill('again')])).rejects.toMatchObject(full);
    expect(await names()).toEqual(['before']);
    // Writes that need no space, such as settling a reservation, still work.
    await queue.write([{ sql: "UPDATE settings SET value = 'y' WHERE name = 'before'", params: [] }]);
    await limitPages(1_000);
    await queue.write([fill('after')], [entry(2)]);
    expect(await names()).toEqual(['before', 'after']);
    expect(await verifyChain(connection)).toMatchObject({ entries: 1, brokenAt: null });
  });

  it('refuses only those for which there is no space', async () => {
    await limitPages(20);
    const results = await Promise.allSettled([
      queue.write([add('small')]),
      queue.write([fill('large')]),
      queue.write([add('small too')]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await names()).toEqual(['small', 'small too']);
  });
});

describe('a transaction that somebody left open', () => {
  it('does not stop the queue for good', async () => {
    await connection.exec('BEGIN IMMEDIATE');
    await expect(queue.write([add('a')])).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    await queue.write([add('b')]);
    expect(await names()).toEqual(['b']);
  });
});
