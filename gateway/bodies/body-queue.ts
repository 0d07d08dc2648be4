import type { Logger } from '../platform/ports.ts';
import { PurserError } from '../../shared/errors.ts';

/** A job that waits to be written, and the memory that it takes, in bytes. */
export interface Weighed {
  readonly bytes: number;
}

/** Writes in the background: handing over a job never waits, and never fails. */
export interface BodyQueue<Job extends Weighed> {
  offer(job: Job): void;
  /** Resolves when everything offered so far is written or given up. */
  idle(): Promise<void>;
}

/** Most bytes that wait; further jobs are dropped: keeping bodies must not eat the memory. */
const MOST_WAITING_BYTES = 32 * 2 ** 20;
const BATCH = 16;

/**
 * @see BodyQueue
 * @param write several at once; when it fails they are gone, and the log says so once until it works again
 */
export function createBodyQueue<Job extends Weighed>(
  write: (jobs: readonly Job[]) => Promise<void>,
  log: Logger,
  mostWaiting = MOST_WAITING_BYTES,
): BodyQueue<Job> {
  let waiting: Job[] = [];
  let bytes = 0;
  let running: Promise<void> | undefined;
  let complained = false;
  const complain = (fault: string): void => {
    if (!complained) log.log('warn', 'bodies-not-kept', { fault });
    complained = true;
  };
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      try {
        await write(batch);
        complained = false;
      } catch (error) {
        complain(error instanceof PurserError ? error.code : 'unexpected');
      }
      waiting = waiting.slice(batch.length);
      for (const job of batch) bytes -= job.bytes;
    }
    running = undefined;
  };
  return {
    offer(job) {
      if (bytes + job.bytes > mostWaiting) return complain('too-many-at-once');
      bytes += job.bytes;
      waiting.push(job);
      running ??= drain();
    },
    async idle() {
      while (running) await running;
    },
  };
}
