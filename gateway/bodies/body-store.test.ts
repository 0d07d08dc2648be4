import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { agentIdSchema, requestIdSchema } from '../../shared/ids.ts';
import { openConnection } from '../platform/connection.ts';
import { BODIES_FILE, openBodyStore } from './body-store.ts';
import type { SealedBodies } from './body-store.ts';

const agentId = agentIdSchema.parse('agt_000000000001');
const bodiesOf = (number: number, request: Buffer): SealedBodies => ({
  id: requestIdSchema.parse(`req_${String(number).padStart(16, '0')}`),
  agentId,
  at: number,
  request,
  response: Buffer.from('r'),
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-body-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what is deleted is on the disk no more, not in the journal either', async () => {
  const store = await openBodyStore(folder);
  const onDisk = async (): Promise<boolean> => {
    const all = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    return all.some((bytes) => bytes.includes('BODY-MARK'));
  };
  await store.add(
    [bodiesOf(1, Buffer.from('BODY-MARK'.repeat(10_000))), bodiesOf(2, Buffer.from('BODY-MARK'))],
    () => true,
  );
  expect(await onDisk()).toBe(true);
  expect(await store.tidy(new Map([[agentId, 3]]))).toBe(2);
  expect(await onDisk()).toBe(false);
  await store.close();
});

test('all together never stay above the limit: the oldest go, and the disk gets its place back', async () => {
  const most = 400_000;
  const store = await openBodyStore(folder, most);
  await store.add(
    Array.from({ length: 20 }, (_, index) => bodiesOf(index + 1, Buffer.alloc(50_000, index))),
    () => true,
  );
  expect(await store.tidy(new Map([[agentId, 0]]))).toBeGreaterThan(10);
  expect(await store.find(bodiesOf(1, Buffer.alloc(0)).id)).toBeUndefined();
  expect(await store.find(bodiesOf(20, Buffer.alloc(0)).id)).toBeDefined();
  await store.close();
  expect((await stat(join(folder, BODIES_FILE))).size).toBeLessThanOrEqual(most);
});

test('a file of a newer Purser is left alone', async () => {
  const newer = await openConnection(join(folder, BODIES_FILE), 'write');
  await newer.exec('PRAGMA user_version = 9');
  await newer.close();
  await expect(openBodyStore(folder)).rejects.toMatchObject({ code: 'DATABASE_TOO_NEW' });
});
