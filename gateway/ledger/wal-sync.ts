import { open } from 'node:fs/promises';

/** Brings everything that was written so far onto the disk. */
export interface WalSync {
  /** Resolves when everything that was written before this call survives a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Syncs the write-ahead log of a database whose commits do not wait for the disk (`synchronous = NORMAL`): that can be
 * done beside other work, such as a request that is on its way. Calls that arrive while a sync runs share the next one.
 * SQLite itself syncs the log before it copies anything out of it.
 * Source: https://www.sqlite.org/pragma.html#pragma_synchronous
 * @param file the database file; its log must be there
 */
export async function openWalSync(file: string): Promise<WalSync> {
  // Windows flushes only files that are open for writing.
  const log = await open(`${file}-wal`, 'r+');
  return { sync: shareRuns(() => log.datasync()), close: () => log.close() };
}

/** Makes calls during a run share the next run: it begins after all of them. */
export function shareRuns(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    const begun = run().finally(() => {
      if (running === begun) running = undefined;
    });
    running = begun;
    return begun;
  };
  return () => {
    if (!running) return begin();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
}
