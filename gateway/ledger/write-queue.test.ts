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
    run: (sql, params) => {
      executed.push(sql);
      return connection.run(sql, params);
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

describe('rows', () => {
  const SQL = `INSERT INTO settings (name, value) SELECT value ->> 0, value ->> 1 FROM json_each(?1)
    WHERE ?2 IS NULL OR ?2 = 'me'`;
  const CHANGE = `UPDATE settings SET value = line.value ->> 1 FROM json_each(?1) AS line
    WHERE name = line.value ->> 0 AND (?2 IS NULL OR ?2 = 'me')`;
  const row = (name: string, value = 'x'): Statement => ({ sql: SQL, params: [name, value], isRow: true });
  const change = (name: string, value: string): Statement => ({ sql: CHANGE, params: [name, value], isRow: true });
  const values = async (): Promise<unknown[]> =>
    (await connection.all('SELECT name, value FROM settings ORDER BY rowid')).map((line) => Object.values(line));

  it('that arrive together are one statement, which needs no transaction of its own', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, index) => queue.write([row(`n${index}`, `it's "${index}"\n`)])));
    expect(executed).toEqual([SQL]);
    expect(await values()).toEqual(Array.from({ length: 100 }, (_, index) => [`n${index}`, `it's "${index}"\n`]));
  });

  it('count as the last of them says, and keep their order with other writes', async () => {
    await Promise.all([
      queue.write([row('a')]),
      queue.write([change('a', 'first')]),
      queue.write([change('a', 'second')]),
      queue.write([{ sql: "UPDATE settings SET value = value || ', then other'", params: [] }]),
      queue.write([row('b')]),
      queue.write([change('a', 'last')]),
    ]);
    expect(await values()).toEqual([
      ['a', 'last'],
      ['b', 'x'],
    ]);
  });

  it('of which one is bad are written without it', async () => {
    const results = await Promise.allSettled([
      queue.write([row('a')]),
      queue.write([row('a')]),
      queue.write([row('b')]),
      queue.write([add('c')]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await names()).toEqual(['a', 'b', 'c']);
  });

  it('are written in a transaction of their own where one may have been left open', async () => {
    await connection.exec('BEGIN IMMEDIATE');
    await expect(queue.write([add('a')])).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    // That ROLLBACK ended it. The next one finds none, so that nobody can say whether one is open.
    await expect(queue.write([{ sql: 'COMMIT', params: [] }])).rejects.toBeDefined();
    await queue.write([row('b')]);
    expect(executed.at(-1)).toBe('COMMIT');
    const elsewhere = await openConnection(join(folder, 'ledger.sqlite'), 'read');
    expect(await elsewhere.all('SELECT name FROM settings')).toEqual([{ name: 'b' }]);
    await elsewhere.close();
    await queue.write([row('c')]);
    expect(executed.at(-1)).toBe(SQL);
  });

  it('are refused when another gateway holds the ledger', async () => {
    const gone = new Error('somebody else holds it');
    const fence = (holder: string): Parameters<typeof createWriteQueue>[2] => ({
      fence: { holder, check: () => (holder === 'me' ? Promise.resolve() : Promise.reject(gone)) },
    });
    const trail = { head: await readHead(connection), seal: sealEntries };
    await createWriteQueue(connection, trail, fence('me')).write([row('mine')]);
    const late = createWriteQueue(connection, trail, fence('not me'));
    const results = await Promise.allSettled([late.write([row('a')]), late.write([change('mine', 'y')])]);
    expect(results).toEqual([
      { status: 'rejected', reason: gone },
      { status: 'rejected', reason: gone },
    ]);
    expect(await values()).toEqual([['mine', 'x']]);
  });
});

describe('what is written', () => {
  it('is on the disk when it says so; what is committed may be there later', async () => {
    const order: string[] = [];
    let release = (): void => undefined;
    const synced = new Promise<void>((resolve) => (release = resolve));
    const slow = createWriteQueue(
      connection,
      { head: await readHead(connection), seal: sealEntries },
      { sync: () => synced.then(() => void order.push('synced')) },
    );
    const written = slow.write([add('a')]).then(() => order.push('written'));
    await slow.commit([add('b')]).then(() => order.push('committed'));
    expect(order).toEqual(['committed']);
    release();
    await written;
    expect(order).toEqual(['committed', 'synced', 'written']);
  });
});
