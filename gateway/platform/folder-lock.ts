import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { PurserError } from '../../shared/errors.ts';
import { openConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import { makePrivate } from './private-file.ts';

/** An operating system lock on one file (through SQLite). It ends with the process, however that ends. */
export interface FileLock {
  /** Makes and locks the file again when it was removed or replaced. @returns false when that cannot be done */
  keep(): Promise<boolean>;
  release(): Promise<void>;
}

interface Held {
  readonly connection: Connection;
  /** The inode of the locked file: the system does not reuse it while the file is open. */
  readonly inode: bigint | undefined;
}

/**
 * Locks a file without content, which is made if it is not there.
 * @throws PurserError `DATA_FOLDER_IN_USE` when another process has the lock; `LEDGER_UNAVAILABLE` when the file cannot
 * be used at all
 */
export async function lockFile(file: string): Promise<FileLock> {
  let held = await takeLock(file);
  return {
    async keep() {
      if (inodeOf(file) === held.inode) return true;
      const next = await takeLock(file).catch(() => undefined);
      if (!next) return false;
      await letGo(held);
      held = next;
      return true;
    },
    release: () => letGo(held),
  };
}

async function takeLock(file: string): Promise<Held> {
  for (;;) {
    makePrivate(file);
    const inode = inodeOf(file);
    const connection = await openConnection(file, 'write');
    try {
      // The journal stays in memory: an exclusive transaction that writes nothing needs no second file.
      await connection.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
    } catch (error) {
      await connection.close();
      throw explain(error, file);
    }
    if (inode !== undefined && inodeOf(file) === inode) return { connection, inode };
    // The file was removed or replaced meanwhile, so this lock may be on a file that nobody else sees.
    await letGo({ connection, inode });
  }
}

async function letGo({ connection }: Held): Promise<void> {
  await connection.exec('ROLLBACK').catch(() => undefined);
  await connection.close();
}

function inodeOf(file: string): bigint | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
}

/** Either another process has the lock, or the file is damaged: two problems with two ways out. */
function explain(error: unknown, file: string): unknown {
  const code =
    error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : '';
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return inUse(dirname(file), error);
  if (code !== 'SQLITE_NOTADB' && code !== 'SQLITE_CORRUPT') return error;
  return new PurserError(
    'LEDGER_UNAVAILABLE',
    `${file} is damaged: something else has written into it. It holds no data and no Purser holds it now, so remove ` +
      `it and start again: rm "${file}". Then look what wrote there: ${basename(dirname(file))} also has the ledger.`,
    { cause: error },
  );
}

/** The error for somebody who starts a second gateway on a data folder. */
export function inUse(folder: string, cause?: unknown): PurserError {
  return new PurserError(
    'DATA_FOLDER_IN_USE',
    `Another Purser is already running on ${folder}. Use that one (purser open), or choose another folder with ` +
      `--data-dir.`,
    { cause },
  );
}
