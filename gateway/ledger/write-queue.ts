import type { ChainHead } from '../audit/chain.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Connection, SqlValue, Statement } from '../platform/connection.ts';

/** Statements and audit entries that are written together, all or none. */
export interface Write {
  readonly statements: readonly Statement[];
  readonly entries: readonly AuditEntry[];
}

/** The one writer. Writes that arrive while a commit is under way share the next one (group commit). */
export interface WriteQueue {
  /**
   * Resolves when the statements are committed, all or none, and with them the audit entries that record them: a change
   * that cannot be audited does not happen. They survive a killed process then, but not a power cut.
   */
  commit(statements: readonly Statement[], entries?: readonly AuditEntry[]): Promise<void>;
  /** The same, and resolves when they survive a power cut, too. */
  write(statements: readonly Statement[], entries?: readonly AuditEntry[]): Promise<void>;
  /**
   * The same for writes that depend on earlier ones: `plan` reads inside the transaction, after all earlier writes. It
   * may run again when the commit failed.
   */
  writePlanned(plan: (connection: Pick<Connection, 'all'>) => Promise<Write>): Promise<void>;
  /** Resolves when everything committed so far survives a power cut. */
  sync(): Promise<void>;
  /** Resolves when everything written so far has been committed or refused. */
  idle(): Promise<void>;
}

/** The audit chain that the queue extends. Links are made inside the transaction, so that order and commit agree. */
export interface AuditTrail {
  readonly head: ChainHead;
  seal(
    head: ChainHead,
    entries: readonly AuditEntry[],
  ): { readonly statements: readonly Statement[]; readonly head: ChainHead };
}

/** Looks, inside the transaction, whether this writer is still the one. */
export interface Fence {
  /** The name that the one writer has in the ledger. */
  readonly holder: string;
  /** @throws when another gateway has taken the ledger over */
  check(connection: Pick<Connection, 'all'>): Promise<void>;
}

/** Parts of the queue that a test may leave out. */
interface QueueOptions {
  readonly fence?: Fence;
  /** Brings what was committed onto the disk. Left out where every commit does that itself. */
  readonly sync?: () => Promise<void>;
}

interface Job {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** A write that needs a transaction. */
interface PlannedJob extends Job {
  readonly plan: Parameters<WriteQueue['writePlanned']>[0];
}

/** One row, which its statement writes or does not write. */
interface RowJob extends Job {
  readonly row: Statement;
}

export function createWriteQueue(
  connection: Connection,
  trail: AuditTrail,
  { fence, sync = () => Promise.resolve() }: QueueOptions = {},
): WriteQueue {
  let waiting: (PlannedJob | RowJob)[] = [];
  let running: Promise<void> | undefined;
  const writer = createWriter(connection, trail, fence);

  const writeAll = async (part: readonly (PlannedJob | RowJob)[]): Promise<void> => {
    const rows = part.filter((job) => 'row' in job);
    const planned = part.filter((job) => 'plan' in job);
    if (planned.length > 0) return writer.commit(planned);
    if (writer.isOpen()) return writer.commit(rows.map(({ row, ...job }) => ({ ...job, plan: planOf([row], []) })));
    for (const group of groupRows(rows)) await writer.writeRows(group.sql, group.jobs);
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      for (const part of splitByKind(batch)) await writeAll(part);
    }
    running = undefined;
  };

  const enqueue = (job: PlannedJob | RowJob): void => {
    waiting.push(job);
    // One turn later, so that requests which arrive together are committed together.
    running ??= new Promise<void>((next) => setImmediate(next)).then(drain);
  };

  const commit: WriteQueue['commit'] = (statements, entries = []) =>
    new Promise((resolve, reject) => {
      const [row, ...more] = statements;
      const isRow = row?.isRow === true && more.length === 0 && entries.length === 0;
      enqueue({ resolve, reject, ...(isRow ? { row } : { plan: planOf(statements, entries) }) });
    });

  return {
    commit,
    write: (statements, entries) => commit(statements, entries).then(sync),
    writePlanned: (plan) => new Promise<void>((resolve, reject) => enqueue({ resolve, reject, plan })).then(sync),
    sync,
    idle: async () => {
      while (running) await running;
    },
  };
}

/** Writes one batch after the other; nothing else may write meanwhile. */
interface Writer {
  /** Writes these in one transaction, or one by one if one of them is bad. */
  commit(jobs: readonly PlannedJob[]): Promise<void>;
  /** Writes rows of one kind with one statement, which is its own transaction. */
  writeRows(sql: string, jobs: readonly RowJob[]): Promise<void>;
  /** True while a transaction may have been left open: a statement by itself would then not be committed. */
  isOpen(): boolean;
}

function createWriter(connection: Connection, trail: AuditTrail, fence: Fence | undefined): Writer {
  let { head } = trail;
  let isOpen = false;

  const commitJobs = async (jobs: readonly PlannedJob[]): Promise<void> => {
    try {
      await connection.exec('BEGIN IMMEDIATE');
      await fence?.check(connection);
      let next = head;
      for (const job of jobs) {
        const { statements, entries } = await job.plan(connection);
        const sealed = trail.seal(next, entries);
        next = sealed.head;
        for (const statement of [...statements, ...sealed.statements])
          await connection.run(statement.sql, statement.isRow ? listOf([statement]) : statement.params);
      }
      await connection.exec('COMMIT');
      head = next;
      isOpen = false;
    } catch (error) {
      // After some failures (a full disk) SQLite has rolled back by itself and this one is refused. When BEGIN itself
      // failed because an earlier ROLLBACK did, this one makes way for the next write.
      isOpen = await connection.exec('ROLLBACK').then(
        () => false,
        () => true,
      );
      throw error;
    }
  };

  const listOf = (rows: readonly Statement[]): readonly SqlValue[] => [
    JSON.stringify(rows.map(({ params }) => params)),
    fence?.holder ?? null,
  ];

  const commit = async (jobs: readonly PlannedJob[]): Promise<void> => {
    try {
      await commitJobs(jobs);
      for (const job of jobs) job.resolve();
    } catch (error) {
      // One bad write must not take its neighbours along: each gets a commit of its own.
      if (jobs.length === 1) jobs[0]?.reject(error);
      else for (const job of jobs) await commit([job]);
    }
  };

  const writeRows = async (sql: string, jobs: readonly RowJob[]): Promise<void> => {
    try {
      const changed = await connection.run(sql, listOf(jobs.map(({ row }) => row)));
      // Some rows may be left as they are, for good reasons; all of them are if the ledger has another holder.
      if (changed < jobs.length) await fence?.check(connection);
      for (const job of jobs) job.resolve();
    } catch (error) {
      if (jobs.length === 1) jobs[0]?.reject(error);
      else for (const job of jobs) await writeRows(sql, [job]);
    }
  };

  return { commit, writeRows, isOpen: () => isOpen };
}

function planOf(statements: readonly Statement[], entries: readonly AuditEntry[]): PlannedJob['plan'] {
  return () => Promise.resolve({ statements, entries });
}

/** Cuts a batch wherever it changes between rows and other writes: those keep their order. */
function splitByKind(batch: readonly (PlannedJob | RowJob)[]): readonly (readonly (PlannedJob | RowJob)[])[] {
  const parts: (PlannedJob | RowJob)[][] = [];
  for (const job of batch) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    if (last && before && 'row' in before === 'row' in job) last.push(job);
    else parts.push([job]);
  }
  return parts;
}

interface RowGroup {
  readonly sql: string;
  readonly jobs: RowJob[];
  readonly names: Set<SqlValue | undefined>;
}

/** Groups rows by their statement. A row that a group has already begins a new one, so that the later one counts. */
function groupRows(rows: readonly RowJob[]): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  const open = new Map<string, RowGroup>();
  for (const job of rows) {
    const { sql, params } = job.row;
    const known = open.get(sql);
    const group =
      known && !known.names.has(params[0]) ? known : { sql, jobs: [], names: new Set<SqlValue | undefined>() };
    if (group !== known) groups.push(group);
    open.set(sql, group);
    group.jobs.push(job);
    group.names.add(params[0]);
  }
  return groups;
}
