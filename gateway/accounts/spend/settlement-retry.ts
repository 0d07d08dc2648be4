import { setTimeout as sleep } from 'node:timers/promises';
import type { AuditEntry } from '../../audit/entry.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Statement } from '../../platform/connection.ts';
import type { Logger } from '../../platform/ports.ts';

/**
 * Writes settlements, and tries again until it succeeds: someone will free a full disk, and until then the reservation
 * holds the money.
 */
export interface SettlementRetry {
  /** Resolves when committed. Only then does the waiting request relay its last byte. */
  untilWritten(statements: readonly Statement[], entries?: readonly AuditEntry[]): Promise<void>;
  /** Does the same for another kind of write. */
  untilDone(write: () => Promise<unknown>): Promise<void>;
  /** True while a settlement waits to be written. */
  isStuck(): boolean;
  /** Gives up settlements that cannot be written from now on; the next start settles them at their bound. */
  stop(): void;
}

const PAUSE_MS = 2_000;

/** @see SettlementRetry */
export function createSettlementRetry(ledger: Pick<Ledger, 'commit'>, log: Logger): SettlementRetry {
  const stopped = new AbortController();
  let stuck = 0;
  const untilDone: SettlementRetry['untilDone'] = async (write) => {
    let failed = false;
    for (;;) {
      try {
        await write();
        if (failed) stuck -= 1;
        return;
      } catch (error) {
        if (stopped.signal.aborted) throw error;
        if (!failed) stuck += 1;
        failed = true;
        log.log('error', 'settlement-not-written', { retryMs: PAUSE_MS });
        await sleep(PAUSE_MS, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
      }
    }
  };
  return {
    untilWritten: (statements, entries) => untilDone(() => ledger.commit(statements, entries)),
    untilDone,
    isStuck: () => stuck > 0,
    stop: () => stopped.abort(),
  };
}
