import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestView } from '../../shared/contract/views.ts';
import { openAccounts } from '../accounts/open-accounts.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import { createEmitter } from '../platform/emitter.ts';
import { createSettlementRetry } from '../accounts/spend/settlement-retry.ts';
import { systemRandom } from '../defaults.ts';
import { createWindowCalendar } from '../domain/time/windows.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Clock } from '../platform/ports.ts';
import { stopsOf } from './stops-of.ts';

/** What of a gateway keeps money: the real parts on a real SQLite file, with a clock that a test can move. */
export interface SpendProcess extends Accounts {
  readonly folder: string;
  readonly ledger: Ledger;
  /** Ends it as a person would. The folder stays. */
  close(): Promise<void>;
  /**
   * The folder as `kill -9` would leave it at this very instant, as a copy: whatever this process still writes lands
   * where nobody looks.
   */
  copyAsKilled(): string;
}

/** Opens a data folder as a gateway that starts. @param through a ledger that fails where a test wants it to */
export async function openSpendProcess(
  folder: string,
  clock: Clock,
  timeZone: string,
  through?: (ledger: Ledger) => Ledger,
): Promise<SpendProcess> {
  const opened = await openLedger(folder);
  const ledger = through ? through(opened) : opened;
  const retry = createSettlementRetry(ledger, { log: () => undefined });
  const accounts = await openAccounts({
    ledger,
    stops: stopsOf(ledger),
    clock,
    retry,
    random: systemRandom,
    calendar: createWindowCalendar(timeZone),
    settled: createEmitter<RequestView>(() => undefined),
  });
  const close = (): Promise<void> => {
    retry.stop();
    return ledger.close();
  };
  return { folder, ledger, ...accounts, close, copyAsKilled: () => copyLedger(folder) };
}

/** A new folder with the ledger of another one. */
export function copyLedger(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'purser-model-'));
  // The log after the file: a commit between the two is then one that came in time.
  for (const name of ['ledger.sqlite', 'ledger.sqlite-wal']) {
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
  }
  return copy;
}

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
