import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { socketPathOf } from './data-folder.ts';
import { holdDataFolder } from './hold-folder.ts';
import { openLedger } from '../ledger/ledger.ts';

/** Locks do not exclude their own process, so a second process takes the folder. */
const HOLDER = `
  const { holdDataFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'hold-folder.ts'))});
  await holdDataFolder(process.argv[1], { log: (level, event) => console.log(event) });
  console.log('held');
  setInterval(() => undefined, 1000);
`;
const log = { log: () => undefined };
const inUse = { code: 'DATA_FOLDER_IN_USE', message: expect.stringContaining('already running on') as string };
const LOCKS = ['lock.sqlite', 'ledger.lock'];
let folder = '';
let holder: ChildProcess | undefined;

async function startHolder(): Promise<void> {
  holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (holder.stdout) await once(holder.stdout, 'data');
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-hold-'));
});
afterEach(async () => {
  holder?.kill('SIGKILL');
  holder = undefined;
  await rm(folder, { recursive: true, force: true });
});

describe('a data folder', () => {
  it('is locked by one gateway, until that is gone, however it ended', async () => {
    await startHolder();
    await expect(holdDataFolder(folder, log)).rejects.toMatchObject(inUse);
    holder?.kill('SIGKILL');
    if (holder) await once(holder, 'exit');
    const held = await holdDataFolder(folder, log);
    await held.release();
    await (await holdDataFolder(folder, log)).release();
  }, 30_000);

  it.each(LOCKS)(
    'stays locked when a cleaner takes %s, which is soon there again and locked',
    async (name) => {
      await startHolder();
      const other = LOCKS.find((lock) => lock !== name) ?? '';
      rmSync(join(folder, name));
      await expect(holdDataFolder(folder, log)).rejects.toMatchObject(inUse);
      while (!existsSync(join(folder, name))) await sleep(50);
      await sleep(300);
      // The new lock alone keeps everybody out, too.
      rmSync(join(folder, other));
      await expect(holdDataFolder(folder, log)).rejects.toMatchObject(inUse);
    },
    30_000,
  );

  it('without any lock is in use while its socket is answered, but not if a dead gateway left it', async () => {
    const server = createServer((socket) => socket.destroy()).listen(socketPathOf(folder));
    await once(server, 'listening');
    await expect(holdDataFolder(folder, log)).rejects.toMatchObject(inUse);
    server.close();
    await once(server, 'close');
    await (await holdDataFolder(folder, log)).release();
  });

  it('whose lock has foreign content is not reported as in use; the error says what to remove', async () => {
    const file = join(folder, 'lock.sqlite');
    writeFileSync(file, Buffer.alloc(4_096, 0xa5));
    await expect(holdDataFolder(folder, log)).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
      message: expect.stringMatching(/lock\.sqlite is damaged.*rm "/) as string,
    });
    rmSync(file);
    await (await holdDataFolder(folder, log)).release();
  });
});

describe.runIf(process.platform !== 'win32')('a file that Purser makes', () => {
  it('is private under any umask, and so is one that an older Purser left open', async () => {
    const before = process.umask(0);
    try {
      const modes = (): string[] =>
        readdirSync(folder)
          .map((name) => `${name} ${(statSync(join(folder, name)).mode & 0o777).toString(8)}`)
          .toSorted();
      const names = ['ledger.lock', 'ledger.sqlite', 'ledger.sqlite-shm', 'ledger.sqlite-wal', 'lock.sqlite'];
      for (const round of [1, 2]) {
        const held = await holdDataFolder(folder, log);
        const ledger = await openLedger(folder);
        expect([round, modes()]).toEqual([round, names.map((name) => `${name} 600`)]);
        for (const name of names) chmodSync(join(folder, name), 0o644);
        await held.release();
        // As after a kill, log and index stay where they are.
        if (round === 2) await ledger.close();
      }
    } finally {
      process.umask(before);
    }
  });
});

it('a gateway whose ledger another one has opened writes nothing more', async () => {
  const first = await openLedger(folder);
  await first.write([{ sql: "INSERT INTO settings (name, value) VALUES ('mine', '1')", params: [] }]);
  const second = await openLedger(folder);
  await expect(
    first.write([{ sql: "INSERT INTO settings (name, value) VALUES ('late', '1')", params: [] }]),
  ).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE', message: expect.stringContaining('taken over') as string });
  await second.write([{ sql: "INSERT INTO settings (name, value) VALUES ('late', '2')", params: [] }]);
  await first.close();
  await second.close();
});
