import type { ProviderName } from '../../../shared/ids.ts';
import type { AuditEntry, AuditKind } from '../../audit/entry.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { ProviderRecord } from '../../ledger/records.ts';
import { statements } from '../../ledger/statements.ts';
import type { Clock } from '../../platform/ports.ts';
import type { SecretStore } from '../../secrets/secret-store.ts';

/** Keys that read a provider's bill and do nothing else. They are apart from the keys that requests are made with. */
export interface AdminKeys {
  /** Read anew each time: it is needed once a day. @returns undefined when the secret store has none */
  adminKeyOf(name: ProviderName): Promise<string | undefined>;
  /** Keeps or replaces it; null removes it. @throws PurserError `NOT_FOUND`, `SECRETS_UNAVAILABLE` */
  setAdminKey(name: ProviderName, key: string | null): Promise<ProviderRecord>;
}

interface AdminKeyDeps {
  readonly ledger: Ledger;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly note: (kind: AuditKind, detail: AuditEntry['detail']) => AuditEntry;
  /** @throws PurserError `NOT_FOUND` */
  readonly there: (name: ProviderName) => ProviderRecord;
  /** Puts a changed record in the place of the one before. */
  readonly replace: (record: ProviderRecord) => ProviderRecord;
}

/** The name of a provider's admin key in the secret store. */
export const adminSecretName = (name: ProviderName): string => `admin:${name}`;

/** @see AdminKeys */
export function createAdminKeys({ ledger, secrets, clock, note, there, replace }: AdminKeyDeps): AdminKeys {
  return {
    adminKeyOf: (name) => secrets.get(adminSecretName(name)),
    async setAdminKey(name, key) {
      there(name);
      const at = key === null ? null : clock.now();
      if (key !== null) await secrets.set(adminSecretName(name), key);
      await ledger.write(
        [statements.setAdminKey(name, at)],
        [note(key === null ? 'admin-key-removed' : 'admin-key-added', { name })],
      );
      // Removed last: a record that says there is none, beside a key, is put right by removing it again.
      if (key === null) await secrets.delete(adminSecretName(name));
      return replace({ ...there(name), adminKeyAt: at });
    },
  };
}
