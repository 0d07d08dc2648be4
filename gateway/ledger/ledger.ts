import { join } from 'node:path';
import type { RefusalView } from '../../shared/contract/refusal-views.ts';
import type { RequestView } from '../../shared/contract/views.ts';
import { readHead, readLastSeal, readLinks, readNewestLinks, sealEntries, verifyChain } from '../audit/audit-log.ts';
import { linkEntry } from '../audit/chain.ts';
import type { ChainHead } from '../audit/chain.ts';
import { sealOf } from '../audit/seal.ts';
import type { AuditVerdict } from '../audit/check-chain.ts';
import { checkFile } from './check-file.ts';
import { LOG_LIMIT, openConnection } from '../platform/connection.ts';
import type { Connection } from '../platform/connection.ts';
import { migrate } from './migrations.ts';
import { readAssumed, readBilled, readBilledOne } from './read/read-billed.ts';
import { billReads } from './read/read-bills.ts';
import type { BillReads } from './read/read-bills.ts';
import { mcpReads } from './read/read-mcp.ts';
import type { McpReads } from './read/read-mcp.ts';
import { readConversationPart, readModelPart, readToolCallPart } from './read/read-part.ts';
import { readContents } from './read/read-records.ts';
import type { LedgerContents } from './read/read-records.ts';
import { readRecentRefusals } from './read/read-refusals.ts';
import { readAgentUse } from './read/read-agent-use.ts';
import { readAuditAround, readRecent, readRequest } from './read/read-requests.ts';
import { readCostGroups, readDearestSessions, readFirstBucket } from './read/read-costs.ts';
import { readCacheSaving, readPoints, readTotals } from './read/read-series.ts';
import { countSettledBefore } from './read/count-settled.ts';
import { readBuckets, readHistory } from './read/read-usage.ts';
import { readUsedModels } from './read/read-used-models.ts';
import type { BucketRow } from './read/read-usage.ts';
import { redate } from './redate.ts';
import type { ClockStep } from './redate.ts';
import { readRecentOf, searchListed } from './read/search-listed.ts';
import { sumRequests } from './read/sum-requests.ts';
import { takeOver } from './take-over.ts';
import { openWalSync } from './wal-sync.ts';
import { createWriteQueue } from './write-queue.ts';
import type { WriteQueue } from './write-queue.ts';

/** The arguments of a read beside the connection. */
type Reading<Read> = Read extends (connection: Connection, ...of: infer Of) => unknown ? Of : never;

/** The durable record. Writes go through one queue on one connection, reads through another. */
export interface Ledger extends Pick<WriteQueue, 'commit' | 'write' | 'sync'>, BillReads, McpReads {
  readonly contents: LedgerContents;
  recent(limit: number): Promise<readonly RequestView[]>;
  /** The newest settled requests of a sub-key. */
  recentOf(...of: Reading<typeof readRecentOf>): ReturnType<typeof readRecentOf>;
  /** The newest refused requests, newest first. */
  recentRefusals(limit: number): Promise<readonly RefusalView[]>;
  buckets(from: number, to: number): Promise<readonly BucketRow[]>;
  /** Dates all later records at `now`: the clock went back. On disk when it resolves. */
  redate(step: ClockStep): Promise<boolean>;
  /** For the book: every quarter hour since `recentFrom`, everything older summed up. */
  history(recentFrom: number): Promise<readonly BucketRow[]>;
  /** The last row of the requests there are: rows are numbered as they come. */
  lastRow(): Promise<number>;
  /** Every model that was asked for since a moment, by provider. */
  usedModels(...of: Reading<typeof readUsedModels>): ReturnType<typeof readUsedModels>;
  points(...of: Reading<typeof readPoints>): ReturnType<typeof readPoints>;
  totals(...of: Reading<typeof readTotals>): ReturnType<typeof readTotals>;
  cacheSaving(...of: Reading<typeof readCacheSaving>): ReturnType<typeof readCacheSaving>;
  /** Requests, tokens and money by group, for tables of costs. */
  costGroups(...of: Reading<typeof readCostGroups>): ReturnType<typeof readCostGroups>;
  dearestSessions(...of: Reading<typeof readDearestSessions>): ReturnType<typeof readDearestSessions>;
  /** What a part of the spending has cost: each model's, or one conversation's. */
  modelPart(...of: Reading<typeof readModelPart>): ReturnType<typeof readModelPart>;
  /** How often each tool was called, by quarter hours. */
  toolCallPart(...of: Reading<typeof readToolCallPart>): ReturnType<typeof readToolCallPart>;
  /** What an agent has used since a moment. */
  agentUse(...of: Reading<typeof readAgentUse>): ReturnType<typeof readAgentUse>;
  conversationPart(...of: Reading<typeof readConversationPart>): ReturnType<typeof readConversationPart>;
  firstBucket(): ReturnType<typeof readFirstBucket>;
  search(...of: Reading<typeof searchListed>): ReturnType<typeof searchListed>;
  /** What the requests of a search add up to, a part at a time. */
  sum(...of: Reading<typeof sumRequests>): ReturnType<typeof sumRequests>;
  request(...of: Reading<typeof readRequest>): ReturnType<typeof readRequest>;
  /** Requests billed by reported usage, a page at a time. */
  billed(...of: Reading<typeof readBilled>): ReturnType<typeof readBilled>;
  /** Requests at an assumed price, a page at a time. */
  assumed(...of: Reading<typeof readAssumed>): ReturnType<typeof readAssumed>;
  billedOne(...of: Reading<typeof readBilledOne>): ReturnType<typeof readBilledOne>;
  /** How many settled requests there are from before a moment. */
  countSettledBefore(...of: Reading<typeof countSettledBefore>): ReturnType<typeof countSettledBefore>;
  auditAround(...of: Reading<typeof readAuditAround>): ReturnType<typeof readAuditAround>;
  /** Recomputes the audit chain. */
  verifyAudit(...of: Reading<typeof verifyChain>): Promise<AuditVerdict>;
  /** Seals everything that is on record by now. @returns the link of the seal itself */
  sealAudit(key: Buffer, round: number, at: number): Promise<ChainHead>;
  lastSeal(): ReturnType<typeof readLastSeal>;
  /** Links of the audit chain behind number `after`, in order. */
  auditLinks(after: number, limit: number): ReturnType<typeof readLinks>;
  newestAuditLinks(...of: Reading<typeof readNewestLinks>): ReturnType<typeof readNewestLinks>;
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
    // NORMAL: a commit survives a killed process; its log is synced beside other work, before anybody relies on it.
    // SQLite syncs before it copies out of the log; macOS needs the third one for that.
    await writer.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA checkpoint_fullfsync = ON; ' +
        'PRAGMA foreign_keys = ON;',
    );
    await writer.exec(LOG_LIMIT);
    await checkFile(writer, file);
    await migrate(writer);
    const fence = await takeOver(writer);
    const contents = await readContents(writer);
    const reader = await openConnection(file, 'read');
    const log = await openWalSync(file);
    const queue = createWriteQueue(
      writer,
      { head: await readHead(writer), seal: sealEntries },
      { fence, sync: log.sync },
    );
    return {
      contents,
      commit: queue.commit,
      write: queue.write,
      sync: queue.sync,
      recent: (limit) => readRecent(reader, limit),
      recentOf: (...of) => readRecentOf(reader, ...of),
      recentRefusals: (limit) => readRecentRefusals(reader, limit),
      buckets: (from, to) => readBuckets(reader, from, to),
      redate: (step) => redate(queue, step),
      history: (recentFrom) => readHistory(reader, recentFrom),
      lastRow: async () => Number((await reader.all('SELECT MAX(rowid) AS last FROM requests'))[0]?.['last'] ?? 0),
      usedModels: (...of) => readUsedModels(reader, ...of),
      points: (...of) => readPoints(reader, ...of),
      totals: (...of) => readTotals(reader, ...of),
      cacheSaving: (...of) => readCacheSaving(reader, ...of),
      costGroups: (...of) => readCostGroups(reader, ...of),
      dearestSessions: (...of) => readDearestSessions(reader, ...of),
      modelPart: (...of) => readModelPart(reader, ...of),
      toolCallPart: (...of) => readToolCallPart(reader, ...of),
      agentUse: (...of) => readAgentUse(reader, ...of),
      conversationPart: (...of) => readConversationPart(reader, ...of),
      ...mcpReads(reader),
      firstBucket: () => readFirstBucket(reader),
      search: (...of) => searchListed(reader, ...of),
      sum: (...of) => sumRequests(reader, ...of),
      request: (...of) => readRequest(reader, ...of),
      billed: (...of) => readBilled(reader, ...of),
      assumed: (...of) => readAssumed(reader, ...of),
      billedOne: (...of) => readBilledOne(reader, ...of),
      ...billReads(reader),
      countSettledBefore: (...of) => countSettledBefore(reader, ...of),
      auditAround: (...of) => readAuditAround(reader, ...of),
      verifyAudit: (...of) => verifyChain(reader, ...of),
      sealAudit: (...of) => sealAudit(queue, ...of),
      lastSeal: () => readLastSeal(reader),
      auditLinks: (after, limit) => readLinks(reader, after, limit),
      newestAuditLinks: (...of) => readNewestLinks(reader, ...of),
      async close() {
        await queue.idle();
        await queue.sync();
        await log.close();
        await reader.close();
        await writer.close();
      },
    };
  } catch (error) {
    await writer.close();
    throw error;
  }
}

/** Seals the record in the transaction that it is read in, so that nothing comes between. */
async function sealAudit(
  queue: Pick<WriteQueue, 'writePlanned'>,
  ...[key, round, at]: Parameters<Ledger['sealAudit']>
): Promise<ChainHead> {
  let sealed: ChainHead | undefined;
  await queue.writePlanned(async (connection) => {
    const before = await readHead(connection);
    const entry = sealOf(key, before, round, at);
    sealed = linkEntry(before, entry);
    return { statements: [], entries: [entry] };
  });
  if (!sealed) throw new Error('the seal was not written');
  return { seq: sealed.seq, hash: sealed.hash };
}
