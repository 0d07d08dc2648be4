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

/** The data folder, held; its ledger, open; and the news of this gateway. */
export interface Store {
  readonly ledger: Ledger;
  /** The ledger is another one than when the last gateway ran here. */
  readonly isReplaced: boolean;
  /** Puts a step of the gateway's life on record. */
  note(kind: AuditKind): Promise<void>;
  /** Puts on record that it runs, and remembers which ledger it ran with. */
  begin(): Promise<void>;
  /** Emits every settled request. */
  readonly settled: Emitter<RequestView>;
  /** Emits every settled request whose cost a person has set. */
  readonly corrected: Emitter<RequestView>;
  /** Emits when something other than a settlement changed what a client shows. */
  readonly changed: Emitter<void>;
  /** Emits every request whose sub-key is known. */
  readonly arrived: Emitter<Arrival>;
  readonly onFault: () => void;
}

/** @throws PurserError `DATA_FOLDER_IN_USE`, `DATABASE_TOO_NEW`, `LEDGER_UNAVAILABLE` */
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
    corrected: createEmitter<RequestView>(onFault),
    changed: createEmitter<void>(onFault),
    arrived: createEmitter<Arrival>(onFault),
    onFault,
  };
}
