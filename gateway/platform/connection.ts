import sqlite3 from 'sqlite3';
import { PurserError } from '../../shared/errors.ts';
import { makePrivate } from './private-file.ts';

export type SqlValue = string | number | Buffer | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** One SQL statement and its values. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly SqlValue[];
  /**
   * The SQL takes a JSON list of rows, of which the values are one; the first value tells rows apart. Statements with
   * the same SQL may then be run as one. Left out: the SQL takes the values themselves.
   */
  readonly isRow?: true;
}

/** One SQLite connection with a promise API. Statements are prepared once and kept. */
export interface Connection {
  /** Runs SQL without parameters or results; it may contain several statements. */
  exec(sql: string): Promise<void>;
  /** @returns the number of rows that it changed, those changed by triggers left out */
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
  all(sql: string, params?: readonly SqlValue[]): Promise<readonly SqlRow[]>;
  close(): Promise<void>;
}

/**
 * For connections that write. A write-ahead log grows while a reader keeps it from being reset; this cuts it to 4 MiB
 * at its next reset, where SQLite would keep its largest size. Usually the log is reset at about that size anyway
 * (1,000 pages of 4 KiB). Source: https://www.sqlite.org/pragma.html#pragma_journal_size_limit
 */
export const LOG_LIMIT = `PRAGMA journal_size_limit = ${4 * 2 ** 20};`;

/** Opens a database file. @throws PurserError `LEDGER_UNAVAILABLE` when it cannot be opened. */
export async function openConnection(file: string, mode: 'write' | 'read'): Promise<Connection> {
  if (mode === 'write') makePrivate(file);
  const flags = mode === 'write' ? sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE : sqlite3.OPEN_READONLY;
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file, flags, (error) =>
      error ? reject(ledgerError(error)) : resolve(opened),
    );
  });
  const statements = new Map<string, Promise<sqlite3.Statement>>();
  const prepare = (sql: string): Promise<sqlite3.Statement> => {
    const known = statements.get(sql);
    if (known) return known;
    const prepared = new Promise<sqlite3.Statement>((resolve, reject) => {
      const statement = database.prepare(sql, (error: Error | null) =>
        error ? reject(ledgerError(error)) : resolve(statement),
      );
    });
    statements.set(sql, prepared);
    prepared.catch(() => statements.delete(sql));
    return prepared;
  };
  const done = (resolve: () => void, reject: (reason: unknown) => void) => (error: Error | null) =>
    error ? reject(ledgerError(error)) : resolve();

  return {
    exec: (sql) => new Promise((resolve, reject) => database.exec(sql, done(resolve, reject))),
    async run(sql, params = []) {
      const statement = await prepare(sql);
      return new Promise<number>((resolve, reject) => {
        statement.run([...params], function (this: sqlite3.RunResult, error: Error | null) {
          if (error) reject(ledgerError(error));
          else resolve(this.changes);
        });
      });
    },
    async all(sql, params = []) {
      const statement = await prepare(sql);
      return new Promise((resolve, reject) => {
        statement.all<SqlRow>([...params], (error, rows) => (error ? reject(ledgerError(error)) : resolve(rows)));
      });
    },
    async close() {
      const open = await Promise.allSettled(statements.values());
      for (const result of open)
        if (result.status === 'fulfilled') await new Promise<void>((resolve) => result.value.finalize(() => resolve()));
      await new Promise<void>((resolve, reject) => database.close(done(resolve, reject)));
    },
  };
}

const DAMAGED =
  'The file ledger.sqlite in the data folder is damaged (SQLite says so). Stop Purser, copy the whole folder away, ' +
  'and put ledger.sqlite back from a backup without the files ledger.sqlite-wal and -shm beside it. Without a ' +
  'backup, move it away and start again: agents, sub-keys, caps and spending start from nothing; provider keys ' +
  'are not in it and stay.';

/** Turns SQLite's failures into sentences. A failed constraint means a bug or a taken name, and stays as it is. */
function ledgerError(error: Error & { code?: string }): Error {
  if (error.code === 'SQLITE_CONSTRAINT') return error;
  const why =
    error.code === 'SQLITE_FULL'
      ? 'The disk is full. Free some space; nothing that was promised is lost.'
      : error.code === 'SQLITE_READONLY' || error.code === 'SQLITE_CANTOPEN'
        ? 'The data folder cannot be written. Check its owner and permissions.'
        : error.code === 'SQLITE_CORRUPT' || error.code === 'SQLITE_NOTADB'
          ? DAMAGED
          : `The ledger reported ${error.code ?? error.message}.`;
  return ledgerTrouble(why, error);
}

/** The error for a ledger whose file is damaged. */
export function damagedLedger(): PurserError {
  return ledgerTrouble(DAMAGED);
}

function ledgerTrouble(why: string, cause?: Error): PurserError {
  return new PurserError('LEDGER_UNAVAILABLE', `Purser could not write or read its ledger. ${why}`, { cause });
}
