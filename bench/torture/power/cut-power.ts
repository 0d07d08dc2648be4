import { closeSync, existsSync, ftruncateSync, openSync, readSync, rmSync } from 'node:fs';
import { readLogIndex } from './log-index.ts';
import { readSynced } from './synced-file.ts';

/** Source: https://www.sqlite.org/fileformat2.html#the_write_ahead_log, 2026-11-30. */
const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const SALT_AT = 16;

/**
 * Makes of a killed process's ledger what a power cut would have left: everything that was not synced is gone from its
 * log. A log that has begun anew since the last sync is gone as a whole: SQLite has synced what was before.
 * @returns how many committed frames are lost
 */
export function cutPower(database: string): number {
  const log = `${database}-wal`;
  const index = readLogIndex(database);
  if (!index || !existsSync(log)) return 0;
  const synced = readSynced(database);
  const kept = Math.max(synced?.salt === index.salt ? synced.frames : 0, Math.min(index.copied, index.frames));
  const file = openSync(log, 'r+');
  try {
    const isOfIndex = saltOf(file) === index.salt;
    const bytes = kept === 0 ? 0 : LOG_HEADER_BYTES + kept * (FRAME_HEADER_BYTES + index.pageSize);
    if (isOfIndex) ftruncateSync(file, bytes);
    else ftruncateSync(file, 0);
  } finally {
    closeSync(file);
  }
  rmSync(`${database}-shm`);
  return Math.max(0, index.frames - kept);
}

function saltOf(file: number): string {
  const salt = Buffer.alloc(8);
  readSync(file, salt, 0, salt.length, SALT_AT);
  return salt.toString('hex');
}
