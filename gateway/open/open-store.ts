import type { RefusalView } from '../../shared/contract/refusal-views.ts';
import type { RequestView } from '../../shared/contract/views.ts';
import type { AuditKind } from '../audit/entry.ts';
import type { Arrival } from '../connections/verify/arrival.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { keepWitness, checkWitness } from '../ledger/ledger-witness.ts';
import { createEmitter } from '../platform/emitter.ts';
import type { Emitter } from '../platform/emitter.ts';
import { holdDataFolder } from '../platform/hold-folder.ts';
import type { GatewayConfig, GatewayDeps } from './gateway-deps.ts';
import type { Undo } from './undo.ts';

/** The locked data folder, its open ledger, and the emitters of this gateway. */
export interface Store {
  readonly ledger: Ledger;
  /** True if this is not the ledger that the last gateway ran with. */
  readonly isReplaced: boolean;
  /** Records a step of the gateway's life in the audit log. */
  note(kind: AuditKind): Promise<void>;
  /** Records that the gateway runs, and remembers which ledger it runs with. */
  begin(): Promise<void>;
  /** Emits every settled request. */
  readonly settled: Emitter<RequestView>;
  /** Emits every refused request, and its repeats, as they are listed. */
  readonly refusal: Emitter<RefusalView>;
  /** Emits every settled request whose cost a person has set. */
  readonly corrected: Emitter<RequestView>;
  /** Emits when something other than a settlement changed what a client shows. */
  readonly changed: Emitter<void>;
  /** Emits every request whose sub-key is known. */
  readonly arrived: Emitter<Arrival>;
  readonly onFault: () => void;
}

/**
 * Locks the data folder and opens its ledger.
 * @throws PurserError `DATA_FOLDER_IN_USE`, `DATABASE_TOO_NEW`, `LEDGER_UNAVAILABLE`
 */
export async function openStore(
  { clock, log }: GatewayDeps,
  { dataFolder, version }: GatewayConfig,
  undo: Undo,
): Promise<Store> {
  const folder = await holdDataFolder(dataFolder, log);
  undo.add('folder', folder.release);
  const ledger = await openLedger(dataFolder);
  undo.add('ledger', () => ledger.close());
  const isReplaced = (await checkWitness(dataFolder, ledger)) === 'replaced';
  const note: Store['note'] = (kind) =>
    ledger.write([], [{ at: clock.now(), kind, detail: { version, pid: process.pid } }]);
  const onFault = (): void => log.log('error', 'listener-failed');
  return {
    ledger,
    isReplaced,
    note,
    async begin() {
      await note('gateway-started');
      await keepWitness(dataFolder, ledger);
    },
    settled: createEmitter<RequestView>(onFault),
    refusal: createEmitter<RefusalView>(onFault),
    corrected: createEmitter<RequestView>(onFault),
    changed: createEmitter<void>(onFault),
    arrived: createEmitter<Arrival>(onFault),
    onFault,
  };
}
