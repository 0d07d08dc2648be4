import { readFileSync } from 'node:fs';

/** The state of a write-ahead log, as SQLite keeps it beside the database. */
export interface LogIndex {
  /** Changes whenever the log begins anew. */
  readonly salt: string;
  readonly pageSize: number;
  /** Frames that are committed. */
  readonly frames: number;
  /** Frames that a checkpoint may have copied into the database: SQLite has synced them before. */
  readonly copied: number;
}

/** Source: https://www.sqlite.org/walformat.html, "The WAL-Index Header"; 2026-11-30. */
const AT = { pageSize: 14, frames: 16, salt: 32, attempted: 128 } as const;
const HEADER_BYTES = 136;
/** A page of 64 KiB is written as 1. */
const LARGEST_PAGE = 65_536;

/** @returns undefined while there is no log */
export function readLogIndex(database: string): LogIndex | undefined {
  const bytes = readFileSync(`${database}-shm`);
  if (bytes.length < HEADER_BYTES) return undefined;
  const size = bytes.readUInt16LE(AT.pageSize);
  return {
    salt: bytes.subarray(AT.salt, AT.salt + 8).toString('hex'),
    pageSize: size === 1 ? LARGEST_PAGE : size,
    frames: bytes.readUInt32LE(AT.frames),
    copied: bytes.readUInt32LE(AT.attempted),
  };
}
