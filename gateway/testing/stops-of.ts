import { createStopBook } from '../accounts/stop-book.ts';
import type { StopBook } from '../accounts/stop-book.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** The stops of a ledger that a test opened without a gateway around it. */
export function stopsOf(ledger: Pick<Ledger, 'write'>): StopBook {
  const log = { log: () => undefined };
  return createStopBook({
    ledger,
    log,
    clock: { now: () => 0 },
    notices: { add: () => undefined },
    changed: () => undefined,
    pauseMs: 20,
  });
}
