import { statSync } from 'node:fs';
import { damagedLedger } from '../platform/connection.ts';
import type { Connection } from '../platform/connection.ts';

/** A check reads the whole file: 5 to 10 ms for each MiB. A start waits half a second for it, not a minute. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Checks at a start whether the ledger is undamaged: a bad disk, or a copy made while Purser ran, is reported before
 * anything is spent on it. A larger ledger is left to SQLite, which reports damage when it reads it, and to `purser
 * audit verify`.
 * @throws PurserError `LEDGER_UNAVAILABLE`
 */
export async function checkFile(connection: Pick<Connection, 'all'>, file: string): Promise<void> {
  if (statSync(file).size > MOST_BYTES) return;
  const [found] = await connection.all('PRAGMA quick_check(1)');
  if (found?.['quick_check'] !== 'ok') throw damagedLedger();
}
