import { PurserError } from '../../shared/errors.ts';
import type { PolicyScope } from '../../shared/policy.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Statement } from '../platform/connection.ts';
import type { Clock, Logger } from '../platform/ports.ts';
import type { Notices } from './notices.ts';

/** A change of who may spend, with its audit entries. */
export interface Change {
  /** The scopes that it stops or resumes: they show as not yet stored while it waits. */
  readonly about: readonly PolicyScope[];
  readonly statements: readonly Statement[];
  readonly entries: readonly AuditEntry[];
}

/**
 * Writes changes that take something away, and does not give up. A stop works from memory at once. If a full disk keeps
 * it out of the ledger, the next start would forget it, so it waits here, is tried again until it is written, and shows
 * as not yet stored. Commits go one at a time, in the order of the requests: an older stop never comes after a newer
 * resume.
 */
export interface StopBook {
  /**
   * Writes a stop, after everything that waits.
   * @returns false when it has to wait: it works, and is written as soon as possible
   */
  hold(change: Change): Promise<boolean>;
  /**
   * Writes a change that is no stop (a resume, a wider policy), together with everything that waits before it.
   * @throws PurserError `LEDGER_UNAVAILABLE`; then what was stopped stays stopped
   */
  write(change: Change): Promise<void>;
  /** True while a stop of this scope is not on disk. */
  isWaiting(about: PolicyScope): boolean;
  /** Tries once more and ends. @returns how many stops could not be written: the next start knows nothing of them */
  close(): Promise<number>;
}

interface StopBookDeps {
  readonly ledger: Pick<Ledger, 'write'>;
  readonly log: Logger;
  readonly clock: Clock;
  readonly notices: Pick<Notices, 'add'>;
  /** Called when something begins to wait, and when nothing waits any more. */
  readonly changed: () => void;
  /** The time between two tries, in milliseconds. */
  readonly pauseMs?: number;
}

interface Asked {
  readonly change: Change;
  readonly done: () => void;
  readonly refused: (error: unknown) => void;
}

const PAUSE_MS = 2_000;
const NOTHING: Change = { about: [], statements: [], entries: [] };
const WAITS =
  'Everything you stopped stays stopped while Purser runs, but that is not saved on disk yet. Free some space: ' +
  'Purser saves it as soon as there is room. If Purser ends first, it forgets it.';

/** @see StopBook */
export function createStopBook({ ledger, log, clock, notices, changed, pauseMs = PAUSE_MS }: StopBookDeps): StopBook {
  /** Stops that could not be written, oldest first. */
  let waiting: readonly Change[] = [];
  /** Changes that arrived during a commit: they share the next one. */
  let asked: readonly Asked[] = [];
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const commit = async (changes: readonly Change[]): Promise<void> => {
    const all = [...waiting, ...changes];
    const statements = all.flatMap((change) => change.statements);
    const entries = all.flatMap((change) => change.entries);
    if (statements.length + entries.length > 0) await ledger.write(statements, entries);
    if (waiting.length === 0) return;
    waiting = [];
    changed();
  };

  const settle = async (batch: readonly Asked[]): Promise<void> => {
    try {
      await commit(batch.map(({ change }) => change));
      for (const { done } of batch) done();
    } catch (error) {
      // One change that cannot be written must not keep the others from the disk.
      if (batch.length === 1) batch[0]?.refused(error);
      else for (const one of batch) await settle([one]);
    }
  };

  const drain = async (): Promise<void> => {
    while (asked.length > 0) {
      const batch = asked;
      asked = [];
      await settle(batch);
    }
    writing = undefined;
  };

  const ask = (one: Asked): void => {
    asked = [...asked, one];
    // Deferred, so that a panic is one commit and not one for each sub-key.
    writing ??= Promise.resolve().then(drain);
  };

  const write: StopBook['write'] = (change) => new Promise((done, refused) => ask({ change, done, refused }));

  const tryLater = (): void => {
    if (closed) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      write(NOTHING).catch(tryLater);
    }, pauseMs).unref();
  };

  const keep = (change: Change): void => {
    if (waiting.length === 0) notices.add({ at: clock.now(), kind: 'not-stored', agentId: null, text: WAITS });
    // A repeated request for a stop that already waits adds nothing.
    if (change.statements.length + change.entries.length > 0) waiting = [...waiting, change];
    log.log('error', 'stop-not-written', { retryMs: pauseMs, waiting: waiting.length });
    changed();
    tryLater();
  };

  return {
    hold: (change) =>
      new Promise((resolve, reject) => {
        const refused = (error: unknown): void => {
          // Any failure other than an unwritable ledger is a bug, which trying again does not fix.
          if (!(error instanceof PurserError) || error.code !== 'LEDGER_UNAVAILABLE') return reject(error);
          keep(change);
          resolve(false);
        };
        ask({ change, done: () => resolve(true), refused });
      }),
    write,
    isWaiting: (about) => waiting.some((change) => change.about.includes(about)),
    async close() {
      closed = true;
      clearTimeout(timer);
      if (waiting.length > 0) await write(NOTHING).catch(() => undefined);
      if (waiting.length > 0) log.log('error', 'stops-lost', { count: waiting.length });
      return waiting.length;
    },
  };
}
