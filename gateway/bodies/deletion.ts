import { PurserError } from '../../shared/errors.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Clock, Logger } from '../platform/ports.ts';
import type { KeepList } from './keep-list.ts';
import type { LazyStore } from './lazy-store.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

interface DeletionDeps {
  readonly store: LazyStore;
  readonly list: KeepList;
  readonly ledger: Pick<Ledger, 'write'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Deletes bodies that are older than their agent keeps them: when asked, and every hour. */
export interface Deletion {
  /**
   * @param why on record beside the number @returns of how many requests bodies were deleted
   * @throws PurserError `LEDGER_UNAVAILABLE`
   */
  deleteOld(why: 'switched-off' | 'too-old', about?: { readonly agentId?: AgentId }): Promise<number>;
  /** Deletes those of requests that began before a moment (epoch milliseconds), however long they are kept. */
  deleteBefore(moment: number): Promise<number>;
  /** The same, one after another; a failure goes to the log. */
  tidy(): Promise<void>;
  /** Ends the hourly deletion, and waits for a running one. */
  stop(): Promise<void>;
}

export function createDeletion({ store, list, ledger, clock, log }: DeletionDeps): Deletion {
  const remove = async (why: string, about: { readonly agentId?: AgentId }, atLeast: number): Promise<number> => {
    if (!(await store.exists())) return 0;
    const now = clock.now();
    const oldest = new Map([...list.all()].map(([agentId, days]) => [agentId, Math.max(atLeast, now - days * DAY_MS)]));
    const deleted = await (await store.open()).tidy(oldest);
    if (deleted > 0)
      await ledger.write([], [{ at: now, kind: 'bodies-deleted', ...about, detail: { requests: deleted, why } }]);
    return deleted;
  };
  const deleteOld: Deletion['deleteOld'] = (why, about = {}) => remove(why, about, 0);
  let tidying = Promise.resolve();
  const tidy = (): Promise<void> => {
    const complain = (error: unknown): void =>
      log.log('error', 'bodies-not-deleted', { fault: error instanceof PurserError ? error.code : 'unexpected' });
    tidying = tidying.then(() => deleteOld('too-old')).then(() => undefined, complain);
    return tidying;
  };
  const timer = setInterval(() => void tidy(), HOUR_MS);
  timer.unref();
  return {
    deleteOld,
    deleteBefore: (moment) => remove('history-deleted', {}, moment),
    tidy,
    stop() {
      clearInterval(timer);
      return tidying;
    },
  };
}
