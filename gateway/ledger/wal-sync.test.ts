import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection } from '../platform/connection.ts';
import { openWalSync, shareRuns } from './wal-sync.ts';

it('calls share the next run, which begins after all of them', async () => {
  const begun: ((how: 'well' | 'badly') => void)[] = [];
  const sync = shareRuns(
    () =>
      new Promise<void>((resolve, reject) =>
        begun.push((how) => (how === 'well' ? resolve() : reject(new Error('the disk is gone')))),
      ),
  );
  const done: string[] = [];
  const first = sync().then(() => done.push('first'));
  const later = ['second', 'third'].map((name) => sync().then(() => done.push(name)));
  expect(begun).toHaveLength(1);
  begun[0]?.('well');
  await first;
  await Promise.resolve();
  expect(done).toEqual(['first']);
  await expect.poll(() => begun.length).toBe(2);
  const fourth = sync().then(
    () => done.push('fourth'),
    () => done.push('fourth failed'),
  );
  begun[1]?.('well');
  await Promise.all(later);
  expect(done).toEqual(['first', 'second', 'third']);
  await expect.poll(() => begun.length).toBe(3);
  begun[2]?.('badly');
  await fourth;
  expect(done.at(-1)).toBe('fourth failed');
  // A failed one keeps nobody waiting.
  const fifth = sync();
  await expect.poll(() => begun.length).toBe(4);
  begun[3]?.('well');
  await fifth;
});

it('syncs the log of a real database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'purser-sync-'));
  const file = join(folder, 'ledger.sqlite');
  const connection = await openConnection(file, 'write');
  await connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE t (a TEXT)');
  const log = await openWalSync(file);
  await Promise.all([log.sync(), log.sync(), log.sync()]);
  await log.close();
  await connection.close();
  await rm(folder, { recursive: true, force: true });
});
