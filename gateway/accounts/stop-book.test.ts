import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NoticeView } from '../../shared/contract/views.ts';
import { policyScopeSchema } from '../../shared/policy.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { readHead, sealEntries } from '../audit/audit-log.ts';
import { openConnection } from '../platform/connection.ts';
import type { Connection } from '../platform/connection.ts';
import { migrate } from '../ledger/migrations.ts';
import { statements } from '../ledger/statements.ts';
import { createWriteQueue } from '../ledger/write-queue.ts';
import { createStopBook } from './stop-book.ts';
import type { Change, StopBook } from './stop-book.ts';

let folder = '';
let file = '';
let writer: Connection;
let stops: StopBook;
let told: Omit<NoticeView, 'id'>[] = [];

const KEY = policyScopeSchema.parse('key:key_aaaaaaaaaaaa');
const settings = (name: string, value: string): Change => ({
  about: [KEY],
  statements: [statements.setSetting(name, value)],
  entries: [{ at: 1, kind: 'everything-paused', detail: { value } } satisfies AuditEntry],
});
/** Uses SQLite's own limit on file size: what does not fit fails as on a full disk. */
const fillDisk = (): Promise<void> => writer.exec('PRAGMA max_page_count = 1');
const freeDisk = (): Promise<void> => writer.exec('PRAGMA max_page_count = 1000000');
/** Larger than the page that has room for it. */
const LARGE = 'x'.repeat(20_000);

async function onDisk(): Promise<{ readonly value: unknown; readonly audited: number }> {
  const reader = await openConnection(file, 'read');
  const [row] = await reader.all("SELECT substr(value, 1, 3) AS value FROM settings WHERE name = 'it'");
  const [count] = await reader.all('SELECT count(*) AS audited FROM audit');
  await reader.close();
  return { value: row?.['value'], audited: Number(count?.['audited']) };
}

async function until(ready: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await ready())) await sleep(5);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-stops-'));
  file = join(folder, 'ledger.sqlite');
  writer = await openConnection(file, 'write');
  await writer.exec('PRAGMA journal_mode = WAL');
  await migrate(writer);
  told = [];
  const ledger = createWriteQueue(writer, { head: await readHead(writer), seal: sealEntries });
  stops = createStopBook({
    ledger,
    log: { log: () => undefined },
    clock: { now: () => 7 },
    notices: { add: (notice) => void told.push(notice) },
    changed: () => undefined,
    pauseMs: 10,
  });
});
afterEach(async () => {
  await stops.close();
  await writer.close();
  await rm(folder, { recursive: true, force: true });
});

it('a stop that found no room is written, with its record, as soon as there is some', async () => {
  await fillDisk();
  expect(await stops.hold(settings('it', `on ${LARGE}`))).toBe(false);
  expect([stops.isWaiting(KEY), await onDisk()]).toEqual([true, { value: undefined, audited: 0 }]);
  await sleep(50);
  expect(told).toMatchObject([
    { at: 7, kind: 'not-stored', text: expect.stringContaining('as soon as there is room') as string },
  ]);
  await freeDisk();
  await until(() => !stops.isWaiting(KEY));
  expect(await onDisk()).toEqual({ value: 'on ', audited: 1 });
});

it('a resume comes after a stop that waited, in one commit with it, and the stop never comes again', async () => {
  await fillDisk();
  await stops.hold(settings('it', `on ${LARGE}`));
  await expect(stops.write(settings('it', 'off'))).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  expect(stops.isWaiting(KEY)).toBe(true);
  await freeDisk();
  await stops.write(settings('it', 'off'));
  expect([stops.isWaiting(KEY), await onDisk()]).toEqual([false, { value: 'off', audited: 2 }]);
  await sleep(40);
  expect(await onDisk()).toEqual({ value: 'off', audited: 2 });
});

it('many stops at once wait in their order, each once, and asking again adds none', async () => {
  await fillDisk();
  const held = await Promise.all(['one', 'two', 'off'].map((value) => stops.hold(settings('it', `${value} ${LARGE}`))));
  expect(held).toEqual([false, false, false]);
  expect(await stops.hold({ about: [KEY], statements: [], entries: [] })).toBe(false);
  await freeDisk();
  expect(await stops.hold({ about: [KEY], statements: [], entries: [] })).toBe(true);
  expect(await onDisk()).toEqual({ value: 'off', audited: 3 });
});

it('a stop beside one that cannot be written at all is written, and the fault is not a waiting stop', async () => {
  const fault: Change = {
    about: [KEY],
    statements: [{ sql: "INSERT INTO settings (name, value) VALUES ('a', NULL)", params: [] }],
    entries: [],
  };
  const [good, bad] = await Promise.allSettled([stops.hold(settings('it', 'on')), stops.hold(fault)]);
  expect([good, bad.status, stops.isWaiting(KEY), (await onDisk()).value]).toEqual([
    { status: 'fulfilled', value: true },
    'rejected',
    false,
    'on',
  ]);
});

it('reports how many are lost when it ends and there is still no room', async () => {
  await fillDisk();
  await stops.hold(settings('it', `on ${LARGE}`));
  expect(await stops.close()).toBe(1);
  await freeDisk();
  expect(await stops.close()).toBe(0);
  expect((await onDisk()).value).toBe('on ');
});
