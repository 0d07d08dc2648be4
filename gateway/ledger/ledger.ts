import { join } from 'node:path';
import type { RequestView } from '../../shared/contract/views.ts';
import { readHead, readLinks, sealEntries, verifyChain } from '../audit/audit-log.ts';
import type { AuditVerdict } from '../audit/audit-log.ts';
import { openConnection } from './connection.ts';
import { migrate } from './migrations.ts';
import { readContents } from './read-records.ts';
import type { LedgerContents } from './read-records.ts';
import { readBuckets, readHistory, readFinePoints, readRecent } from './read-usage.ts';
import type { BucketRow } from './read-usage.ts';
import { createWriteQueue } from './write-queue.ts';
import type { WriteQueue } from './write-queue.ts';

/** The durable record. Writes go through one queue on one connection, reads through another. */
export interface Ledger extends Pick<WriteQueue, 'write'> {
  readonly contents: LedgerContents;
  recent(limit: number): Promise<readonly RequestView[]>;
  buckets(from: number, to: number): Promise<readonly BucketRow[]>;
  /** For the book: every quarter hour since `recentFrom`, everything older summed up. */
  history(recentFrom: number): Promise<readonly BucketRow[]>;
  finePoints(from: number, bucketMs: number): ReturnType<typeof readFinePoints>;
  /** Recomputes the audit chain. */
  verifyAudit(): Promise<AuditVerdict>;
  /** Links of the audit chain behind number `after`, in order. */
  auditLinks(after: number, limit: number): ReturnType<typeof readLinks>;
  close(): Promise<void>;
}

/**
 * Opens `ledger.sqlite` in the data folder and brings it up to date.
 * @throws PurserError `LEDGER_UNAVAILABLE`, `DATABASE_TOO_NEW`
 */
export async function openLedger(dataFolder: string): Promise<Ledger> {
  const file = join(dataFolder, 'ledger.sqlite');
  const writer = await openConnection(file, 'write');
  try {
    // FULL: a commit survives power loss, not only a killed process; macOS needs the second one for that.
    await writer.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON;');
    await migrate(writer);
    const contents = await readContents(writer);
    const reader = await openConnection(file, 'read');
    const queue = createWriteQueue(writer, { head: await readHead(writer), seal: sealEntries });
    return {
      contents,
      write: queue.write,
      recent: (limit) => readRecent(reader, limit),
      buckets: (from, to) => readBuckets(reader, from, to),
      history: (recentFrom) => readHistory(reader, recentFrom),
      finePoints: (from, bucketMs) => readFinePoints(reader, from, bucketMs),
      verifyAudit: () => verifyChain(reader),
      auditLinks: (after, limit) => readLinks(reader, after, limit),
      async close() {
        await queue.idle();
        await reader.close();
        await writer.close();
      },
    };
  } catch (error) {
    await writer.close();
    throw error;
  }
}
