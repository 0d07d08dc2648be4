import type { DeletedHistory } from '../../shared/contract/settings-calls.ts';
import { ROLLING_MS } from '../domain/time/windows.ts';
import { DELETED_AT_ONCE, deleteRequestsBefore, deleteSumsBefore } from '../ledger/history-statements.ts';
import type { Logger } from '../platform/ports.ts';
import type { Engine } from './engine.ts';

type History = Pick<Engine, 'ledger' | 'bodies' | 'settings' | 'clock' | 'calendar'>;

const DAY_MS = 86_400_000;
const LOOK_AGAIN_MS = 6 * 3_600_000;

/**
 * Deletes single requests that were settled more than so many days ago, with what was logged of them. Sums stay.
 * @throws PurserError `LEDGER_UNAVAILABLE`; then some of them are deleted
 */
export async function deleteRequestsOlderThan(engine: History, days: number): Promise<DeletedHistory> {
  return deleteBefore(engine, engine.clock.now() - days * DAY_MS, { days });
}

/**
 * Deletes every single request, what was logged of them, and every sum that no running window counts. What each sub-key
 * has spent in all stays, and so does the audit log.
 * @throws PurserError `LEDGER_UNAVAILABLE`; then some of it is deleted
 */
export async function deleteAllHistory(engine: History): Promise<DeletedHistory> {
  const now = engine.clock.now();
  const deleted = await deleteBefore(engine, now + 1, { everything: true });
  const needed = Math.min(engine.calendar.spanAt('month', now).start, now - ROLLING_MS.month);
  // A week may have begun in the month before.
  await engine.ledger.write(deleteSumsBefore(needed - 7 * DAY_MS), []);
  return deleted;
}

async function deleteBefore(
  { ledger, bodies, clock }: History,
  moment: number,
  detail: Readonly<Record<string, number | boolean>>,
): Promise<DeletedHistory> {
  const requests = await ledger.countSettledBefore(moment);
  for (let done = 0; done < requests; done += DELETED_AT_ONCE) await ledger.write([deleteRequestsBefore(moment)], []);
  const logged = await bodies.deleteBefore(moment);
  if (requests > 0 || detail['everything'] === true)
    await ledger.write([], [{ at: clock.now(), kind: 'history-deleted', detail: { requests, ...detail } }]);
  return { requests, logged };
}

/** Deletes what is too old, now and every few hours, where the person wants that. @returns what ends it */
export function startDeletingOld(engine: History, log: Logger): () => Promise<void> {
  let running = Promise.resolve();
  const tidy = (): void => {
    const days = engine.settings.now().keepRequestsDays;
    if (days === null) return;
    running = running
      .then(() => deleteRequestsOlderThan(engine, days))
      .then(
        () => undefined,
        () => log.log('error', 'history-not-deleted'),
      );
  };
  const timer = setInterval(tidy, LOOK_AGAIN_MS);
  timer.unref();
  tidy();
  return () => {
    clearInterval(timer);
    return running;
  };
}
