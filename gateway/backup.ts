import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PurserError } from '../shared/errors.ts';
import { migrate } from './ledger/migrations.ts';
import { openConnection } from './platform/connection.ts';
import { holdDataFolder } from './platform/hold-folder.ts';

const LEDGER = 'ledger.sqlite';
/** SQLite's own, beside a ledger: they belong to it alone. */
const BESIDE = ['-wal', '-shm'] as const;

/**
 * Saves the ledger of a data folder as one file, whether a gateway runs or not: agents, sub-keys (as hashes), policies,
 * settings, requests, connections and the audit log. Provider keys are not in it; what a tool's file held before is,
 * encrypted with a key that is not.
 * @throws PurserError `NOT_FOUND`, `CONFLICT` for a file that is there already, `LEDGER_UNAVAILABLE`
 */
export async function backUp(dataFolder: string, file: string): Promise<void> {
  const ledger = join(dataFolder, LEDGER);
  if (!existsSync(ledger)) throw new PurserError('NOT_FOUND', `There is nothing to save in ${dataFolder} yet.`);
  if (existsSync(file)) throw new PurserError('CONFLICT', `${file} is there already. Name another file.`);
  if (!existsSync(dirname(file))) throw new PurserError('NOT_FOUND', `There is no folder ${dirname(file)}.`);
  const connection = await openConnection(ledger, 'read');
  try {
    // One transaction: a whole ledger of one moment, without what SQLite has beside it.
    await connection.run('VACUUM INTO ?', [file]);
    await chmod(file, 0o600);
  } finally {
    await connection.close();
  }
}

/**
 * Puts a saved ledger into a data folder where no gateway runs. One that is there is kept beside it.
 * @returns the file that the earlier ledger is in now
 * @throws PurserError `DATA_FOLDER_IN_USE`, `INVALID_INPUT` for a file that is no backup, `DATABASE_TOO_NEW`
 */
export async function restore(dataFolder: string, file: string): Promise<string | undefined> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const held = await holdDataFolder(dataFolder, { log: () => undefined });
  const incoming = join(dataFolder, `${LEDGER}.restoring`);
  try {
    await copyFile(file, incoming);
    await chmod(incoming, 0o600);
    await check(incoming, file);
    const ledger = join(dataFolder, LEDGER);
    const kept = existsSync(ledger) ? freeName(join(dataFolder, 'ledger.before-restore')) : undefined;
    if (kept !== undefined) {
      await rename(ledger, kept);
      for (const end of BESIDE) if (existsSync(ledger + end)) await rename(ledger + end, kept + end);
    }
    await rename(incoming, ledger);
    return kept;
  } finally {
    for (const end of ['', ...BESIDE]) await rm(incoming + end, { force: true });
    await held.release();
  }
}

async function check(incoming: string, file: string): Promise<void> {
  const connection = await openConnection(incoming, 'write');
  try {
    const [row] = await connection.all(
      "SELECT COUNT(*) AS tables FROM sqlite_master WHERE name IN ('agents', 'audit')",
    );
    if (row?.['tables'] !== 2) throw new Error('another database');
    const [verdict] = await connection.all('PRAGMA quick_check(1)');
    if (verdict?.['quick_check'] !== 'ok') throw new Error('a damaged database');
    await migrate(connection);
  } catch (error) {
    if (error instanceof PurserError && error.code === 'DATABASE_TOO_NEW') throw error;
    throw new PurserError('INVALID_INPUT', `${file} is no whole backup of Purser. Nothing was changed.`, {
      cause: error,
    });
  } finally {
    await connection.close();
  }
}

function freeName(name: string): string {
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? `${name}.sqlite` : `${name}-${count}.sqlite`;
    if (!existsSync(free)) return free;
  }
}
