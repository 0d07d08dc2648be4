import type { LedgerContents } from './ledger/read/read-records.ts';
import { openLedger } from './ledger/ledger.ts';
import { holdDataFolder } from './platform/hold-folder.ts';
import type { Clock } from './platform/ports.ts';
import { moveSecrets } from './secrets/move/move-secrets.ts';
import type { SecretStore } from './secrets/secret-store.ts';

/** Everything that a gateway may have put into its secret store, by the rooms that did. */
export function secretNames(
  contents: Pick<LedgerContents, 'providers' | 'mcpServers' | 'keySources'>,
): readonly string[] {
  return [
    ...contents.providers.flatMap(({ name }) => [`provider:${name}`, `admin:${name}`]),
    ...contents.mcpServers.flatMap(({ name }) => [`mcp:${name}`, `mcp-login:${name}`]),
    ...contents.keySources.map(({ kind }) => `key-source:${kind}`),
    'connections:seal',
    'bodies:seal',
    'audit-seal',
  ];
}

/**
 * Moves all secrets of a data folder, where no gateway runs, from one store to another, on record.
 * @throws PurserError `DATA_FOLDER_IN_USE`, `SECRETS_UNAVAILABLE`; then nothing was moved
 */
export async function moveSecretsOf(
  dataFolder: string,
  open: { readonly from: () => Promise<SecretStore>; readonly to: () => Promise<SecretStore> },
  clock: Clock,
): Promise<{ readonly moved: number; readonly left: number }> {
  const folder = await holdDataFolder(dataFolder, { log: () => undefined });
  try {
    const ledger = await openLedger(dataFolder);
    try {
      const [from, to] = [await open.from(), await open.to()];
      const done = await moveSecrets(from, to, secretNames(ledger.contents));
      const detail = { from: from.kind, to: to.kind, moved: done.moved, left: done.left };
      await ledger.write([], [{ at: clock.now(), kind: 'secrets-moved', detail }]);
      return done;
    } finally {
      await ledger.close();
    }
  } finally {
    await folder.release();
  }
}
