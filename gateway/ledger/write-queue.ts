import type { ChainHead } from '../audit/chain.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Connection, Statement } from '../platform/connection.ts';

/** Statements and audit entries that are written together, all or none. */
export interface Write {
  readonly statements: readonly Statement[];
  readonly entries: readonly AuditEntry[];
}

/** The one writer. Writes that arrive while a commit is under way share the next one (group commit). */
export interface WriteQueue {
  /**
   * Resolves when the statements are durably committed, all or none, and with them the audit entries that record
   * them: a change that cannot be audited does not happen.
   */
  write(statements: readonly Statement[], entries?: readonly AuditEntry[]): Promise<void>;
  /**
   * The same for writes that depend on earlier ones: `plan` reads inside the transaction, after all earlier writes. It
   * may run again when the commit failed.
   */
  writePlanned(plan: (connection: Pick<Connection, 'all'>) => Promise<Write>): Promise<void>;
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

/**
 * Looks, inside the transaction, whether this writer is still the one. @throws when another gateway has taken the
 * ledger over
 */
export type Fence = (connection: Pick<Connection, 'all'>) => Promise<void>;

interface Job {
  readonly plan: Parameters<WriteQueue['writePlanned']>[0];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

export function createWriteQueue(connection: Connection, trail: AuditTrail, fence?: Fence): WriteQueue {
  let { head } = trail;
  let waiting: Job[] = [];
  let running: Promise<void> | undefined;

  const commit = async (jobs: readonly Job[]): Promise<void> => {
    try {
      await connection.exec('BEGIN IMMEDIATE');
      await fence?.(connection);
      let next = head;
      for (const job of jobs) {
        const { statements, entries } = await job.plan(connection);
        const sealed = trail.seal(next, entries);
        next = sealed.head;
        for (const { sql, params } of [...statements, ...sealed.statements]) await connection.run(sql, params);
      }
      await connection.exec('COMMIT');
      head = next;
    } catch (error) {
      // After some failures (a full disk) SQLite has rolled back by itself and this one is refused. When BEGIN itself
      // failed because an earlier ROLLBACK did, this one makes way for the next write.
      await connection.exec('ROLLBACK').catch(() => undefined);
      throw error;
    }
  };

  const settle = async (jobs: readonly Job[]): Promise<void> => {
    try {
      await commit(jobs);
      for (const job of jobs) job.resolve();
    } catch (error) {
      // One bad write must not take its neighbours along: each gets a commit of its own.
      if (jobs.length === 1) jobs[0]?.reject(error);
      else for (const job of jobs) await settle([job]);
    }
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await settle(batch);
    }
    running = undefined;
  };

  const enqueue: WriteQueue['writePlanned'] = (plan) =>
    new Promise((resolve, reject) => {
      waiting.push({ plan, resolve, reject });
      // One turn later, so that requests which arrive together are committed together.
      running ??= new Promise<void>((next) => setImmediate(next)).then(drain);
    });

  return {
    write: (statements, entries = []) => enqueue(() => Promise.resolve({ statements, entries })),
    writePlanned: enqueue,
    idle: async () => {
      while (running) await running;
    },
  };
}
