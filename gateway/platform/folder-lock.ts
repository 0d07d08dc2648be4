import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { PurserError } from '../../shared/errors.ts';
import { openConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import { makePrivate } from './private-file.ts';

/** A lock of the operating system on one file (through SQLite): it ends with the process, however that ends. */
export interface FileLock {
  /**
   * Makes the file again and locks it, when somebody has removed or replaced it. @returns false when that cannot be
   * done
   */
  keep(): Promise<boolean>;
  release(): Promise<void>;
}

interface Held {
  readonly connection: Connection;
  /** Of the file that is locked: it is not given to another one as long as it is open. */
  readonly inode: bigint | undefined;
}

/**
 * Locks a file that holds nothing, made if it is not there.
 * @throws PurserError `DATA_FOLDER_IN_USE` when another process holds it; `LEDGER_UNAVAILABLE` when it cannot be used
 * at all
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
      // Its journal in memory: an exclusive transaction that writes nothing needs no second file.
      await connection.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
    } catch (error) {
      await connection.close();
      throw explain(error, file);
    }
    if (inode !== undefined && inodeOf(file) === inode) return { connection, inode };
    // It was removed or replaced meanwhile: what is locked may be nobody's file any more.
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

/** Another process has it, or it is no lock any more: two troubles with two ways out. */
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

/** What somebody is told who starts a second gateway on a data folder. */
export function inUse(folder: string, cause?: unknown): PurserError {
  return new PurserError(
    'DATA_FOLDER_IN_USE',
    `Another Purser is already running on ${folder}. Use that one, or choose another folder with --data-dir.`,
    { cause },
  );
}
