import { PurserError } from '../../shared/errors.ts';
import type { PolicyScope } from '../../shared/policy.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Statement } from '../platform/connection.ts';
import type { Clock, Logger } from '../platform/ports.ts';
import type { Notices } from './notices.ts';

/** A change of who may spend, and what goes on record with it. */
export interface Change {
  /** Whom it stops, or lets go on: they are shown as not yet stored while it waits. */
  readonly about: readonly PolicyScope[];
  readonly statements: readonly Statement[];
  readonly entries: readonly AuditEntry[];
}

/**
 * Writes what takes something away, and does not give up. A stop works from memory at once; one that a full disk keeps
 * out of the ledger would be forgotten by the next start, so it waits here, is tried again until it is written, and is
 * shown as not yet stored. One commit at a time, in the order asked for: an older stop never comes after a newer
 * resume.
 */
export interface StopBook {
  /**
   * Writes a stop, behind whatever waits. @returns false when it waits now: it holds, and is written as soon as it can
   * be
   */
  hold(change: Change): Promise<boolean>;
  /**
   * Writes what is no stop (a resume, a wider policy), with whatever waits before it.
   * @throws PurserError `LEDGER_UNAVAILABLE`; then what was stopped stays so
   */
  write(change: Change): Promise<void>;
  /** True while a stop of it is not on disk. */
  isWaiting(about: PolicyScope): boolean;
  /** Tries once more and ends. @returns how many stops could not be written: the next start knows nothing of them */
  close(): Promise<number>;
}

interface StopBookDeps {
  readonly ledger: Pick<Ledger, 'write'>;
  readonly log: Logger;
  readonly clock: Clock;
  readonly notices: Pick<Notices, 'add'>;
  /** Told when something begins to wait, and when nothing waits any more. */
  readonly changed: () => void;
  /** Between two tries, in milliseconds. */
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
  /** Asked for while a commit is under way: they share the next one. */
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
      // One that cannot be written must not keep its neighbours from the disk.
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
    // Later, so that a panic is one commit and not one for each sub-key.
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
    // Asking again for a stop that waits already brings nothing new.
    if (change.statements.length + change.entries.length > 0) waiting = [...waiting, change];
    log.log('error', 'stop-not-written', { retryMs: pauseMs, waiting: waiting.length });
    changed();
    tryLater();
  };

  return {
    hold: (change) =>
      new Promise((resolve, reject) => {
        const refused = (error: unknown): void => {
          // Anything but a ledger that cannot be written now is a fault, which trying again does not mend.
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
